using WeChatBridge.Simulator.Api.Drafts;
using WeChatBridge.Simulator.Api.Mass;
using WeChatBridge.Simulator.Api.Publishing;

namespace WeChatBridge.Simulator.Pages;

/// <summary>An article as readers of the account find it: published (发布), pushed (群发), or a draft under its preview address.</summary>
internal sealed record ReaderArticle(DraftArticle Article, string Url, DateTimeOffset At, string Act, bool IsGone)
{
    /// <summary>What stands on the account's home page, newest first; what was taken away is marked.</summary>
    public static IEnumerable<ReaderArticle> Public(PlatformAccount account) =>
        account.Api.Publications.All.SelectMany(Published)
            .Concat(account.Api.MassSends.All.SelectMany(Pushed))
            .OrderByDescending(article => article.At);

    /// <summary>What opens under the address, if it is one of this account's.</summary>
    public static ReaderArticle? Find(PlatformAccount account, string url) =>
        Public(account).Concat(account.Api.Drafts.All.SelectMany(Previewed)).FirstOrDefault(article => article.Url == url);

    private static IEnumerable<ReaderArticle> Published(Publication publication) =>
        publication.FinishedAt is { } at && publication.ArticleId.Length > 0
            ? publication.Articles.Select((article, i) => new ReaderArticle(
                article,
                publication.Url(i),
                at,
                "发布",
                !publication.IsPublic || publication.DeletedIndexes.Contains(i + 1)))
            : [];

    private static IEnumerable<ReaderArticle> Pushed(MassMessage message) =>
        message is { FinishedAt: { } at, Status: not MassStatus.Failed }
            ? message.Articles.Select((article, i) => new ReaderArticle(
                article,
                message.Url(i),
                at,
                "群发",
                message.DeletedIndexes.Contains(i + 1)))
            : [];

    private static IEnumerable<ReaderArticle> Previewed(Draft draft) =>
        draft.Articles.Select((article, i) => new ReaderArticle(article, draft.PreviewUrl(i), draft.UpdatedAt, "预览", IsGone: false));
}
