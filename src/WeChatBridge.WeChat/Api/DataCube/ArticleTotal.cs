using System.Diagnostics.CodeAnalysis;

namespace WeChatBridge.WeChat.Api.DataCube;

/// <summary>One article's figures over its first 30 days.</summary>
/// <param name="RefDate">The day it was published.</param>
/// <param name="Msgid"><c>{msg_data_id}_{index}</c>.</param>
/// <param name="Title">标题.</param>
/// <param name="ContentUrl">Its link.</param>
/// <param name="PublishType">0 followers were notified, 1 they were not.</param>
public sealed record ArticleTotal(
    DateOnly RefDate, string Msgid, string? Title = null, string? ContentUrl = null, int? PublishType = null)
{
    /// <summary>One row per day, each counting from the day of publication.</summary>
    [AllowNull]
    public IReadOnlyList<ArticleTotalDay> DetailList { get; init => field = value ?? []; } = [];
}

/// <summary>An article's figures up to one day; people, unless the name says otherwise.</summary>
/// <param name="StatDate">Up to this day.</param>
/// <param name="ReadUser">阅读.</param>
/// <param name="ShareUser">分享.</param>
/// <param name="ZaikanUser">爱心赞.</param>
/// <param name="LikeUser">拇指赞.</param>
/// <param name="CommentCount">留言, in comments.</param>
/// <param name="CollectionUser">收藏.</param>
/// <param name="PraiseMoney">赞赏, in 分.</param>
/// <param name="ReadSubscribeUser">阅读后关注.</param>
/// <param name="ReadDeliveryRate">阅读送达率, a share.</param>
/// <param name="ReadFinishRate">阅读完成率, a share.</param>
/// <param name="ReadAvgActivetime">平均阅读时长, in minutes.</param>
public sealed record ArticleTotalDay(
    DateOnly StatDate,
    long ReadUser = 0,
    long ShareUser = 0,
    long ZaikanUser = 0,
    long LikeUser = 0,
    long CommentCount = 0,
    long CollectionUser = 0,
    long PraiseMoney = 0,
    long ReadSubscribeUser = 0,
    double ReadDeliveryRate = 0,
    double ReadFinishRate = 0,
    double ReadAvgActivetime = 0)
{
    /// <summary>Readers by way in.</summary>
    [AllowNull]
    public IReadOnlyList<ReadSource> ReadUserSource { get; init => field = value ?? []; } = [];

    /// <summary>Where readers left.</summary>
    [AllowNull]
    public IReadOnlyList<JumpPosition> ReadJumpPosition { get; init => field = value ?? []; } = [];
}

/// <summary>Share of readers who left within one fifth of the article.</summary>
/// <param name="Position">1 to 5: the first to the last fifth.</param>
/// <param name="Rate">The share.</param>
public sealed record JumpPosition(int Position = 0, double Rate = 0);
