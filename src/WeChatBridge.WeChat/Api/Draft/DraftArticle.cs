using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.Draft;

/// <summary>One article (图文) as it is put into a draft.</summary>
/// <remarks>
/// <see href="https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_add.html"/>. Limits are the platform's and
/// are checked there: refused as <see cref="Errors.ErrorKind.ContentRejected"/>.
/// </remarks>
public sealed record DraftArticle
{
    /// <summary><c>news</c> (default) or <c>newspic</c>, a message of pictures.</summary>
    public string ArticleType { get; init; } = "news";

    /// <summary>标题, at most 32 characters.</summary>
    public required string Title { get; init; }

    /// <summary>作者, at most 16 characters.</summary>
    public string? Author { get; init; }

    /// <summary>摘要, at most 128 characters; only for a message of one article. Absent: the first 54 characters of the body.</summary>
    public string? Digest { get; init; }

    /// <summary>
    /// HTML, fewer than 20,000 characters and less than 1 MB; pictures only with addresses from <c>media/uploadimg</c>, others are filtered
    /// out. For <c>newspic</c>: plain text.
    /// </summary>
    public required string Content { get; init; }

    /// <summary>阅读原文, at most 1 KB.</summary>
    public string? ContentSourceUrl { get; init; }

    /// <summary>The cover: a permanent image material. Required for <c>news</c>.</summary>
    public string? ThumbMediaId { get; init; }

    /// <summary>Whether readers may comment.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool NeedOpenComment { get; init; }

    /// <summary>Whether only followers may comment.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool OnlyFansCanComment { get; init; }

    /// <summary>The cover's 2.35:1 crop as <c>X1_Y1_X2_Y2</c>, fractions from the top left.</summary>
    [JsonPropertyName("pic_crop_235_1")]
    public string? PicCrop235To1 { get; init; }

    /// <summary>The cover's 1:1 crop, written likewise.</summary>
    [JsonPropertyName("pic_crop_1_1")]
    public string? PicCrop1To1 { get; init; }

    /// <summary>The pictures of a <c>newspic</c>.</summary>
    public DraftImageInfo? ImageInfo { get; init; }
}
