using WeChatBridge.Accounts;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>Publications as lines of text.</summary>
internal static class PublicationLines
{
    public static string Head(Publication one) => PublishingTexts.LineHead.With(
        one.Id,
        PublicationWords.NameOf(one.State),
        OfficeTime.Write(one.DueAt),
        PublicationWords.NameOf(one.Act),
        PublicationWords.TitleOf(one),
        one.Revision);

    public static string Whole(PublicationSheet sheet)
    {
        var one = sheet.Publication;
        return string.Join(
            '\n',
            [
                Head(one),
                PublicationWords.AudienceOf(one.AudienceTag),
                PublishingTexts.LineScheduledBy.With(one.ScheduledBy, OfficeTime.Write(one.ScheduledAt)),
                .. one.MayBeLate ? [PublishingTexts.LineMayBeLate] : Array.Empty<string>(),
                .. Told(one),
                .. one.Items.OrderBy(item => item.Position).Select(item => Item(item, sheet.NotReleased.Any(two => two.Id == item.Id))),
                .. sheet.Attempts.Select(attempt => PublishingTexts.LineAttempt.With(
                    OfficeTime.Write(attempt.BegunAt),
                    PublicationWords.NameOf(attempt.Step),
                    PublicationWords.NameOf(attempt.Outcome),
                    attempt.Code is { } code ? $" {code}" : "")),
                .. sheet.LeftDrafts.Select(draft => PublishingTexts.LineDraftLeft.With(draft.Words)),
                .. sheet.Settlements.Select(Settled),
                .. Heard(sheet.Heard),
            ]);
    }

    /// <summary>What may be the end of what nobody knows the end of, for the person who looks into it.</summary>
    public static IEnumerable<string> Heard(IReadOnlyList<HeardOutcome> heard) => heard.Count == 0 ? [] :
    [
        PublishingTexts.LineHeardHead,
        .. heard.Select(one => PublishingTexts.LineHeard.With(
            OfficeTime.Write(one.At),
            one.Report.TaskId,
            Said(one.Report),
            one.Report.Counts is { } counts
                ? PublishingTexts.LineHeardCounts.With(Written(counts.Meant), Written(counts.Tried), Written(counts.Reached), Written(counts.Missed))
                : "",
            string.Concat(one.Report.Urls.OrderBy(url => url.Key).Select(url => $" {url.Value}")))),
    ];

    public static string Preview(SchedulePreview preview) => string.Join('\n', [.. Told(preview), PublishingTexts.LineConfirm]);

    public static string Planned(PlannedPublication planned) => string.Join(
        '\n',
        [
            PublishingTexts.LinePlanned.With(planned.Publication.Id, OfficeTime.Write(planned.Publication.DueAt)),
            .. Told(planned.Preview),
            Head(planned.Publication),
        ]);

    public static string Changed(Publication one) =>
        PublishingTexts.LineChanged.With(one.Id, PublicationWords.NameOf(one.State), OfficeTime.Write(one.DueAt)) + '\n' + Head(one);

    public static string Paused(SendingState state) => PublishingTexts.LinePaused.With(
        state.Sending.AccountKey, state.Sending.PauseWords, state.Overdue.Count + state.TooLate.Count);

    public static string Resumed(SendingState state) => state.Sending.IsPaused ? StillPaused(state.Sending) : string.Join(
        '\n',
        [
            PublishingTexts.LineResumed.With(state.Sending.AccountKey),
            .. state.Overdue.Select(one => Due(PublishingTexts.LineResumedDue, one)),
            .. state.TooLate.Select(one => Due(PublishingTexts.LineResumedLate, one)),
        ]);

    private static string Due(string line, Publication one) => line.With(one.Id, PublicationWords.TitleOf(one), OfficeTime.Write(one.DueAt));

    private static IEnumerable<string> Told(SchedulePreview preview)
    {
        yield return PublishingTexts.LinePreview.With(
            OfficeTime.Write(preview.Plan.DueAt),
            PublicationWords.NameOf(preview.Plan.Act),
            string.Join("；", preview.Plan.Items.Select(item => $"《{item.Document.Title}》")));
        if (preview.Allowance is { } allowance)
        {
            yield return PublishingTexts.LineAllowance.With(
                allowance.OnDay,
                allowance.PerDay,
                allowance.PerMonth is { } most ? PublishingTexts.LineAllowanceMonth.With(allowance.InMonth, most) : "");
        }

        foreach (var line in preview.Concerns.Select(concern => PublishingTexts.LineConcern.With(concern.Sentence))
            .DefaultIfEmpty(PublishingTexts.LineNoConcern))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Told(Publication one) => one switch
    {
        { State: PublicationState.Stopped } => [PublishingTexts.LineStop.With(PublicationWords.NameOf(one.StopReason), Added(one.StopWords))],
        { StopWords.Length: > 0 } => [one.StopWords],
        _ => [],
    };

    private static string Item(PublicationItem item, bool isWaiting) => PublishingTexts.LineItem.With(
        item.Position + 1, item.Title, item.SubjectId, item.ContentHash, Added(item.Url) + (isWaiting ? PublishingTexts.LineItemWaiting : ""));

    private static string Settled(Settlement one) => PublishingTexts.LineSettlement.With(
        OfficeTime.Write(one.At),
        one.By,
        one.As == SettledAs.Published ? PublishingTexts.SettledPublished : PublishingTexts.SettledNotSent,
        one.Evidence);

    private static string Said(TaskReport report) => report.Words.Length > 0 ? report.Words.TrimEnd('。')
        : report.Ending == TaskEnding.Published ? PublishingTexts.SettledPublished
        : PublishingTexts.HeardRunning;

    private static string Written(int? count) => count is { } known ? $"{known}" : PublishingTexts.HeardNoCount;

    private static string StillPaused(AccountSending one) => PublishingTexts.LineStillPaused.With(one.AccountKey, one.PauseReason.TrimEnd('。'));

    private static string Added(string words) => words.Length > 0 ? " " + words : "";
}
