using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Media;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Api.Drafts;

/// <summary>A draft (草稿) in the box: one to eight articles under one media id.</summary>
public sealed record Draft(string MediaId, IReadOnlyList<DraftArticle> Articles, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>The temporary address a draft can be previewed at; it dies with the draft.</summary>
    internal string PreviewUrl(int index) => $"http://mp.weixin.qq.com/s?tempkey={MediaId}&idx={index + 1}";

    internal IReadOnlyList<ChatArticle> Cards(MediaLibrary media, Func<int, string> url) =>
        [.. Articles.Select((article, i) => new ChatArticle(article.Title, article.Digest, ArticleJson.CoverUrl(article, media), url(i)))];

    internal JsonArray NewsItems(MediaLibrary media) =>
        new([.. Articles.Select((article, i) => ArticleJson.Write(article, media, PreviewUrl(i)))]);
}
