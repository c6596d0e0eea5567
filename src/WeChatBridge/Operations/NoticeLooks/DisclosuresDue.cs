using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Articles;
using WeChatBridge.Articles.Disclosure;
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

    // Taken back, it must be examined anew: its author goes on with it.
    private static readonly ReviewState[] NotOut = [ReviewState.Open, ReviewState.Returned, ReviewState.Passed, ReviewState.Withdrawn];

    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.DisclosureDue];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var written = await WrittenAsync(context, now - Remembered, cancellationToken);
        var examined = await ExaminedAsync(context, now - Remembered, cancellationToken);
        var today = OfficeTime.DateAt(now);
        // What is being written anew stands before what was submitted.
        return [.. written.Concat(examined).DistinctBy(one => (one.AccountKey, one.SubjectId))
            .Select(one => Of(one, today)).OfType<WantedNotice>()];
    }

    private async Task<IReadOnlyList<DueArticle>> WrittenAsync(BridgeContext context, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var published = Published(context);
        var drafts = await context.Set<Article>()
            .Where(article => article.State != ArticleState.Discarded && article.SubmittedHash == "" && article.ChangedAt > since)
            .Select(article => new { article.Id, Subject = Article.SubjectPrefix + article.Id, article.AccountKey, article.Title, article.DueFrom })
            .Where(article => !published.Any(one => one.AccountKey == article.AccountKey && one.SubjectId == article.Subject))
            .OrderBy(article => article.Id).ToListAsync(cancellationToken);
        return [.. drafts.Select(article => new DueArticle(
            article.AccountKey,
            article.Subject,
            article.Title,
            DisclosureFacts.DueOn(article.DueFrom, calendar)?.Date,
            Permission.WriteArticles))];
    }

    /// <summary>By the day that was reckoned when the version was frozen; no document is read for it.</summary>
    private static async Task<IReadOnlyList<DueArticle>> ExaminedAsync(
        BridgeContext context, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var published = Published(context);
        var pending =
            from review in Newest(context.Set<Review>())
            where NotOut.Contains(review.State) && review.ChangedAt > since
                && !published.Any(one => one.AccountKey == review.AccountKey && one.SubjectId == review.SubjectId)
            join version in context.Set<ArticleVersion>() on review.Id equals version.ReviewId
            join article in context.Set<Article>() on version.ArticleId equals article.Id
            where version.DueOn != null && article.State != ArticleState.Discarded
            orderby review.Id
            select new { review.AccountKey, review.SubjectId, review.Title, version.DueOn, review.State };
        return [.. (await pending.ToListAsync(cancellationToken)).Select(one => new DueArticle(
            one.AccountKey,
            one.SubjectId,
            one.Title,
            one.DueOn,
            one.State == ReviewState.Passed ? Permission.Schedule : Permission.WriteArticles))];
    }

    /// <summary>The version examined last speaks for its article; one that gave way to another speaks for none.</summary>
    private static IQueryable<Review> Newest(IQueryable<Review> reviews)
    {
        var ofArticles = reviews.Where(review =>
            review.Kind == ReviewedKind.Article && review.FollowsUpId == null && review.State != ReviewState.Superseded);
        return ofArticles.Where(review => !ofArticles.Any(later =>
            later.AccountKey == review.AccountKey && later.SubjectId == review.SubjectId
            && (later.ChangedAt > review.ChangedAt || (later.ChangedAt == review.ChangedAt && later.Id > review.Id))));
    }

    private static IQueryable<OutArticle> Published(BridgeContext context) => context.Set<Publication>()
        .Where(one => one.State == PublicationState.Published || one.State == PublicationState.Withdrawn)
        .Join(
            context.Set<PublicationItem>().Where(item => !item.HasFailed),
            one => one.Id,
            item => item.PublicationId,
            (one, item) => new OutArticle { AccountKey = one.AccountKey, SubjectId = item.SubjectId });

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

    private sealed record OutArticle
    {
        public required string AccountKey { get; init; }

        public required string SubjectId { get; init; }
    }

    private sealed record DueArticle(string AccountKey, string SubjectId, string Title, DateOnly? DueOn, Permission For);
}
