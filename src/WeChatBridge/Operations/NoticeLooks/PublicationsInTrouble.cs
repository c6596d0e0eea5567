using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Notices;
using WeChatBridge.Publishing;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>Publications that did not go out as planned, or wait for a person's hand.</summary>
internal sealed class PublicationsInTrouble : INoticeLook
{
    // A worker takes what is due within seconds; so long after, something keeps it from that.
    private static readonly TimeSpan WorkersGrace = TimeSpan.FromMinutes(10);

    // Steps with many pictures take their time.
    private static readonly TimeSpan SendingGrace = TimeSpan.FromMinutes(30);

    // A refusal nobody planned anew for so long was let be.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    public IReadOnlyCollection<NoticeKind> Kinds =>
    [
        NoticeKind.PublicationFailed, NoticeKind.PublicationLate, NoticeKind.OutcomeUnknown, NoticeKind.PublicationStopped,
        NoticeKind.DraftWaiting,
    ];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (due, slow, since) = (now - WorkersGrace, now - SendingGrace, now - Remembered);
        var later = context.Set<Publication>().Where(other => other.State != PublicationState.Cancelled);
        var found = await context.Set<Publication>().AsNoTrackingWithIdentityResolution()
            .Include(one => one.Items.OrderBy(item => item.Position))
            .Where(one => one.State == PublicationState.Stopped || one.State == PublicationState.OutcomeUnknown
                || one.State == PublicationState.DraftReady
                || (one.State == PublicationState.Scheduled && one.DueAt < due)
                || (one.State == PublicationState.Sending && one.DueAt < slow)
                || ((one.State == PublicationState.Refused
                        || (one.State == PublicationState.Published && one.Items.Any(item => item.HasFailed)))
                    && one.EndedAt > since
                    && !later.Any(other => other.Id > one.Id && other.AccountKey == one.AccountKey && other.Items.Any(
                        again => one.Items.Any(item => item.SubjectId == again.SubjectId)))))
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        return [.. found.Select(Of)];
    }

    private static WantedNotice Of(Publication one)
    {
        var (kind, text) = one switch
        {
            { State: PublicationState.Stopped, StopReason: StopReason.Late } => (NoticeKind.PublicationLate, NoticeTexts.LateStopped),
            { State: PublicationState.Stopped } => (NoticeKind.PublicationStopped, NoticeTexts.Stopped),
            { State: PublicationState.OutcomeUnknown } => (NoticeKind.OutcomeUnknown, NoticeTexts.OutcomeUnknown),
            { State: PublicationState.DraftReady } => (NoticeKind.DraftWaiting, NoticeTexts.DraftWaiting),
            { State: PublicationState.Refused } => (NoticeKind.PublicationFailed, NoticeTexts.Refused),
            { State: PublicationState.Published } => (NoticeKind.PublicationFailed, NoticeTexts.PartlyFailed),
            _ => (NoticeKind.PublicationLate, NoticeTexts.LateWaiting),
        };
        return new WantedNotice(
            one.AccountKey,
            kind,
            $"publication/{one.Id}",
            Addressee.Holding(kind == NoticeKind.DraftWaiting ? Permission.RegisterWebsiteSending : Permission.Schedule),
            text.With(NameOf(one), OfficeTime.Write(one.DueAt), one.Id, one.StopWords.TrimEnd('。')));
    }

    private static string NameOf(Publication one) => one.Items.Count > 1
        ? NoticeTexts.SeveralArticles.With(one.Items[0].Title, one.Items.Count)
        : one.Items.Count == 1 ? one.Items[0].Title : "";
}
