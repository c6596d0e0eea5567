using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Drafts;
using WeChatBridge.Simulator.Api.Media;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Api.Publishing;

/// <summary>One 发布 (freepublish): the articles of a draft on their way to, or at, their permanent addresses.</summary>
public sealed record Publication
{
    public required string PublishId { get; init; }

    public required long MessageDataId { get; init; }

    /// <summary>The draft it was made from, which is gone once it succeeded.</summary>
    public required string DraftMediaId { get; init; }

    public required IReadOnlyList<DraftArticle> Articles { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public PublishStatus Status { get; init; } = PublishStatus.Publishing;

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Empty until it succeeded.</summary>
    public string ArticleId { get; init; } = "";

    /// <summary>The articles (1, 2 …) that kept the whole from being published.</summary>
    public IReadOnlyList<int> FailedIndexes { get; init; } = [];

    /// <summary>The articles (1, 2 …) that were deleted afterwards.</summary>
    public IReadOnlyList<int> DeletedIndexes { get; init; } = [];

    /// <summary>Whether readers can open at least one of its articles.</summary>
    public bool IsPublic => Status == PublishStatus.Success && DeletedIndexes.Count < Articles.Count;

    /// <param name="index">0 for the first article.</param>
    public string Url(int index) => ArticleAddress.Of(MessageDataId, index);

    internal IReadOnlyList<ChatArticle> Cards(MediaLibrary media) =>
        [.. Articles.Select((article, i) => new ChatArticle(article.Title, article.Digest, ArticleJson.CoverUrl(article, media), Url(i)))];

    internal JsonArray NewsItems(MediaLibrary media) => new([.. Articles.Select((article, i) => NewsItem(article, i, media))]);

    private JsonObject NewsItem(DraftArticle article, int index, MediaLibrary media)
    {
        var json = ArticleJson.Write(article, media, Url(index));
        json["is_deleted"] = DeletedIndexes.Contains(index + 1);
        return json;
    }
}

/// <summary>publish_status, by the platform's numbers.</summary>
public enum PublishStatus
{
    Success = 0,
    Publishing = 1,

    /// <summary>原创失败.</summary>
    OriginalCheckFailed = 2,

    /// <summary>常规失败.</summary>
    Failed = 3,

    /// <summary>平台审核不通过.</summary>
    ReviewRejected = 4,

    /// <summary>成功后用户删除所有文章.</summary>
    AllDeleted = 5,

    /// <summary>成功后系统封禁所有文章.</summary>
    Banned = 6,
}
