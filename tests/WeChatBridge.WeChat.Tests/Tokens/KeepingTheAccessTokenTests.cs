using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Errors;
using WeChatBridge.WeChat.Tests.Api;
using WeChatBridge.WeChat.Tokens;

namespace WeChatBridge.WeChat.Tests.Tokens;

public sealed class KeepingTheAccessTokenTests : IDisposable
{
    private static readonly TimeSpan NearlyTwoHours = TimeSpan.FromMinutes(116);

    private readonly OfficeAccount _account = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task It_asks_for_the_stable_token_and_never_by_force()
    {
        await CurrentAsync();

        var request = _account.Platform.Seen.ShouldHaveSingleItem();
        request.Method.ShouldBe("POST");
        request.Query.ShouldBe("");
        request.Token.ShouldBeNull();
        request.Text.ShouldBe(
            $$"""{"grant_type":"client_credential","appid":"{{OfficeAccount.AppId}}","secret":"{{OfficeAccount.AppSecret}}"}""");
    }

    [Fact]
    public async Task Many_callers_at_once_cause_one_request()
    {
        var platformMayAnswer = _account.HoldsTheNextToken("TOKEN-A");

        var callers = Enumerable.Range(0, 50).Select(_ => CurrentAsync()).ToArray();
        platformMayAnswer.SetResult();

        (await Task.WhenAll(callers)).ShouldAllBe(value => value == "TOKEN-A");
        _account.Platform.TokenRequests.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_is_used_until_four_minutes_before_its_end()
    {
        await CurrentAsync();

        _account.Clock.Passes(NearlyTwoHours - TimeSpan.FromSeconds(1));
        (await CurrentAsync()).ShouldBe("TOKEN-1");
        _account.Clock.Passes(TimeSpan.FromSeconds(1));
        (await CurrentAsync()).ShouldBe("TOKEN-2");
    }

    [Fact]
    public async Task An_early_renewal_that_fails_harms_nobody_until_the_end()
    {
        await CurrentAsync();
        _account.Clock.Passes(NearlyTwoHours);
        _account.Platform.GivesTokens = false;
        _account.Platform.Fails(PlatformDouble.TokenPath, new HttpRequestException(HttpRequestError.ConnectionError));
        _account.Platform.Fails(PlatformDouble.TokenPath, new HttpRequestException(HttpRequestError.ConnectionError));

        (await CurrentAsync()).ShouldBe("TOKEN-1");
        _account.Clock.Passes(TimeSpan.FromMinutes(4));
        (await RefusalAsync()).Kind.ShouldBe(ErrorKind.NotSent);
    }

    [Fact]
    public async Task While_one_renews_early_the_others_go_on_with_the_old_token()
    {
        await CurrentAsync();
        _account.Clock.Passes(NearlyTwoHours);
        var platformMayAnswer = _account.HoldsTheNextToken("TOKEN-B");

        var renewing = CurrentAsync();
        (await CurrentAsync()).ShouldBe("TOKEN-1");
        platformMayAnswer.SetResult();

        (await renewing).ShouldBe("TOKEN-B");
        (await CurrentAsync()).ShouldBe("TOKEN-B");
    }

    [Fact]
    public async Task Many_calls_failing_with_one_token_cause_one_renewal()
    {
        var failing = await LeaseAsync();
        var platformMayAnswer = _account.HoldsTheNextToken("TOKEN-B");

        var callers = Enumerable.Range(0, 50).Select(_ => ReplacementAsync(failing)).ToArray();
        platformMayAnswer.SetResult();

        (await Task.WhenAll(callers)).ShouldAllBe(lease => lease.Token.Value == "TOKEN-B");
        _account.Platform.TokenRequests.ShouldBe(2);
    }

    [Fact]
    public async Task A_call_that_failed_with_an_older_token_gets_the_current_one()
    {
        var old = await LeaseAsync();
        var current = await ReplacementAsync(old);

        (await ReplacementAsync(old)).ShouldBe(current);
        _account.Platform.TokenRequests.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_starts_a_call_with_a_token_that_is_known_to_be_refused()
    {
        var failing = await LeaseAsync();
        var platformMayAnswer = _account.HoldsTheNextToken("TOKEN-B");

        var replacing = ReplacementAsync(failing);
        var starting = CurrentAsync();
        platformMayAnswer.SetResult();

        (await starting).ShouldBe("TOKEN-B");
        (await replacing).Token.Value.ShouldBe("TOKEN-B");
    }

    [Fact]
    public async Task The_same_token_given_again_is_asked_for_once()
    {
        _account.Platform.Answers(PlatformDouble.TokenPath, """{"access_token":"SAME","expires_in":7200}""");
        _account.Platform.Answers(PlatformDouble.TokenPath, """{"access_token":"SAME","expires_in":7000}""");
        var failing = await LeaseAsync();

        var first = await ReplacementAsync(failing);
        var second = await ReplacementAsync(failing);

        first.ShouldBe(second);
        _account.Platform.TokenRequests.ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_is_told_and_names_the_address()
    {
        _account.RefusesTokens("""{"errcode":40164,"errmsg":"invalid ip 203.0.113.7, not in whitelist rid: 5f1a-2b"}""");

        var error = await RefusalAsync();

        error.Kind.ShouldBe(ErrorKind.AddressNotAllowed);
        error.Address.ShouldBe("203.0.113.7");
    }

    [Theory]
    [InlineData(40001)]
    [InlineData(40125)]
    public async Task A_wrong_secret_is_told_as_a_wrong_secret(int code)
    {
        _account.RefusesTokens($$"""{"errcode":{{code}},"errmsg":"invalid appsecret"}""");

        var error = await RefusalAsync();

        error.Kind.ShouldBe(ErrorKind.CredentialsWrong);
        error.Advice.ShouldContain("AppSecret");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("""{"access_token":null,"expires_in":7200}""")]
    [InlineData("""{"access_token":"T"}""")]
    public async Task An_answer_without_a_token_is_no_token(string answer)
    {
        _account.RefusesTokens(answer);

        (await RefusalAsync()).Kind.ShouldBe(ErrorKind.NotSent);
    }

    [Fact]
    public async Task One_failure_is_forgiven_and_more_make_it_pause_for_longer_and_longer()
    {
        _account.Platform.GivesTokens = false;
        for (var failures = 0; failures < 4; failures++)
        {
            _account.Platform.Answers(PlatformDouble.TokenPath, """{"errcode":40164,"errmsg":"invalid ip 203.0.113.7"}""");
        }

        (await RequestsDuringAsync(() => RefusalAsync())).ShouldBe(1);
        (await RequestsDuringAsync(() => RefusalAsync())).ShouldBe(1);
        (await RequestsDuringAsync(() => RefusalAsync())).ShouldBe(0);
        _account.Clock.Passes(TimeSpan.FromSeconds(5));
        (await RequestsDuringAsync(() => RefusalAsync())).ShouldBe(1);
        _account.Clock.Passes(TimeSpan.FromSeconds(9));
        (await RequestsDuringAsync(() => RefusalAsync())).ShouldBe(0);
        _account.Clock.Passes(TimeSpan.FromSeconds(1));
        (await RequestsDuringAsync(() => RefusalAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task During_a_pause_the_last_refusal_is_told_again()
    {
        _account.RefusesTokens("""{"errcode":40164,"errmsg":"invalid ip 203.0.113.7"}""");
        _account.RefusesTokens("""{"errcode":40164,"errmsg":"invalid ip 203.0.113.7"}""");
        await RefusalAsync();
        await RefusalAsync();

        (await RefusalAsync()).Address.ShouldBe("203.0.113.7");
    }

    [Fact]
    public async Task A_reset_secret_is_used_at_the_next_request()
    {
        _account.RefusesTokens("""{"errcode":40125,"errmsg":"invalid appsecret"}""");
        await RefusalAsync();
        _account.Secret = "another-sample-secret";
        _account.Platform.GivesTokens = true;

        (await CurrentAsync()).ShouldBe("TOKEN-1");
        _account.Platform.Seen[^1].Text.ShouldContain("another-sample-secret");
    }

    [Fact]
    public async Task A_caller_who_gives_up_does_not_stop_the_next()
    {
        using var impatience = new CancellationTokenSource();
        var platformMayAnswer = _account.HoldsTheNextToken("NEVER-SEEN");
        var impatient = _account.Keeper.CurrentAsync(impatience.Token);
        var patient = CurrentAsync();

        await impatience.CancelAsync();

        await impatient.ShouldThrowAsync<OperationCanceledException>();
        (await patient).ShouldBe("TOKEN-1");
        platformMayAnswer.Task.IsCompleted.ShouldBeFalse();
    }

    private async Task<string> CurrentAsync() => (await LeaseAsync()).Token.Value;

    private async Task<AccessTokenLease> LeaseAsync()
        => (await _account.Keeper.CurrentAsync(Cancellation)).ShouldBeOfType<ApiResult<AccessTokenLease>.Done>().Value;

    private async Task<AccessTokenLease> ReplacementAsync(AccessTokenLease failing)
    {
        failing.Refuse();
        return await LeaseAsync();
    }

    private async Task<ApiError> RefusalAsync()
        => (await _account.Keeper.CurrentAsync(Cancellation)).ShouldBeOfType<ApiResult<AccessTokenLease>.Refused>().Error;

    private async Task<int> RequestsDuringAsync(Func<Task> act)
    {
        var before = _account.Platform.TokenRequests;
        await act();
        return _account.Platform.TokenRequests - before;
    }
}
