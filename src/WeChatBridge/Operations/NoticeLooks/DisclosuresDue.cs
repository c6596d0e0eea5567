using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Articles;
using WeChatBridge.Notices;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>
/// Articles that must be public by a day (条例第二十六条, 20 working days) which is near or past: those being written, in review, sent back,
/// and approved but not out.
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
        var published = (await context.Set<Publication>()
            .Where(one => one.State == PublicationState.Published || one.State == PublicationState.Withdrawn)
            .Join(
                context.Set<PublicationItem>().Where(item => !item.HasFailed),
                one => one.Id,
                item => item.PublicationId,
                (one, item) => new { one.AccountKey, item.SubjectId })
            .Distinct().ToListAsync(cancellationToken)).Select(one => (one.AccountKey, one.SubjectId)).ToHashSet();
        var written = await WrittenAsync(context, now - Remembered, cancellationToken);
        var examined = await ExaminedAsync(context, now - Remembered, cancellationToken);
        var given = await ArticlesGivenUp.AmongAsync(context, [.. examined.Select(one => one.SubjectId)], cancellationToken);
        var today = OfficeTime.DateAt(now);
        // What is being written anew stands before what was submitted.
        return [.. written.Concat(examined.Where(one => !given.Contains(one.SubjectId)))
            .DistinctBy(one => (one.AccountKey, one.SubjectId))
            .Where(one => !published.Contains((one.AccountKey, one.SubjectId)))
            .Select(one => Of(one, today)).OfType<WantedNotice>()];
    }

    private async Task<IReadOnlyList<DueArticle>> WrittenAsync(BridgeContext context, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var drafts = await context.Set<Article>().AsNoTracking()
            .Where(article => article.State != ArticleState.Discarded && article.SubmittedHash == "" && article.ChangedAt > since)
            .OrderBy(article => article.Id).ToListAsync(cancellationToken);
        return [.. drafts.Select(article => new DueArticle(
            article.AccountKey,
            article.SubjectId,
            article.Title,
            article.Content.Disclosure.DueOn(calendar)?.Date,
            Permission.WriteArticles))];
    }

    private static async Task<IReadOnlyList<DueArticle>> ExaminedAsync(
        BridgeContext context, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var reviews = context.Set<Review>();
        var pending = await reviews.AsNoTracking()
            .Where(review => review.Kind == ReviewedKind.Article && review.FollowsUpId == null && NotOut.Contains(review.State)
                && review.ChangedAt > since)
            // The newest version speaks for its article.
            .Where(review => !reviews.Any(later => later.Id > review.Id && later.Kind == review.Kind && later.FollowsUpId == null
                && later.AccountKey == review.AccountKey && later.SubjectId == review.SubjectId))
            .Join(context.Set<StoredFile>(), review => review.ContentHash, file => file.Hash, (review, file) => new { review, file.Content })
            .OrderBy(pair => pair.review.Id).ToListAsync(cancellationToken);
        return [.. pending.Select(pair => new DueArticle(
            pair.review.AccountKey,
            pair.review.SubjectId,
            pair.review.Title,
            ArticleDocument.Read(pair.Content).Disclosure.DueOn,
            pair.review.State == ReviewState.Passed ? Permission.Schedule : Permission.WriteArticles))];
    }

    private WantedNotice? Of(DueArticle article, DateOnly today)
    {
        if (article.DueOn is not { } due || calendar.CountWorkingDays(today, due) > WorkingDaysBefore)
        {
            return null;
        }

        return new WantedNotice(
            article.AccountKey,
            NoticeKind.DisclosureDue,
            $"due/{article.SubjectId}",
            Addressee.Holding(article.For),
            due < today
                ? NoticeTexts.DisclosureOverdue.With(article.Title, OfficeTime.Write(due))
                : NoticeTexts.DisclosureDue.With(article.Title, OfficeTime.Write(due), calendar.CountWorkingDays(today, due)));
    }

    private sealed record DueArticle(string AccountKey, string SubjectId, string Title, DateOnly? DueOn, Permission For);
}
