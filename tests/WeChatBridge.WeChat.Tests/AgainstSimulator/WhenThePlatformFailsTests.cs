using WeChatBridge.Simulator;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.FreePublish;
using WeChatBridge.WeChat.Errors;
using static WeChatBridge.WeChat.Tests.AgainstSimulator.Endings;

namespace WeChatBridge.WeChat.Tests.AgainstSimulator;

public sealed class WhenThePlatformFailsTests
{
    private static CancellationToken Cancellation => SimulatedOffice.Cancellation;

    [Theory]
    [InlineData(FaultKind.DropBeforeActing)]
    [InlineData(FaultKind.DropAfterActing)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.MalformedJson)]
    public async Task A_reading_call_gets_over_a_fault(FaultKind fault)
    {
        await using var office = await SimulatedOffice.StartAsync();
        office.Platform.Faults.Add(new PlatformFault { Kind = fault, Path = "/cgi-bin/draft/count" });

        await DoneAsync(office.PatientlyAsync(office.Api.Draft.CountAsync(Cancellation)));
    }

    [Theory]
    [InlineData(FaultKind.DropBeforeActing, 0)]
    [InlineData(FaultKind.DropAfterActing, 1)]
    [InlineData(FaultKind.ServerError, 0)]
    [InlineData(FaultKind.MalformedJson, 1)]
    public async Task A_submission_in_doubt_is_made_once_and_ends_as_unknown(FaultKind fault, int submitted)
    {
        await using var office = await SimulatedOffice.StartAsync();
        var draft = await DraftAsync(office);
        office.Platform.Faults.Add(new PlatformFault { Kind = fault, Path = "/cgi-bin/freepublish/submit" });

        var result = await office.Api.FreePublish.SubmitAsync(draft.MediaId, Cancellation);

        result.ShouldBeOfType<ApiResult<PublishSubmitted>.OutcomeUnknown>();
        office.Account.Publications.All.Count.ShouldBe(submitted);
        office.Platform.Ledger.Entries.Count(entry => entry.Path == "/cgi-bin/freepublish/submit").ShouldBe(1);
    }

    [Fact]
    public async Task A_busy_platform_leaves_a_submission_in_doubt_and_a_query_refused()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var draft = await DraftAsync(office);
        office.Platform.Faults.Add(
            new PlatformFault { Kind = FaultKind.ErrorCode, Code = -1, Path = "/cgi-bin/freepublish/", Times = null });

        var submit = await office.Api.FreePublish.SubmitAsync(draft.MediaId, Cancellation);
        var query = await office.PatientlyAsync(office.Api.FreePublish.BatchGetAsync(0, 1, withContent: false, Cancellation));

        submit.ShouldBeOfType<ApiResult<PublishSubmitted>.OutcomeUnknown>().Reason.ShouldBe(UnknownReason.PlatformBusy);
        query.ShouldBeOfType<ApiResult<PublicationPage>.Refused>().Error.Kind.ShouldBe(ErrorKind.Retryable);
    }

    [Fact]
    public async Task An_upload_that_was_lost_is_made_again()
    {
        await using var office = await SimulatedOffice.StartAsync();
        office.Platform.Faults.Add(new PlatformFault { Kind = FaultKind.DropAfterActing, Path = "/cgi-bin/media/uploadimg" });

        await DoneAsync(office.PatientlyAsync(office.Api.Media.UploadImageAsync(SimulatedOffice.Picture(), Cancellation)));

        office.Account.Media.BodyImages.Select(image => image.File.Bytes.Length).ShouldBe([500, 500]);
    }

    [Fact]
    public async Task A_right_that_is_withdrawn_is_told_as_such()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var draft = await DraftAsync(office);
        office.Platform.Faults.Add(new PlatformFault { Kind = FaultKind.RightWithdrawn, Path = "/cgi-bin/freepublish/" });

        (await RefusedAsync(office.Api.FreePublish.SubmitAsync(draft.MediaId, Cancellation))).Kind.ShouldBe(ErrorKind.RightMissing);
    }

    [Fact]
    public async Task A_token_that_dies_at_the_moment_of_a_submission_does_not_make_it_twice()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var draft = await DraftAsync(office);
        office.Account.Tokens.Invalidate();

        await DoneAsync(office.Api.FreePublish.SubmitAsync(draft.MediaId, Cancellation));

        office.Account.Publications.All.Count.ShouldBe(1);
    }

    private static async Task<DraftAdded> DraftAsync(SimulatedOffice office)
        => await DoneAsync(office.Api.Draft.AddAsync([await PublishingTests.ArticleAsync(office, "<p>正文</p>")], Cancellation));
}
