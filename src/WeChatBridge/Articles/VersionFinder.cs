using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Articles.Body;
using WeChatBridge.Articles.Checks;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>Shows what is examined: a frozen version as its document, and as a reader will see it.</summary>
internal sealed class VersionFinder(IDbContextFactory<BridgeContext> contexts, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>The version a review is about; null where the review is about something else than an article.</summary>
    public async Task<ReviewedArticle?> OfReviewAsync(Review review, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (review.Kind != ReviewedKind.Article
            || !await ArticleReading.MayReadAsync(context, review, by, clock.GetUtcNow(), cancellationToken))
        {
            return null;
        }

        // An emergency's follow-up examines the version of the review it follows.
        var examined = review.FollowsUpId ?? review.Id;
        var version = await context.Set<ArticleVersion>().AsNoTracking()
            .SingleOrDefaultAsync(version => version.ReviewId == examined, cancellationToken);
        return version is null
            ? null
            : new ReviewedArticle(version, await DocumentAsync(context, version.ContentHash, cancellationToken));
    }

    /// <summary>A page of its own, pictures and attachments in it, that shows a version or what is being written.</summary>
    /// <param name="id">The article.</param>
    /// <param name="number">The version; null for the article as it stands.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Outcome<string>> PreviewAsync(long id, int? number, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ArticleReading.FindForReadersAsync(context, id, by, clock.GetUtcNow(), cancellationToken) is not { } article)
        {
            return Outcome<string>.Refused(ArticleTexts.ArticleUnknown.With(id));
        }

        if (number is null)
        {
            var draft = article.Draft.Freeze(article.AccountKey, article.Content.Disclosure.DueOn(calendar)?.Date);
            return ArticlePage.Write(draft, ArticleTexts.PreviewOfDraft, await FilesAsync(context, id, draft, cancellationToken));
        }

        var hash = await context.Set<ArticleVersion>().Where(version => version.ArticleId == id && version.Number == number)
            .Select(version => version.ContentHash).SingleOrDefaultAsync(cancellationToken);
        if (hash is null)
        {
            return Outcome<string>.Refused(ArticleTexts.VersionUnknown.With(id, number));
        }

        var document = await DocumentAsync(context, hash, cancellationToken);
        return ArticlePage.Write(
            document, ArticleTexts.PreviewOfVersion.With(number, hash), await FilesAsync(context, id, document, cancellationToken));
    }

    private static async Task<ArticleDocument> DocumentAsync(BridgeContext context, string hash, CancellationToken cancellationToken) =>
        ArticleDocument.Read(await context.Set<StoredFile>().Where(file => file.Hash == hash).Select(file => file.Content)
            .SingleAsync(cancellationToken));

    private static async Task<IReadOnlyDictionary<string, StoredFile>> FilesAsync(
        BridgeContext context, long id, ArticleDocument document, CancellationToken cancellationToken)
    {
        var shown = BodyMarkup.Of(document.BodyHtml).Pictures.Select(picture => BodyImage.HashIn(picture.Address)).OfType<string>()
            .Concat(document.Attachments.Select(attachment => attachment.Hash)).Append(document.Cover?.Hash ?? "").Distinct().ToList();
        return await (
            from file in context.Set<ArticleFile>()
            join stored in context.Set<StoredFile>().AsNoTracking() on file.FileHash equals stored.Hash
            where file.ArticleId == id && shown.Contains(stored.Hash)
            select stored).ToDictionaryAsync(stored => stored.Hash, cancellationToken);
    }
}

/// <summary>What a review is about.</summary>
internal sealed record ReviewedArticle(ArticleVersion Version, ArticleDocument Document);
