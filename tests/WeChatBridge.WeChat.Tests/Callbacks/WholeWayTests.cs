using System.Text;
using WeChatBridge.WeChat.Callbacks;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.WeChat.Tests.Callbacks;

public class WholeWayTests
{
    [Fact]
    public void A_published_post_in_safe_mode_becomes_a_message()
    {
        var post = CryptoVector.ById("official-sample-code-decrypt");
        var body = $"<xml><ToUserName><![CDATA[gh_sample]]></ToUserName><Encrypt><![CDATA[{post.Encrypt}]]></Encrypt></xml>";

        var envelope = SealedEnvelope.Read(Encoding.UTF8.GetBytes(body));
        var signature = CallbackSignature.Compute(post.Token, post.Timestamp, post.Nonce, envelope.Encrypted!);
        var message = InboundXml.Read(post.Cipher().Open(envelope.Encrypted!).Plaintext).Message;

        CallbackSignature.Matches(signature, post.MsgSignature).ShouldBeTrue();
        message.ShouldBe(new TextMessage(
            new InboundHeader("wx5823bf96d3bd56c7", "mycreate", 1409659813), new MessageIdentity("4561255354251345929"), "hello"));
    }

    [Fact]
    public void A_reply_goes_back_the_way_the_message_came()
    {
        var cipher = new MessageCipher("wxsample", SampleKeys.Current, SampleKeys.Previous);
        var opened = cipher.Open(cipher.Seal("<xml/>"u8, SampleKeys.Previous));
        var reply = ReplyXml.Write(new TextReply("您好"), "oSampleFollower", "gh_sample", DateTimeOffset.UnixEpoch);

        var encrypted = cipher.Seal(reply, opened.Key!);
        var body = SealedEnvelope.Write(encrypted, CallbackSignature.Compute("token", "1", "2", encrypted), "1", "2");

        var platform = new MessageCipher("wxsample", SampleKeys.Previous);
        platform.Open(SealedEnvelope.Read(body).Encrypted!).Plaintext.ToArray().ShouldBe(reply);
    }
}
