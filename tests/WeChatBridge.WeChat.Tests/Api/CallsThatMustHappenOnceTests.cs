using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.FreePublish;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.WeChat.Tests.Api;

public sealed class CallsThatMustHappenOnceTests : IDisposable
{
    private const string Path = "/cgi-bin/freepublish/submit";

    private readonly OfficeAccount _account = new();

    public static TheoryData<string> Doubtful => [.. Faults.Doubtful.Keys];

    public static TheoryData<HttpRequestError> BeforeSending => [.. Faults.BeforeSending];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task Whatever_leaves_doubt_ends_as_unknown_and_is_not_repeated(string fault)
    {
        var (happens, ends) = Faults.Doubtful[fault];
        happens(_account.Platform, Path);

        var result = await SubmitAsync();

        result.ShouldBeOfType<ApiResult<PublishSubmitted>.OutcomeUnknown>().Reason.ShouldBe(ends);
        _account.Platform.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(BeforeSending))]
    public async Task What_never_left_us_is_refused_as_not_sent(HttpRequestError error)
    {
        _account.Platform.Fails(Path, new HttpRequestException(error));

        var result = await SubmitAsync();

        result.ShouldBeOfType<ApiResult<PublishSubmitted>.Refused>().Error.Kind.ShouldBe(ErrorKind.NotSent);
    }

    [Fact]
    public async Task Silence_ends_at_the_time_limit_as_unknown()
    {
        var call = await SilentCallAsync();

        _account.Clock.Passes(_account.Options.CallTimeout - TimeSpan.FromTicks(1));
        call.IsCompleted.ShouldBeFalse();
        _account.Clock.Passes(TimeSpan.FromTicks(1));

        (await call).ShouldBeOfType<ApiResult<PublishSubmitted>.OutcomeUnknown>().Reason.ShouldBe(UnknownReason.TimedOut);
        _account.Platform.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_an_exception()
    {
        using var impatience = new CancellationTokenSource();
        var call = await SilentCallAsync(impatience.Token);

        await impatience.CancelAsync();

        await call.ShouldThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task An_expired_token_is_renewed_and_the_call_made_once_more()
    {
        _account.Platform.Answers(Path, """{"errcode":42001,"errmsg":"access_token expired"}""");
        _account.Platform.Answers(Path, """{"errcode":0,"publish_id":"9"}""");

        var result = await SubmitAsync();

        result.ShouldBe(new ApiResult<PublishSubmitted>.Done(new PublishSubmitted("9")));
        _account.Platform.Calls.Select(call => call.Token).ShouldBe(["TOKEN-1", "TOKEN-2"]);
    }

    [Fact]
    public async Task A_second_expiry_in_a_row_is_refused()
    {
        _account.Platform.Answers(Path, """{"errcode":40001,"errmsg":"invalid credential"}""");
        _account.Platform.Answers(Path, """{"errcode":40001,"errmsg":"invalid credential"}""");

        var result = await SubmitAsync();

        result.ShouldBeOfType<ApiResult<PublishSubmitted>.Refused>().Error.Kind.ShouldBe(ErrorKind.TokenExpired);
        _account.Platform.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_a_renewal_doubt_is_doubt_still()
    {
        _account.Platform.Answers(Path, """{"errcode":42001,"errmsg":"access_token expired"}""");
        _account.Platform.Fails(Path, new HttpRequestException(HttpRequestError.ResponseEnded));

        var result = await SubmitAsync();

        result.ShouldBeOfType<ApiResult<PublishSubmitted>.OutcomeUnknown>();
        _account.Platform.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        _account.Platform.GivesTokens = false;
        _account.Platform.Answers(
            PlatformDouble.TokenPath,
            """{"errcode":40164,"errmsg":"invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 5f1a-2b-3c"}""");

        var error = (await SubmitAsync()).ShouldBeOfType<ApiResult<PublishSubmitted>.Refused>().Error;

        error.Kind.ShouldBe(ErrorKind.AddressNotAllowed);
        error.Advice.ShouldContain("203.0.113.7");
        error.Rid.ShouldBe("5f1a-2b-3c");
        _account.Platform.Calls.ShouldBeEmpty();
    }

    private Task<ApiResult<PublishSubmitted>> SubmitAsync() => _account.Api.FreePublish.SubmitAsync("DRAFT", Cancellation);

    /// <summary>A call the platform has received and does not answer.</summary>
    private async Task<Task<ApiResult<PublishSubmitted>>> SilentCallAsync(CancellationToken? cancellation = null)
    {
        var received = new TaskCompletionSource();
        _account.Platform.Does(Path, async (_, cancellationToken) =>
        {
            received.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("An endless wait has ended.");
        });
        var call = _account.Api.FreePublish.SubmitAsync("DRAFT", cancellation ?? Cancellation);
        await received.Task;
        return call;
    }
}
