using System.Text;
using System.Text.Json.Nodes;
using WeChatBridge.WeChat.Callbacks;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Simulator.Tests.Sdk;

/// <summary>The product's own protocol library against an SDK of other people: each opens what the other sealed.</summary>
public class OurLibraryTests(NodeSdk sdk) : IClassFixture<NodeSdk>
{
    private const string AppId = "wxsampleapp";
    private const string Token = "SampleToken";
    private const string Timestamp = "1763800000";

    // Not canonical Base64, as many real keys are: the last character carries bits that stand for nothing.
    private const string KeyText = "SampleEncodingAesKeySampleEncodingAesKey01B";

    [Fact]
    public async Task It_opens_what_our_cipher_seals_and_our_cipher_opens_its_reply()
    {
        sdk.SkipIfMissing();
        EncodingAesKey.TryParse(KeyText, out var key).ShouldBeTrue();
        var cipher = new MessageCipher(AppId, key);
        const string Question = "<xml><ToUserName>gh_sample</ToUserName><FromUserName>oFollower-1</FromUserName>"
            + "<CreateTime>1763800000</CreateTime><MsgType>text</MsgType><Content>公积金怎么取？🙂</Content><MsgId>1</MsgId></xml>";

        var served = await ServeAsync(cipher.Seal(Encoding.UTF8.GetBytes(Question), key), "请到便民大厅🌊办理");

        served["message"]!["Content"]!.ToString().ShouldBe("公积金怎么取？🙂");
        var envelope = SealedEnvelope.Read(Encoding.UTF8.GetBytes(served["response"]!.ToString()));
        var opened = cipher.Open(envelope.Encrypted!);
        opened.Refusal.ShouldBeNull();
        Encoding.UTF8.GetString(opened.Plaintext.Span).ShouldContain("请到便民大厅🌊办理");
    }

    [Fact]
    public async Task It_reads_a_reply_of_ours_as_if_it_were_a_message()
    {
        sdk.SkipIfMissing();
        EncodingAesKey.TryParse(KeyText, out var key).ShouldBeTrue();
        var xml = WeChat.Replies.ReplyXml.Write(new TextReply("第一行\n]]> & <b> 🌲"), "gh_sample", "oFollower-1", DateTimeOffset.FromUnixTimeSeconds(1763800000));

        var served = await ServeAsync(new MessageCipher(AppId, key).Seal(xml, key), "好");

        served["message"]!["Content"]!.ToString().ShouldBe("第一行\n]]> & <b> 🌲");
        InboundXml.Read(xml).Message.ShouldBeOfType<TextMessage>().Content.ShouldBe("第一行\n]]> & <b> 🌲");
    }

    private async Task<JsonNode> ServeAsync(string encrypted, string reply)
    {
        var signature = CallbackSignature.Compute(Token, Timestamp, "n", encrypted);
        var message = new JsonObject
        {
            ["url"] = $"/callback?timestamp={Timestamp}&nonce=n&encrypt_type=aes&msg_signature={signature}",
            ["body"] = Encoding.UTF8.GetString(SealedEnvelope.Write(encrypted, signature, Timestamp, "n")),
            ["reply"] = reply,
        };
        var account = new JsonObject { ["appId"] = AppId, ["secret"] = "SampleSecret", ["token"] = Token, ["aesKey"] = KeyText };
        var output = await sdk.RunAsync(new JsonObject { ["account"] = account, ["messages"] = new JsonArray(message) });
        output["messages"]![0]!["refusal"].ShouldBeNull();
        return output["messages"]![0]!;
    }
}
