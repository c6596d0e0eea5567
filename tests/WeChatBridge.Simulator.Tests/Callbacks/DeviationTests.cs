using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Tests.Callbacks;

public class DeviationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_signature_matches_no_known_token_in_either_place()
    {
        var (world, request) = await ProbeAsync(EncryptionMode.Safe, new Deviation { WrongSignature = true });

        request["signature"].ShouldNotBe(CallbackSignature.Of(world.CallbackToken, request["timestamp"], request["nonce"]));
        request["msg_signature"].ShouldNotBe(CallbackSignature.Of(
            world.CallbackToken, request["timestamp"], request["nonce"], request.Xml.Element("Encrypt")!.Value));
    }

    [Theory]
    [InlineData(EncryptionMode.Safe, EncryptionMode.Plain, false)]
    [InlineData(EncryptionMode.Plain, EncryptionMode.Safe, true)]
    public async Task Another_mode_than_the_accounts_can_be_used(EncryptionMode mode, EncryptionMode other, bool isSealed)
    {
        var (_, request) = await ProbeAsync(mode, new Deviation { Mode = other });

        request.Xml.Elements("Encrypt").Any().ShouldBe(isSealed);
    }

    [Fact]
    public async Task Another_key_seals_what_the_account_cannot_open()
    {
        var (account, request) = await ProbeAsync(EncryptionMode.Safe, new Deviation { EncodingAesKey = new string('B', 43) });

        Should.Throw<SealException>(() => Open(account, request));
    }

    [Fact]
    public async Task Another_AppID_inside_the_frame_is_recognised()
    {
        var (account, request) = await ProbeAsync(EncryptionMode.Safe, new Deviation { AppId = "wx9999999999999999" });

        Should.Throw<SealException>(() => Open(account, request))
            .Failure.ShouldBe(SealFailure.OtherAppId);
    }

    [Fact]
    public async Task Another_accounts_name_stands_outside_and_inside()
    {
        var (account, request) = await ProbeAsync(EncryptionMode.Compatible, new Deviation { ToUserName = "gh_other" });

        request.Xml.Element("ToUserName")!.Value.ShouldBe("gh_other");
        Open(account, request).ShouldContain("gh_other");
    }

    [Fact]
    public async Task Any_characters_can_be_sent_as_the_body()
    {
        var (_, request) = await ProbeAsync(EncryptionMode.Plain, new Deviation { RawBody = "<!DOCTYPE a>" });

        request.Body.ShouldBe("<!DOCTYPE a>");
    }

    [Fact]
    public async Task Any_characters_can_be_sealed_as_the_message()
    {
        var (account, request) = await ProbeAsync(EncryptionMode.Safe, new Deviation { ClearBody = "not xml" });

        Open(account, request).ShouldBe("not xml");
    }

    [Fact]
    public async Task A_probe_is_made_once_leaves_the_chat_alone_and_stands_in_the_ledger()
    {
        await using var world = await World.StartAsync();
        world.Server.Answers = (_, context, _) =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        };

        var report = await world.Follower.ProbeAsync("你好", new Deviation { WrongSignature = true }, Cancellation);

        report.Attempts.ShouldHaveSingleItem().StatusCode.ShouldBe(403);
        world.Follower.Chat.ShouldBeEmpty();
        world.Platform.Ledger.Entries.ShouldHaveSingleItem().Kind.ShouldBe(LedgerKinds.Probe);
    }

    private static string Open(SimulatedAccount account, ReceivedCallback request) =>
        new MessageSeal(account.EncodingAesKey, account.AppId).Open(request.Xml.Element("Encrypt")!.Value);

    private static async Task<(SimulatedAccount Account, ReceivedCallback Request)> ProbeAsync(EncryptionMode mode, Deviation deviation)
    {
        await using var world = await World.StartAsync(mode);
        await world.Follower.ProbeAsync("你好", deviation, Cancellation);
        return (world.Zhengwu, world.Server.Received.Single());
    }
}
