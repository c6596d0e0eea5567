using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.FreePublish;

/// <summary>The platform accepted the task; nothing is public yet.</summary>
/// <param name="PublishId">Names the task; the event PUBLISHJOBFINISH carries it.</param>
/// <param name="MsgDataId">What comments and statistics will go by. The page lists it, its example does not.</param>
public sealed record PublishSubmitted(string PublishId, string? MsgDataId = null);

/// <summary>What became of a publishing task.</summary>
/// <param name="PublishStatus">Where it stands.</param>
/// <param name="PublishId">The task.</param>
/// <param name="ArticleId">Names the published message; only on success.</param>
/// <param name="ArticleDetail">The permanent links; only on success.</param>
public sealed record PublishState(
    PublishStatus PublishStatus, string? PublishId = null, string? ArticleId = null, PublishedArticles? ArticleDetail = null)
{
    /// <summary>Numbers (from 1) of the articles that failed.</summary>
    [AllowNull]
    public IReadOnlyList<int> FailIdx { get; init => field = value ?? []; } = [];
}

/// <summary>The links of a published message.</summary>
/// <param name="Count">How many articles.</param>
public sealed record PublishedArticles(int Count = 0)
{
    /// <summary>One entry per article.</summary>
    [AllowNull]
    public IReadOnlyList<PublishedArticle> Item { get; init => field = value ?? []; } = [];
}

/// <summary>The link of one published article.</summary>
/// <param name="Idx">Its number, from 1.</param>
/// <param name="ArticleUrl">Its permanent link.</param>
public sealed record PublishedArticle(int Idx, string ArticleUrl);

/// <summary>One page of the list of publications.</summary>
/// <param name="TotalCount">Publications in all.</param>
/// <param name="ItemCount">Publications on this page.</param>
public sealed record PublicationPage(int TotalCount = 0, int ItemCount = 0)
{
    /// <summary>The publications, newest first.</summary>
    [AllowNull]
    public IReadOnlyList<ListedPublication> Item { get; init => field = value ?? []; } = [];
}

/// <summary>One publication in the list.</summary>
/// <param name="ArticleId">Names the published message.</param>
/// <param name="Content">Its articles.</param>
public sealed record ListedPublication(string ArticleId, NewsContent? Content = null)
{
    /// <summary>When it was published or last changed.</summary>
    [JsonConverter(typeof(UnixSecondsConverter))]
    public DateTimeOffset UpdateTime { get; init; }
}
