using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.Draft;

/// <summary>One article (图文) as the platform returns it, from drafts, publications and permanent materials alike.</summary>
/// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_getdraft.html"/></remarks>
public sealed record NewsItem
{
    /// <summary><c>news</c> or <c>newspic</c>; absent in answers of older interfaces.</summary>
    public string? ArticleType { get; init; }

    /// <summary>标题.</summary>
    public string? Title { get; init; }

    /// <summary>作者.</summary>
    public string? Author { get; init; }

    /// <summary>摘要; filled by the platform from the body when none was given.</summary>
    public string? Digest { get; init; }

    /// <summary>The body after the platform's own filter; compare it with what was sent. Empty when asked for without content.</summary>
    public string? Content { get; init; }

    /// <summary>阅读原文.</summary>
    public string? ContentSourceUrl { get; init; }

    /// <summary>The cover's permanent material.</summary>
    public string? ThumbMediaId { get; init; }

    /// <summary>The cover's address.</summary>
    public string? ThumbUrl { get; init; }

    /// <summary>Draft: a preview link that soon ends. Published: the permanent link.</summary>
    public string? Url { get; init; }

    /// <summary>Whether readers may comment.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool NeedOpenComment { get; init; }

    /// <summary>Whether only followers may comment.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool OnlyFansCanComment { get; init; }

    /// <summary>Published articles only: taken down.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool IsDeleted { get; init; }

    /// <summary>The pictures of a <c>newspic</c>.</summary>
    public DraftImageInfo? ImageInfo { get; init; }
}
