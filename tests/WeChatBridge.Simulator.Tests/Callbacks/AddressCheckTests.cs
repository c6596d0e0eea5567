using Microsoft.AspNetCore.Http;
using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Tests.Callbacks;

public class AddressCheckTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(EncryptionMode.Plain)]
    [InlineData(EncryptionMode.Safe)]
    public async Task A_server_that_echoes_passes_in_every_mode(EncryptionMode mode)
    {
        await using var world = await World.StartAsync(mode);

        var check = await CheckAsync(world);

        check.Verdict.ShouldBe(AttemptVerdict.Answered);
        world.Platform.Ledger.Entries.ShouldHaveSingleItem().Kind.ShouldBe(LedgerKinds.Check);
    }

    [Fact]
    public async Task The_check_is_signed_with_the_accounts_token()
    {
        await using var world = await World.StartAsync();
        QueryString? asked = null;
        world.Server.Echoes = context =>
        {
            asked = context.Request.QueryString;
            return Task.CompletedTask;
        };

        await CheckAsync(world);

        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(asked!.Value.Value);
        query["signature"].ToString().ShouldBe(
            CallbackSignature.Of(world.Zhengwu.CallbackToken, query["timestamp"].ToString(), query["nonce"].ToString()));
    }

    [Theory]
    [InlineData(200, "success", AttemptVerdict.Unusable)]
    [InlineData(403, "", AttemptVerdict.Refused)]
    public async Task Anything_but_the_echo_fails(int status, string body, AttemptVerdict verdict)
    {
        await using var world = await World.StartAsync();
        world.Server.Echoes = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        };

        (await CheckAsync(world)).Verdict.ShouldBe(verdict);
    }

    private static Task<DeliveryAttempt> CheckAsync(World world) =>
        world.Platform.Delivery.CheckAddressAsync(world.Platform.Account("zhengwu"), Cancellation);
}
