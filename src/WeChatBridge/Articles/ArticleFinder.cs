using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>Shows what is being written, in which versions, and how these stand in their reviews.</summary>
internal sealed class ArticleFinder(IDbContextFactory<BridgeContext> contexts, ReadinessFinder readiness, TimeProvider clock)
{
    /// <summary>The articles of the account that are not discarded, the last changed first.</summary>
    public async Task<Outcome<IReadOnlyList<ArticleListing>>> ListAsync(
        string accountKey, Acting by, CancellationToken cancellationToken)
    {
        if (!ArticleReading.MayRead(by, accountKey))
        {
            return Outcome<IReadOnlyList<ArticleListing>>.Refused(by.Objection(Permission.WriteArticles, accountKey)!);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var reviews = await ReviewsOf(context).Where(review => review.AccountKey == accountKey)
            .Select(review => new { review.SubjectId, review.ContentHash, review.State, IsUsed = review.UsedAt != null })
            .ToDictionaryAsync(review => (review.SubjectId, review.ContentHash), cancellationToken);
        var articles = await context.Set<Article>().AsNoTracking()
            .Where(article => article.AccountKey == accountKey && article.State == ArticleState.Writing)
            .OrderByDescending(article => article.ChangedAt).ThenByDescending(article => article.Id)
            .Select(article => new
            {
                article.Id,
                article.Title,
                article.Act,
                article.SubmittedHash,
                article.Revision,
                article.ChangedBy,
                article.ChangedAt,
            }).ToListAsync(cancellationToken);
        return Outcome<IReadOnlyList<ArticleListing>>.Done(
        [
            .. from article in articles
               let review = reviews.GetValueOrDefault((Article.SubjectOf(article.Id), article.SubmittedHash))
               select new ArticleListing(
                   article.Id,
                   article.Title,
                   article.Act,
                   ArticleStandings.Of(ArticleState.Writing, review?.State, review?.IsUsed ?? false),
                   article.Revision,
                   article.ChangedBy,
                   article.ChangedAt),
        ]);
    }

    /// <summary>One article with its versions, and what it breaks and lacks as it stands.</summary>
    public async Task<Outcome<ArticleSheet>> ShowAsync(long id, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ArticleReading.FindForReadersAsync(context, id, by, clock.GetUtcNow(), cancellationToken) is not { } article)
        {
            return Outcome<ArticleSheet>.Refused(ArticleTexts.ArticleUnknown.With(id));
        }

        var reviews = await ReviewsOf(context)
            .Where(review => review.AccountKey == article.AccountKey && review.SubjectId == Article.SubjectOf(id))
            .ToDictionaryAsync(review => review.ContentHash, cancellationToken);
        var versions = await VersionLog.OfAsync(context, id, cancellationToken);
        var current = reviews.GetValueOrDefault(article.SubmittedHash);
        return new ArticleSheet(
            article,
            ArticleStandings.Of(article.State, current?.State, current?.UsedAt is not null),
            [.. versions.Select(version => new ExaminedVersion(version, reviews[version.ContentHash]))],
            await context.Set<Article>().Where(other => other.CorrectsArticleId == id).OrderBy(other => other.Id)
                .Select(other => other.Id).ToListAsync(cancellationToken),
            readiness.WhileWriting(article, await ArticleReading.PicturesAsync(context, id, cancellationToken)));
    }

    private static IQueryable<Review> ReviewsOf(BridgeContext context) => context.Set<Review>().AsNoTracking()
        .Where(review => review.Kind == ReviewedKind.Article && review.FollowsUpId == null);
}

/// <summary>An article in the list of its account.</summary>
internal sealed record ArticleListing(
    long Id, string Title, SendingAct Act, ArticleStanding Standing, int Revision, string ChangedBy, DateTimeOffset ChangedAt);

/// <summary>An article with what belongs to it.</summary>
/// <param name="Article">As it stands.</param>
/// <param name="Standing">Where it is on its way.</param>
/// <param name="Versions">What was submitted, the newest first.</param>
/// <param name="Corrections">The articles that correct it.</param>
/// <param name="Readiness">What stands against submitting it as it is, but for its links and the staff.</param>
internal sealed record ArticleSheet(
    Article Article,
    ArticleStanding Standing,
    IReadOnlyList<ExaminedVersion> Versions,
    IReadOnlyList<long> Corrections,
    ArticleReadiness Readiness);

/// <summary>A version with its review.</summary>
internal sealed record ExaminedVersion(ArticleVersion Version, Review Review);

/// <summary>Where an article is on its way, as far as writing and examining go.</summary>
internal enum ArticleStanding
{
    /// <summary>It reads otherwise than whatever was submitted.</summary>
    Writing,
    UnderReview,
    SentBack,
    Rejected,

    /// <summary>An approval was taken back, or the version was overtaken: it must be submitted again.</summary>
    Void,
    Released,

    /// <summary>Its sending has begun.</summary>
    InUse,
    Discarded,
}

/// <summary>How the standing follows from the review of what was submitted last.</summary>
internal static class ArticleStandings
{
    public static ArticleStanding Of(ArticleState state, ReviewState? review, bool isUsed) => (state, review) switch
    {
        (ArticleState.Discarded, _) => ArticleStanding.Discarded,
        _ when isUsed => ArticleStanding.InUse,
        (_, null) => ArticleStanding.Writing,
        (_, ReviewState.Open) => ArticleStanding.UnderReview,
        (_, ReviewState.Returned) => ArticleStanding.SentBack,
        (_, ReviewState.Rejected) => ArticleStanding.Rejected,
        (_, ReviewState.Passed) => ArticleStanding.Released,
        _ => ArticleStanding.Void,
    };

    /// <summary>The standing as staff call it.</summary>
    public static string NameOf(ArticleStanding standing) => standing switch
    {
        ArticleStanding.Writing => ArticleTexts.StandingWriting,
        ArticleStanding.UnderReview => ArticleTexts.StandingUnderReview,
        ArticleStanding.SentBack => ArticleTexts.StandingSentBack,
        ArticleStanding.Rejected => ArticleTexts.StandingRejected,
        ArticleStanding.Void => ArticleTexts.StandingVoid,
        ArticleStanding.Released => ArticleTexts.StandingReleased,
        ArticleStanding.InUse => ArticleTexts.StandingInUse,
        _ => ArticleTexts.StandingDiscarded,
    };
}
