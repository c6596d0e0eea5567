using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.DataCube;

/// <summary>A day's or a span's figures of what was published.</summary>
/// <typeparam name="T">What one row holds.</typeparam>
public sealed record ArticleFigures<T>
{
    /// <summary>The rows; empty when nothing moved.</summary>
    [AllowNull]
    public IReadOnlyList<T> List { get; init => field = value ?? []; } = [];

    /// <summary>True while the platform is still counting: ask again later.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool IsDelay { get; init; }
}

/// <summary>Readers of one article on one day.</summary>
/// <param name="RefDate">The day.</param>
/// <param name="Msgid"><c>{msg_data_id}_{index}</c>, index from 1.</param>
/// <param name="Detail">The figures.</param>
public sealed record ArticleRead(DateOnly RefDate, string Msgid, ArticleReadDetail? Detail = null);

/// <summary>Readers and where they came from.</summary>
/// <param name="ReadUser">Readers.</param>
public sealed record ArticleReadDetail(long ReadUser = 0)
{
    /// <summary>Readers by way in (全部, 公众号消息, 聊天会话, 朋友圈 …).</summary>
    [AllowNull]
    public IReadOnlyList<ReadSource> ReadUserSource { get; init => field = value ?? []; } = [];
}

/// <summary>Readers by one way in.</summary>
/// <param name="UserCount">Readers.</param>
/// <param name="SceneDesc">The way, in the platform's words.</param>
public sealed record ReadSource(long UserCount = 0, string? SceneDesc = null);

/// <summary>Sharers of one article on one day.</summary>
/// <param name="RefDate">The day.</param>
/// <param name="Msgid"><c>{msg_data_id}_{index}</c>.</param>
/// <param name="Detail">The figures.</param>
public sealed record ArticleShare(DateOnly RefDate, string Msgid, ArticleShareDetail? Detail = null);

/// <summary>Sharers.</summary>
/// <param name="ShareUser">Sharers.</param>
public sealed record ArticleShareDetail(long ShareUser = 0);

/// <summary>The account's figures of one day.</summary>
/// <param name="RefDate">The day.</param>
/// <param name="Detail">The figures.</param>
public sealed record BizSummary(DateOnly RefDate, BizSummaryDetail? Detail = null);

/// <summary>The account's figures; people, unless the name says otherwise.</summary>
/// <param name="ReadUser">阅读.</param>
/// <param name="ShareUser">分享.</param>
/// <param name="ZaikanUser">爱心赞 (the platform's spelling).</param>
/// <param name="LikeUser">拇指赞.</param>
/// <param name="CommentCount">留言, in comments.</param>
/// <param name="CollectionUser">收藏.</param>
/// <param name="RedirectOriPageUser">跳转原文.</param>
/// <param name="SendPageCount">发布篇数, in articles.</param>
public sealed record BizSummaryDetail(
    long ReadUser = 0,
    long ShareUser = 0,
    long ZaikanUser = 0,
    long LikeUser = 0,
    long CommentCount = 0,
    long CollectionUser = 0,
    long RedirectOriPageUser = 0,
    long SendPageCount = 0)
{
    /// <summary>Readers by way in.</summary>
    [AllowNull]
    public IReadOnlyList<ReadSource> ReadUserSource { get; init => field = value ?? []; } = [];
}
