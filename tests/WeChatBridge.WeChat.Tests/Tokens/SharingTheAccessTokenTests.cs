using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Tests.Api;
using WeChatBridge.WeChat.Tokens;

namespace WeChatBridge.WeChat.Tests.Tokens;

public sealed class SharingTheAccessTokenTests : IDisposable
{
    private readonly InMemoryAccessTokenStore _store = new();
    private readonly ManualClock _clock = new();
    private readonly OfficeAccount _first;
    private readonly OfficeAccount _second;

    public SharingTheAccessTokenTests()
    {
        _first = new OfficeAccount(_store, clock: _clock);
        _second = new OfficeAccount(_store, clock: _clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public async Task A_second_instance_uses_what_the_first_has_fetched()
    {
        await LeaseAsync(_first);

        (await LeaseAsync(_second)).Token.Value.ShouldBe("TOKEN-1");
        _second.Platform.TokenRequests.ShouldBe(0);
    }

    [Fact]
    public async Task A_token_renewed_by_the_first_serves_the_second_whose_call_has_failed()
    {
        var old = await LeaseAsync(_first);
        var failing = await LeaseAsync(_second);
        old.Refuse();
        await LeaseAsync(_first);

        failing.Refuse();

        (await LeaseAsync(_second)).Token.Value.ShouldBe("TOKEN-2");
        _second.Platform.TokenRequests.ShouldBe(0);
    }

    [Fact]
    public async Task A_token_about_to_end_is_used_by_a_new_instance_if_the_platform_cannot_be_reached()
    {
        await LeaseAsync(_first);
        _clock.Passes(TimeSpan.FromMinutes(117));
        _second.Platform.Fails(PlatformDouble.TokenPath, new HttpRequestException(HttpRequestError.ConnectionError));

        (await LeaseAsync(_second)).Token.Value.ShouldBe("TOKEN-1");
        _second.Platform.TokenRequests.ShouldBe(1);
    }

    [Fact]
    public async Task An_ended_token_in_the_store_is_of_no_use()
    {
        await LeaseAsync(_first);
        _clock.Passes(TimeSpan.FromMinutes(120));

        await LeaseAsync(_second);

        _second.Platform.TokenRequests.ShouldBe(1);
    }

    [Fact]
    public async Task Accounts_that_share_a_store_do_not_share_a_token()
    {
        using var other = new OfficeAccount(_store, new WeChatApiOptions { AppId = "wx1111111111sample" }, _clock);
        await LeaseAsync(_first);

        await LeaseAsync(other);

        other.Platform.TokenRequests.ShouldBe(1);
    }

    private static async Task<AccessTokenLease> LeaseAsync(OfficeAccount instance)
        => (await instance.Keeper.CurrentAsync(Cancellation)).ShouldBeOfType<ApiResult<AccessTokenLease>.Done>().Value;
}
