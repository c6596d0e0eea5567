namespace WeChatBridge.Simulator.Api.Drafts;

/// <summary>One article of a draft, its body already filtered.</summary>
public sealed record DraftArticle
{
    public const string News = "news";
    public const string NewsPicture = "newspic";

    /// <summary><see cref="News"/> (图文) or <see cref="NewsPicture"/> (图片消息).</summary>
    public string ArticleType { get; init; } = News;

    public string Title { get; init; } = "";

    public string Author { get; init; } = "";

    public string Digest { get; init; } = "";

    public string Content { get; init; } = "";

    public string ContentSourceUrl { get; init; } = "";

    public string ThumbMediaId { get; init; } = "";

    public bool NeedOpenComment { get; init; }

    public bool OnlyFansCanComment { get; init; }

    /// <summary>The cover's cutting at 2.35:1, <c>X1_Y1_X2_Y2</c> in fractions.</summary>
    public string WideCropping { get; init; } = "";

    /// <summary>The cover's cutting at 1:1.</summary>
    public string SquareCropping { get; init; } = "";

    /// <summary>The pictures of a picture message, the first its cover.</summary>
    public IReadOnlyList<string> ImageMediaIds { get; init; } = [];

    /// <summary>The picture that stands for the article.</summary>
    public string CoverMediaId => ArticleType == NewsPicture ? ImageMediaIds.FirstOrDefault("") : ThumbMediaId;
}
