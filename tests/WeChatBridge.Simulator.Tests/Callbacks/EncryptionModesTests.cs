using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Tests.Callbacks;

public class EncryptionModesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plain_mode_sends_the_message_itself_and_no_sign_of_encryption()
    {
        await using var world = await World.StartAsync(EncryptionMode.Plain);
        var report = await world.Follower.SendTextAsync("你好", Cancellation);

        var request = world.Server.Received.Single();
        request.Body.ShouldBe(report.Message.ClearXml);
        request.Query.Keys.Order().ShouldBe(["nonce", "openid", "signature", "timestamp"]);
        request["signature"].ShouldBe(CallbackSignature.Of(world.Zhengwu.CallbackToken, request["timestamp"], request["nonce"]));
        request["openid"].ShouldBe("oFollower-1");
    }

    [Fact]
    public async Task Compatible_mode_sends_the_clear_fields_and_the_ciphertext()
    {
        await using var world = await World.StartAsync(EncryptionMode.Compatible);
        var report = await world.Follower.SendTextAsync("你好", Cancellation);

        var xml = world.Server.Received.Single().Xml;
        xml.Element("Content")!.Value.ShouldBe("你好");
        Open(world, xml).ShouldBe(report.Message.ClearXml);
    }

    [Fact]
    public async Task Safe_mode_shows_only_the_account_outside()
    {
        await using var world = await World.StartAsync(EncryptionMode.Safe);
        var report = await world.Follower.SendTextAsync("你好", Cancellation);

        var xml = world.Server.Received.Single().Xml;
        xml.Elements().Select(element => element.Name.LocalName).ShouldBe(["ToUserName", "Encrypt"]);
        Open(world, xml).ShouldBe(report.Message.ClearXml);
    }

    [Theory]
    [InlineData(EncryptionMode.Compatible)]
    [InlineData(EncryptionMode.Safe)]
    public async Task Sealed_requests_carry_the_signature_of_the_ciphertext(EncryptionMode mode)
    {
        await using var world = await World.StartAsync(mode);
        await world.Follower.SendTextAsync("你好", Cancellation);

        var request = world.Server.Received.Single();
        request["encrypt_type"].ShouldBe("aes");
        request["msg_signature"].ShouldBe(CallbackSignature.Of(
            world.Zhengwu.CallbackToken, request["timestamp"], request["nonce"], request.Xml.Element("Encrypt")!.Value));
    }

    [Theory]
    [InlineData(EncryptionMode.Plain, false, true)]
    [InlineData(EncryptionMode.Plain, true, false)]
    [InlineData(EncryptionMode.Compatible, false, true)]
    [InlineData(EncryptionMode.Compatible, true, true)]
    [InlineData(EncryptionMode.Safe, false, false)]
    [InlineData(EncryptionMode.Safe, true, true)]
    public async Task A_reply_is_read_only_in_the_form_the_mode_allows(EncryptionMode mode, bool isSealed, bool isShown)
    {
        await using var world = await World.StartAsync(mode);
        AnswerWith(world, clear => isSealed ? AccountReply.Sealed(world.Zhengwu, clear) : clear);

        var report = await world.Follower.SendTextAsync("你好", Cancellation);

        report.ShownText.ShouldBe(isShown ? "收到" : DeliveryReport.FaultNotice);
        report.Attempts.ShouldHaveSingleItem().Verdict.ShouldBe(isShown ? AttemptVerdict.Answered : AttemptVerdict.Unusable);
    }

    [Fact]
    public async Task A_sealed_reply_with_a_wrong_signature_is_not_shown()
    {
        await using var world = await World.StartAsync(EncryptionMode.Safe);
        AnswerWith(world, clear => AccountReply.Sealed(world.Zhengwu, clear, signature: new string('0', 40)));

        (await world.Follower.SendTextAsync("你好", Cancellation)).ShownText.ShouldBe(DeliveryReport.FaultNotice);
    }

    [Fact]
    public async Task A_reply_sealed_with_another_accounts_key_is_not_shown()
    {
        await using var world = await World.StartAsync(EncryptionMode.Safe);
        var mixed = world.Zhengwu with { EncodingAesKey = world.Platform.Account("renda").Settings.EncodingAesKey };
        AnswerWith(world, clear => AccountReply.Sealed(mixed, clear));

        var report = await world.Follower.SendTextAsync("你好", Cancellation);

        report.ShownText.ShouldBe(DeliveryReport.FaultNotice);
        report.Attempts[0].Detail.ShouldStartWith("回复无法解密");
    }

    private static void AnswerWith(World world, Func<string, string> wrap) => world.Server.Answers = (_, context, body) =>
    {
        var xml = XElement.Parse(body);
        var message = XElement.Parse(xml.Element("Encrypt") is null ? body : Open(world, xml));
        return context.Response.WriteAsync(wrap(AccountReply.Text(message, "收到")));
    };

    private static string Open(World world, XElement xml) =>
        new MessageSeal(world.Zhengwu.EncodingAesKey, world.Zhengwu.AppId).Open(xml.Element("Encrypt")!.Value);
}
