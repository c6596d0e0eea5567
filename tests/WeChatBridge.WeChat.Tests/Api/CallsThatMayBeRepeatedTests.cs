using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.WeChat.Tests.Api;

public sealed class CallsThatMayBeRepeatedTests : IDisposable
{
    private const string Path = "/cgi-bin/draft/count";

    private readonly OfficeAccount _account = new();

    public static TheoryData<string> Doubtful => [.. Faults.Doubtful.Keys];

    public static TheoryData<HttpRequestError> BeforeSending => [.. Faults.BeforeSending];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task A_passing_fault_is_got_over(string fault)
    {
        Faults.Doubtful[fault].Happens(_account.Platform, Path);
        Faults.Doubtful[fault].Happens(_account.Platform, Path);
        _account.Platform.Answers(Path, """{"total_count":4}""");

        (await CountAsync()).ShouldBe(new ApiResult<DraftCount>.Done(new DraftCount(4)));
    }

    [Theory]
    [MemberData(nameof(BeforeSending))]
    public async Task A_line_that_comes_back_is_used(HttpRequestError error)
    {
        _account.Platform.Fails(Path, new HttpRequestException(error));
        _account.Platform.Answers(Path, """{"total_count":4}""");

        (await CountAsync()).ShouldBe(new ApiResult<DraftCount>.Done(new DraftCount(4)));
    }

    [Fact]
    public async Task After_three_repetitions_it_is_given_up()
    {
        Break(times: 4);

        (await CountAsync()).ShouldBeOfType<ApiResult<DraftCount>.OutcomeUnknown>().Reason.ShouldBe(UnknownReason.ServerError);
        _account.Platform.Calls.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_platform_that_stays_busy_has_refused()
    {
        Enumerable.Range(0, 4).ToList().ForEach(_ => Faults.Doubtful["busy"].Happens(_account.Platform, Path));

        (await CountAsync()).ShouldBeOfType<ApiResult<DraftCount>.Refused>().Error.Kind.ShouldBe(ErrorKind.Retryable);
    }

    [Fact]
    public async Task A_refusal_is_not_repeated()
    {
        _account.Platform.Answers(Path, """{"errcode":48001,"errmsg":"api unauthorized rid: 1-2-3"}""");

        (await CountAsync()).ShouldBeOfType<ApiResult<DraftCount>.Refused>().Error.Kind.ShouldBe(ErrorKind.RightMissing);
        _account.Platform.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Repetitions_wait_by_the_given_clock()
    {
        Break(times: 1);
        _account.Platform.Answers(Path, """{"total_count":4}""");

        var call = _account.Api.Draft.CountAsync(Cancellation);
        await _account.Clock.SomethingWaitsAsync(OfficeAccount.OnePause);

        _account.Platform.Calls.Count.ShouldBe(1);
        _account.Clock.Passes(OfficeAccount.OnePause);
        await call;
        _account.Platform.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_broken_line_is_left_alone_for_a_while_and_then_tried_again()
    {
        Break(times: 12);
        await CountAsync();
        await CountAsync();
        await CountAsync();
        var triedBefore = _account.Platform.Calls.Count;

        (await CountAsync()).ShouldBeOfType<ApiResult<DraftCount>.Refused>().Error.Kind.ShouldBe(ErrorKind.NotSent);
        _account.Platform.Calls.Count.ShouldBe(triedBefore);

        _account.Clock.Passes(RepeatPipeline.BreakFor);
        _account.Platform.Forgets(Path);
        _account.Platform.Answers(Path, """{"total_count":4}""");
        (await CountAsync()).ShouldBeOfType<ApiResult<DraftCount>.Done>();
    }

    [Fact]
    public async Task A_broken_line_does_not_hold_back_a_call_that_is_sent_once()
    {
        Break(times: 12);
        await CountAsync();
        await CountAsync();
        await CountAsync();
        _account.Platform.Answers("/cgi-bin/draft/delete", """{"errcode":0}""");

        (await _account.Api.Draft.DeleteAsync("DRAFT", Cancellation)).ShouldBeOfType<ApiResult<Acknowledged>.Done>();
    }

    [Fact]
    public async Task Refusals_do_not_open_the_breaker()
    {
        for (var count = 0; count < 20; count++)
        {
            _account.Platform.Answers(Path, """{"errcode":45009,"errmsg":"reach max api daily quota limit"}""");
            await CountAsync();
        }

        _account.Platform.Answers(Path, """{"total_count":4}""");
        (await CountAsync()).ShouldBeOfType<ApiResult<DraftCount>.Done>();
    }

    [Fact]
    public async Task One_accounts_broken_line_is_not_anothers()
    {
        Break(times: 12);
        await CountAsync();
        await CountAsync();
        await CountAsync();
        using var other = new OfficeAccount();
        other.Platform.Answers(Path, """{"total_count":4}""");

        (await other.Api.Draft.CountAsync(Cancellation)).ShouldBeOfType<ApiResult<DraftCount>.Done>();
    }

    private void Break(int times)
        => Enumerable.Range(0, times).ToList().ForEach(_ => Faults.Doubtful["bad gateway"].Happens(_account.Platform, Path));

    private Task<ApiResult<DraftCount>> CountAsync() => _account.PatientlyAsync(_account.Api.Draft.CountAsync(Cancellation));
}
