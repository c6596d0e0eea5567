using WeChatBridge.WeChat.Errors;
using static WeChatBridge.WeChat.Tests.AgainstSimulator.Endings;

namespace WeChatBridge.WeChat.Tests.AgainstSimulator;

public sealed class FetchingTokensTests
{
    private static CancellationToken Cancellation => SimulatedOffice.Cancellation;

    [Fact]
    public async Task A_token_killed_on_the_platform_is_replaced_without_anybody_noticing()
    {
        await using var office = await SimulatedOffice.StartAsync();
        await DoneAsync(office.Api.Draft.CountAsync(Cancellation));
        office.Account.Tokens.Invalidate();

        (await DoneAsync(office.Api.Draft.CountAsync(Cancellation))).TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends()
    {
        await using var office = await SimulatedOffice.StartAsync();
        await DoneAsync(office.Api.Draft.CountAsync(Cancellation));
        var first = office.Account.Tokens.Stable;

        office.Passes(TimeSpan.FromMinutes(117));
        await DoneAsync(office.Api.Draft.CountAsync(Cancellation));

        office.Account.Tokens.Stable.ShouldNotBe(first);
        office.Platform.Ledger.Entries.ShouldNotContain(entry => entry.Outcome == "42001");
    }

    [Fact]
    public async Task Two_instances_use_one_token_and_do_not_disturb_each_other()
    {
        await using var office = await SimulatedOffice.StartAsync();
        await DoneAsync(office.Api.Draft.CountAsync(Cancellation));
        var first = office.Account.Tokens.Stable;

        await DoneAsync(office.AnotherInstance().Draft.CountAsync(Cancellation));
        await DoneAsync(office.Api.Draft.CountAsync(Cancellation));

        office.Account.Tokens.Stable.ShouldBe(first);
    }

    [Fact]
    public async Task An_address_that_is_not_listed_is_named()
    {
        await using var office = await SimulatedOffice.StartAsync();
        office.Account.Access.AddressList = [];

        var error = await RefusedAsync(office.Api.Draft.CountAsync(Cancellation));

        error.Kind.ShouldBe(ErrorKind.AddressNotAllowed);
        error.Advice.ShouldContain("127.0.0.1");
        error.Rid.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_frozen_or_wrong_secret_is_told()
    {
        await using var frozen = await SimulatedOffice.StartAsync();
        frozen.Account.Access.SecretFrozen = true;
        await using var wrong = await SimulatedOffice.StartAsync(secret: _ => "not-the-secret");

        (await RefusedAsync(frozen.Api.Draft.CountAsync(Cancellation))).Code.ShouldBe(40243);
        (await RefusedAsync(wrong.Api.Draft.CountAsync(Cancellation))).Kind.ShouldBe(ErrorKind.CredentialsWrong);
    }
}
