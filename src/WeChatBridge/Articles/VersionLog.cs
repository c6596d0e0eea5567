using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Articles;

/// <summary>Keeps the frozen versions of articles. Desks call it inside their own transaction.</summary>
internal sealed class VersionLog(AuditTrail audit, TimeProvider clock)
{
    /// <summary>The versions of an article, the newest first.</summary>
    public static async Task<IReadOnlyList<ArticleVersion>> OfAsync(
        BridgeContext context, long articleId, CancellationToken cancellationToken) =>
        await context.Set<ArticleVersion>().Where(version => version.ArticleId == articleId)
            .OrderByDescending(version => version.Number).ToListAsync(cancellationToken);

    public static Task<bool> IsExaminedOrReleasedAsync(
        BridgeContext context, ArticleVersion version, CancellationToken cancellationToken) => context.Set<Review>().AnyAsync(
        review => review.Id == version.ReviewId && (review.State == ReviewState.Open || review.State == ReviewState.Passed),
        cancellationToken);

    /// <summary>Adds the version with its document; submitted once more, it is the same one with the new answers to findings.</summary>
    public async Task<ArticleVersion> AddAsync(
        BridgeContext context, Article article, Frozen frozen, SubmittedBy submitted, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await OfAsync(context, article.Id, cancellationToken);
        var version = known.FirstOrDefault(version => version.ContentHash == frozen.Hash);
        if (version is null)
        {
            if (!await context.Set<StoredFile>().AnyAsync(file => file.Hash == frozen.Hash, cancellationToken))
            {
                context.Add(StoredFile.Of(frozen.Document.ToBytes(), ArticleDocument.MediaType, now));
            }

            var number = known.Count + 1;
            version = ArticleVersion.Of(article, number, frozen, submitted.ReviewId, submitted.By.Name, now);
            context.Add(version);
        }

        version.Answer(submitted.Answers.Select(named => submitted.Write(named, now)));
        article.Submitted(frozen.Hash);
        await context.SaveChangesAsync(cancellationToken);
        var detail = $"version {version.Number}; sha256 {frozen.Hash}; review {version.ReviewId}; "
            + $"{submitted.Answers.Count} findings answered; answers sha256 {AnsweredFinding.HashOf(version.Answers)}";
        await audit.AppendAsync(context, ArticleLog.ActOf("article.submit", article, submitted.By, detail), cancellationToken);
        return version;
    }
}

/// <summary>Who submits a version, and what they say to what the checks found.</summary>
internal sealed record SubmittedBy(Acting By, long ReviewId, IReadOnlyList<NamedFinding> Answers, IReadOnlyList<FindingReason> Reasons)
{
    public AnsweredFinding Write(NamedFinding named, DateTimeOffset at) => new(
        named.Finding.Rule,
        named.Finding.Place.Label,
        named.Finding.Place.Excerpt,
        named.Finding.Advice,
        named.ReasonIn(Reasons) ?? "",
        By.Name,
        at);
}
