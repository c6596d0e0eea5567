using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Articles;
using WeChatBridge.Publishing;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>What is known of an article of a publication beside its bytes: how it was submitted, and to which others it belongs.</summary>
internal static class CaseArticleFinder
{
    /// <summary>The version that is sent and those before it, the oldest first.</summary>
    public static async Task<IReadOnlyList<CaseVersion>> VersionsAsync(
        BridgeContext context, PublicationItem item, CancellationToken cancellationToken)
    {
        var id = IdOf(item.SubjectId);
        var all = await context.Set<ArticleVersion>().AsNoTracking().Where(version => version.ArticleId == id)
            .OrderBy(version => version.Number).ToListAsync(cancellationToken);
        var sent = all.Find(version => version.ContentHash == item.ContentHash)?.Number;
        return
        [
            .. all.Where(version => version.Number <= sent).Select(version => new CaseVersion(
                version.Number, version.ContentHash, version.ReviewId, version.SubmittedBy, version.SubmittedAt, version.Answers)),
        ];
    }

    public static async Task<CaseLinks> LinksAsync(BridgeContext context, PublicationItem item, CancellationToken cancellationToken)
    {
        var id = IdOf(item.SubjectId);
        var article = await context.Set<Article>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (article is null)
        {
            return new CaseLinks(null, [], []);
        }

        var original = article.CorrectsArticleId is { } corrected ? await LinkedAsync(context, corrected, cancellationToken) : null;
        var later = await context.Set<Article>().Where(one => one.CorrectsArticleId == id).OrderBy(one => one.Id).Select(one => one.Id)
            .ToListAsync(cancellationToken);
        var corrections = new List<CaseLinkedArticle>();
        foreach (var one in later)
        {
            corrections.Add(await LinkedAsync(context, one, cancellationToken));
        }

        // What is still being written is nobody's business outside.
        return new CaseLinks(original, [.. corrections.Where(one => one.Urls.Count > 0)], article.ClarifiesQuestions);
    }

    private static async Task<CaseLinkedArticle> LinkedAsync(BridgeContext context, long id, CancellationToken cancellationToken)
    {
        var subject = Article.SubjectOf(id);
        var items = await context.Set<PublicationItem>().AsNoTracking().Where(one => one.SubjectId == subject && one.Url != "")
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var title = items.Count > 0
            ? items[^1].Title
            : await context.Set<Article>().Where(one => one.Id == id).Select(one => one.Title).SingleAsync(cancellationToken);
        return new CaseLinkedArticle(subject, title, [.. items.Select(one => one.Url)]);
    }

    private static long? IdOf(string subject) =>
        long.TryParse(subject.AsSpan(subject.IndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
