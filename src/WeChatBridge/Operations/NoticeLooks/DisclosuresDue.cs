using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Notices;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>
/// Articles that must be public by a day (条例第二十六条, 20 working days) which is near or past: those in review, sent back, and approved
/// but not out.
/// </summary>
internal sealed class DisclosuresDue(WorkingCalendar calendar) : INoticeLook
{
    private const int WorkingDaysBefore = 5;

    // What was examined longer ago and never sent was given up.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    private static readonly ReviewState[] NotOut = [ReviewState.Open, ReviewState.Returned, ReviewState.Passed];

    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.DisclosureDue];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Remembered;
        var reviews = context.Set<Review>();
        var published = context.Set<Publication>()
            .Where(one => one.State == PublicationState.Published || one.State == PublicationState.Withdrawn);
        var pending = await reviews.AsNoTracking()
            .Where(review => review.Kind == ReviewedKind.Article && review.FollowsUpId == null && NotOut.Contains(review.State)
                && review.ChangedAt > since)
            // The newest version speaks for its article.
            .Where(review => !reviews.Any(later => later.Id > review.Id && later.Kind == review.Kind && later.FollowsUpId == null
                && later.AccountKey == review.AccountKey && later.SubjectId == review.SubjectId))
            .Where(review => !published.Any(one => one.AccountKey == review.AccountKey
                && one.Items.Any(item => item.SubjectId == review.SubjectId && !item.HasFailed)))
            .Join(context.Set<StoredFile>(), review => review.ContentHash, file => file.Hash, (review, file) => new { review, file.Content })
            .OrderBy(pair => pair.review.Id).ToListAsync(cancellationToken);
        var today = OfficeTime.DateAt(now);
        return [.. pending.Select(pair => Of(pair.review, ArticleDocument.Read(pair.Content).Disclosure.DueOn, today)).OfType<WantedNotice>()];
    }

    private WantedNotice? Of(Review review, DateOnly? dueOn, DateOnly today)
    {
        if (dueOn is not { } due || calendar.CountWorkingDays(today, due) > WorkingDaysBefore)
        {
            return null;
        }

        return new WantedNotice(
            review.AccountKey,
            NoticeKind.DisclosureDue,
            $"due/{review.SubjectId}",
            Addressee.Holding(review.State == ReviewState.Passed ? Permission.Schedule : Permission.WriteArticles),
            due < today
                ? NoticeTexts.DisclosureOverdue.With(review.Title, OfficeTime.Write(due))
                : NoticeTexts.DisclosureDue.With(review.Title, OfficeTime.Write(due), calendar.CountWorkingDays(today, due)));
    }
}
