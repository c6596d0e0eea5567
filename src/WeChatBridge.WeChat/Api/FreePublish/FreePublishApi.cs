using WeChatBridge.WeChat.Api.Draft;

namespace WeChatBridge.WeChat.Api.FreePublish;

/// <summary>
/// <c>/cgi-bin/freepublish/…</c> (发布): makes an article public under a permanent link without notifying followers. Verified accounts
/// only since July 2025 (48001 otherwise). Daily limits: submit, get, getarticle and batchget 100 each, delete 10.
/// </summary>
public sealed class FreePublishApi
{
    private readonly WeChatApi _api;

    internal FreePublishApi(WeChatApi api) => _api = api;

    /// <summary>
    /// Hands a draft to publishing (发布草稿). Sent once. Done means accepted; the result comes by event or <see cref="GetAsync"/>.
    /// </summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/public/api_freepublish_submit.html"/></remarks>
    /// <param name="mediaId">The draft.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<PublishSubmitted>> SubmitAsync(string mediaId, CancellationToken cancellationToken)
        => _api.PostOnceAsync<MediaIdRequest, PublishSubmitted>("cgi-bin/freepublish/submit", new(mediaId), cancellationToken);

    /// <summary>Asks what became of a task (发布状态查询).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/public/api_freepublish_get.html"/></remarks>
    /// <param name="publishId">The task.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<PublishState>> GetAsync(string publishId, CancellationToken cancellationToken)
        => _api.PostRepeatablyAsync<PublishIdRequest, PublishState>("cgi-bin/freepublish/get", new(publishId), cancellationToken);

    /// <summary>Takes a publication down for good (删除发布文章). Sent once.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/public/api_freepublishdelete.html"/></remarks>
    /// <param name="articleId">The publication.</param>
    /// <param name="index">Which article, from 1; 0 takes all of them down.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> DeleteAsync(string articleId, int index, CancellationToken cancellationToken)
        => _api.PostOnceAsync<PublicationDeleteRequest, Acknowledged>(
            "cgi-bin/freepublish/delete", new(articleId, index), cancellationToken);

    /// <summary>Reads a publication (获取已发布图文信息).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/public/api_freepublishgetarticle.html"/></remarks>
    /// <param name="articleId">The publication.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<NewsContent>> GetArticleAsync(string articleId, CancellationToken cancellationToken)
        => _api.PostRepeatablyAsync<ArticleIdRequest, NewsContent>("cgi-bin/freepublish/getarticle", new(articleId), cancellationToken);

    /// <summary>Lists publications (获取已发布的消息列表); mass-sent ones are not among them.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/public/api_freepublish_batchget.html"/></remarks>
    /// <param name="offset">How many to skip.</param>
    /// <param name="count">How many to return, 1–20.</param>
    /// <param name="withContent">False leaves the bodies out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<PublicationPage>> BatchGetAsync(int offset, int count, bool withContent, CancellationToken cancellationToken)
    {
        PageBounds.Check(offset, count);
        return _api.PostRepeatablyAsync<PageRequest, PublicationPage>(
            "cgi-bin/freepublish/batchget", new(offset, count, !withContent), cancellationToken);
    }
}

internal sealed record PublishIdRequest(string PublishId);

internal sealed record ArticleIdRequest(string ArticleId);

internal sealed record PublicationDeleteRequest(string ArticleId, int Index);
