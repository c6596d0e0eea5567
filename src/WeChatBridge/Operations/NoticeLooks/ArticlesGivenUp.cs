using Microsoft.EntityFrameworkCore;
using WeChatBridge.Articles;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>Articles that somebody discarded: whatever is left of their reviews, nobody need do anything about them.</summary>
internal static class ArticlesGivenUp
{
    public static async Task<IReadOnlySet<string>> AmongAsync(
        BridgeContext context, IReadOnlyCollection<string> subjects, CancellationToken cancellationToken)
    {
        var discarded = await context.Set<Article>().Where(article => article.State == ArticleState.Discarded)
            .Select(article => article.Id).ToListAsync(cancellationToken);
        return discarded.Select(Article.SubjectOf).Intersect(subjects).ToHashSet();
    }
}
