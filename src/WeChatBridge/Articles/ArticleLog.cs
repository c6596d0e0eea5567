using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Articles.Body;
using WeChatBridge.Articles.Checks;
using WeChatBridge.Audit;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Articles;

/// <summary>
/// Writes down what an article says from now on, with its files, the reviews that are void thereby and the audit entry. Desks call it
/// inside their own transaction.
/// </summary>
internal sealed class ArticleLog(ReviewDesk reviews, AuditTrail audit, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>True where something changed; a save that changes nothing voids nothing and leaves no trace.</summary>
    public async Task<bool> WriteAsync(
        BridgeContext context, Article article, ArticleDraft draft, ArticleChange change, CancellationToken cancellationToken)
    {
        var isNew = article.Id == 0;
        if (!isNew && draft.ReadsLike(article.Draft))
        {
            return false;
        }

        article.Write(draft, change.By.Name, clock.GetUtcNow());
        await HoldAsync(context, article, change.Brought, cancellationToken);
        if (isNew)
        {
            context.Add(article);
        }

        await context.SaveChangesAsync(cancellationToken);
        var hash = Freeze(article).Hash;
        await reviews.VersionChangedAsync(context, article.ToReviewed(hash), change.By, cancellationToken);
        var links = isNew && article.Links.Length > 0 ? $"; about {article.Links}" : "";
        await audit.AppendAsync(context, ActOf(change.Action, article, change.By, $"sha256 {hash}{links}"), cancellationToken);
        return true;
    }

    /// <summary>As it would be examined and sent if it were submitted at this moment.</summary>
    public Frozen Freeze(Article article) =>
        new(article.Draft.Freeze(article.AccountKey, article.Content.Disclosure.DueOn(calendar)?.Date));

    public static AuditedAct ActOf(string action, Article article, Acting by, string detail) => new(
        by.Name, article.AccountKey, action, article.SubjectId, $"revision {article.Revision}; {detail}");

    /// <summary>
    /// Keeps the files it shows. A picture named by its address must belong to an article of the same account already: an address alone
    /// opens nobody's files.
    /// </summary>
    private static async Task HoldAsync(
        BridgeContext context, Article article, IReadOnlyList<StoredFile> brought, CancellationToken cancellationToken)
    {
        var wanted = HashesIn(article.Content).Except(article.Files.Select(file => file.FileHash)).ToList();
        var known = await (
            from file in context.Set<ArticleFile>()
            join other in context.Set<Article>() on file.ArticleId equals other.Id
            where wanted.Contains(file.FileHash) && other.AccountKey == article.AccountKey
            select file.FileHash).Distinct().ToListAsync(cancellationToken);
        foreach (var file in brought.Where(file => wanted.Contains(file.Hash)).DistinctBy(file => file.Hash))
        {
            if (!await context.Set<StoredFile>().AnyAsync(stored => stored.Hash == file.Hash, cancellationToken))
            {
                context.Add(file);
            }

            article.Hold(file.Hash);
        }

        known.ForEach(article.Hold);
    }

    private static IEnumerable<string> HashesIn(ArticleContent content) => BodyMarkup.Of(content.BodyHtml).Pictures
        .Select(picture => BodyImage.HashIn(picture.Address)).OfType<string>()
        .Concat(content.Attachments.Select(attachment => attachment.Hash))
        .Concat(content.Cover is { } cover ? [cover.Hash] : [])
        .Distinct();
}

/// <summary>A change of an article, as it is written down.</summary>
/// <param name="Action">What the audit trail calls it.</param>
/// <param name="By">Who makes it.</param>
/// <param name="Brought">Files that come with it; those it does not show are left out.</param>
internal sealed record ArticleChange(string Action, Acting By, IReadOnlyList<StoredFile> Brought);

/// <summary>A document with its hash.</summary>
internal sealed record Frozen(ArticleDocument Document)
{
    public string Hash { get; } = Document.Hash();
}
