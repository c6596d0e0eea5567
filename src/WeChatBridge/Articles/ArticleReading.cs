using Microsoft.EntityFrameworkCore;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>Finds an article for somebody who may know of it.</summary>
internal static class ArticleReading
{
    private static readonly Permission[] Looking =
    [
        Permission.WriteArticles, Permission.ReviewArticles, Permission.SignOff, Permission.DecideSentUp, Permission.Schedule,
        Permission.ExportCaseFile, Permission.ReadAudit,
    ];

    public static bool MayRead(Acting by, string accountKey) => Looking.Any(permission => by.May(permission, accountKey));

    /// <summary>Null both where there is none and for who may not look: they learn not even that it exists.</summary>
    public static async Task<Article?> FindAsync(IQueryable<Article> articles, long id, Acting by, CancellationToken cancellationToken)
    {
        var article = await articles.Include(article => article.Files).SingleOrDefaultAsync(article => article.Id == id, cancellationToken);
        return article is not null && MayRead(by, article.AccountKey) ? article : null;
    }

    /// <summary>The same, and for who examines it in the place of somebody absent (代审).</summary>
    /// <param name="context">The caller's.</param>
    /// <param name="id">Which.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="now">The moment; standing in has an end.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<Article?> FindForReadersAsync(
        BridgeContext context, long id, Acting by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var article = await context.Set<Article>().AsNoTracking().Include(article => article.Files)
            .SingleOrDefaultAsync(article => article.Id == id, cancellationToken);
        if (article is null || MayRead(by, article.AccountKey))
        {
            return article;
        }

        var rights = await ReviewerFinder.FindAsync(context, by.Name, article.AccountKey, now, cancellationToken);
        var reviews = await context.Set<Review>().AsNoTracking().Where(review => review.Kind == ReviewedKind.Article
            && review.AccountKey == article.AccountKey && review.SubjectId == Article.SubjectOf(id)).ToListAsync(cancellationToken);
        return reviews.Exists(rights.Concern) ? article : null;
    }

    /// <summary>Whether this person may read what the review is about, in their own right or in the place of somebody absent.</summary>
    public static async Task<bool> MayReadAsync(
        BridgeContext context, Review review, Acting by, DateTimeOffset now, CancellationToken cancellationToken) =>
        MayRead(by, review.AccountKey)
        || (await ReviewerFinder.FindAsync(context, by.Name, review.AccountKey, now, cancellationToken)).Concern(review);

    /// <summary>Takes it to be changed, or says why this person cannot change it now. The caller has taken its turn.</summary>
    /// <param name="context">The caller's, with its transaction open.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The number they saw; null is as they themselves left it.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends the work; the caller rolls back.</param>
    public static async Task<Outcome<Article>> TakeAsync(
        BridgeContext context, long id, int? seen, Acting by, CancellationToken cancellationToken)
    {
        var article = await FindAsync(context.Set<Article>(), id, by, cancellationToken);
        return article is null
            ? Outcome<Article>.Refused(ArticleTexts.ArticleUnknown.With(id))
            : article.ObjectionTo(seen, by) is { } objection ? Outcome<Article>.Refused(objection) : article;
    }

    /// <summary>What the limits need to know of the pictures it holds.</summary>
    public static async Task<IReadOnlyDictionary<string, PictureFile>> PicturesAsync(
        BridgeContext context, long id, CancellationToken cancellationToken) => await (
        from file in context.Set<ArticleFile>()
        join stored in context.Set<StoredFile>() on file.FileHash equals stored.Hash
        where file.ArticleId == id
        select new { stored.Hash, stored.MediaType, stored.Length }).ToDictionaryAsync(
            file => file.Hash, file => new PictureFile(file.MediaType, file.Length), cancellationToken);
}
