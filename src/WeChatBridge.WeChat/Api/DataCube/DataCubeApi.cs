namespace WeChatBridge.WeChat.Api.DataCube;

/// <summary>
/// <c>/datacube/…</c> (数据统计). Figures of a day are ready about 08:00 the next (else 61503); the article ones begin on 2025-11-01.
/// Verified accounts only. The older article interfaces (getarticlesummary and the like) are offline and not offered.
/// </summary>
public sealed class DataCubeApi
{
    private readonly WeChatApi _api;

    internal DataCubeApi(WeChatApi api) => _api = api;

    /// <summary>Readers of every article on one day (获取发表内容每日阅读数据).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/wedata/news/api_getarticleread.html"/></remarks>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<ArticleFigures<ArticleRead>>> GetArticleReadAsync(DateOnly day, CancellationToken cancellationToken)
        => AskAsync<ArticleFigures<ArticleRead>>("getarticleread", day, day, mostDays: 1, cancellationToken);

    /// <summary>Sharers of every article on one day (获取发表内容每日分享数据).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/wedata/news/api_getarticleshare.html"/></remarks>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<ArticleFigures<ArticleShare>>> GetArticleShareAsync(DateOnly day, CancellationToken cancellationToken)
        => AskAsync<ArticleFigures<ArticleShare>>("getarticleshare", day, day, mostDays: 1, cancellationToken);

    /// <summary>The account's figures by day (获取发表内容概况总数据).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/wedata/news/api_getbizsummary.html"/></remarks>
    /// <param name="begin">First day.</param>
    /// <param name="end">Last day; at most 30 days in all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<ArticleFigures<BizSummary>>> GetBizSummaryAsync(
        DateOnly begin, DateOnly end, CancellationToken cancellationToken)
        => AskAsync<ArticleFigures<BizSummary>>("getbizsummary", begin, end, mostDays: 30, cancellationToken);

    /// <summary>The first 30 days of the articles published on one day (获取发表内容发表详细数据).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/wedata/news/api_getarticletotaldetail.html"/></remarks>
    /// <param name="publishedOn">The day of publication.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<ArticleFigures<ArticleTotal>>> GetArticleTotalDetailAsync(
        DateOnly publishedOn, CancellationToken cancellationToken)
        => AskAsync<ArticleFigures<ArticleTotal>>("getarticletotaldetail", publishedOn, publishedOn, mostDays: 1, cancellationToken);

    /// <summary>Followers won and lost (获取用户增减数据).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/wedata/user/api_getusersummary.html"/></remarks>
    /// <param name="begin">First day.</param>
    /// <param name="end">Last day; at most 7 days in all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<AccountFigures<UserSummary>>> GetUserSummaryAsync(
        DateOnly begin, DateOnly end, CancellationToken cancellationToken)
        => AskAsync<AccountFigures<UserSummary>>("getusersummary", begin, end, mostDays: 7, cancellationToken);

    /// <summary>Followers in all (获取累计用户数据).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/wedata/user/api_getusercumulate.html"/></remarks>
    /// <param name="begin">First day.</param>
    /// <param name="end">Last day; at most 7 days in all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<AccountFigures<UserCumulate>>> GetUserCumulateAsync(
        DateOnly begin, DateOnly end, CancellationToken cancellationToken)
        => AskAsync<AccountFigures<UserCumulate>>("getusercumulate", begin, end, mostDays: 7, cancellationToken);

    /// <summary>What followers wrote (获取消息发送概况数据).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/wedata/mess/api_getupstreammsg.html"/></remarks>
    /// <param name="begin">First day.</param>
    /// <param name="end">Last day; at most 7 days in all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<AccountFigures<UpstreamMessages>>> GetUpstreamMessagesAsync(
        DateOnly begin, DateOnly end, CancellationToken cancellationToken)
        => AskAsync<AccountFigures<UpstreamMessages>>("getupstreammsg", begin, end, mostDays: 7, cancellationToken);

    /// <summary>How our callback answered (获取被动回复概要数据).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/wedata/api/api_getinterfacesummary.html"/></remarks>
    /// <param name="begin">First day.</param>
    /// <param name="end">Last day; at most 30 days in all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<AccountFigures<InterfaceSummary>>> GetInterfaceSummaryAsync(
        DateOnly begin, DateOnly end, CancellationToken cancellationToken)
        => AskAsync<AccountFigures<InterfaceSummary>>("getinterfacesummary", begin, end, mostDays: 30, cancellationToken);

    private Task<ApiResult<T>> AskAsync<T>(
        string figures, DateOnly begin, DateOnly end, int mostDays, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, begin);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, begin.AddDays(mostDays - 1));
        return _api.PostRepeatablyAsync<DateSpan, T>($"datacube/{figures}", new(begin, end), cancellationToken);
    }
}

internal sealed record DateSpan(DateOnly BeginDate, DateOnly EndDate);
