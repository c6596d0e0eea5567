namespace WeChatBridge.WeChat.Api.Draft;

/// <summary><c>/cgi-bin/draft/…</c>: the drafts (草稿箱) of the account. Daily limits: get 500, all others 1000.</summary>
public sealed class DraftApi
{
    private readonly WeChatApi _api;

    internal DraftApi(WeChatApi api) => _api = api;

    /// <summary>Makes a draft (新增草稿). Sent once; look a lost one up with <see cref="BatchGetAsync"/>.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_add.html"/></remarks>
    /// <param name="articles">The articles of the message, at least one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<DraftAdded>> AddAsync(IReadOnlyList<DraftArticle> articles, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(articles.Count, nameof(articles));
        return _api.PostOnceAsync<DraftAddRequest, DraftAdded>("cgi-bin/draft/add", new(articles), cancellationToken);
    }

    /// <summary>Replaces one article of a draft (更新草稿).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_update.html"/></remarks>
    /// <param name="mediaId">The draft.</param>
    /// <param name="index">Which article, from 0.</param>
    /// <param name="article">The article as it shall be.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> UpdateAsync(
        string mediaId, int index, DraftArticle article, CancellationToken cancellationToken)
        => _api.PostOnceAsync<DraftUpdateRequest, Acknowledged>("cgi-bin/draft/update", new(mediaId, index, article), cancellationToken);

    /// <summary>Reads a draft (获取草稿详情). <see cref="Errors.ErrorKind.NotFound"/> also when it has been published since.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_getdraft.html"/></remarks>
    /// <param name="mediaId">The draft.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<NewsContent>> GetAsync(string mediaId, CancellationToken cancellationToken)
        => _api.PostRepeatablyAsync<MediaIdRequest, NewsContent>("cgi-bin/draft/get", new(mediaId), cancellationToken);

    /// <summary>Deletes a draft for good (删除草稿).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_delete.html"/></remarks>
    /// <param name="mediaId">The draft.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> DeleteAsync(string mediaId, CancellationToken cancellationToken)
        => _api.PostOnceAsync<MediaIdRequest, Acknowledged>("cgi-bin/draft/delete", new(mediaId), cancellationToken);

    /// <summary>Lists drafts (获取草稿列表).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_batchget.html"/></remarks>
    /// <param name="offset">How many to skip.</param>
    /// <param name="count">How many to return, 1–20.</param>
    /// <param name="withContent">False leaves the bodies out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<DraftPage>> BatchGetAsync(int offset, int count, bool withContent, CancellationToken cancellationToken)
    {
        PageBounds.Check(offset, count);
        return _api.PostRepeatablyAsync<PageRequest, DraftPage>(
            "cgi-bin/draft/batchget", new(offset, count, !withContent), cancellationToken);
    }

    /// <summary>Counts drafts (获取草稿总数).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_count.html"/></remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<DraftCount>> CountAsync(CancellationToken cancellationToken)
        => _api.GetAsync<DraftCount>("cgi-bin/draft/count", cancellationToken);
}
