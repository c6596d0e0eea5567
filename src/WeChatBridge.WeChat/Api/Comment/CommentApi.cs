namespace WeChatBridge.WeChat.Api.Comment;

/// <summary>
/// <c>/cgi-bin/comment/…</c>: readers' comments (留言) under articles. Verified accounts with the comment right only (88000 otherwise).
/// </summary>
public sealed class CommentApi
{
    /// <summary>The platform refuses to list 50 or more at once.</summary>
    public const int MostPerPage = 49;

    private readonly WeChatApi _api;

    internal CommentApi(WeChatApi api) => _api = api;

    /// <summary>Lets readers comment (打开已群发文章评论).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/leaving/api_openarticlecomment.html"/></remarks>
    /// <param name="article">The article.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> OpenAsync(CommentedArticle article, CancellationToken cancellationToken)
        => ActAsync("open", article, cancellationToken);

    /// <summary>Stops comments (关闭已群发文章评论).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/leaving/api_closecomment.html"/></remarks>
    /// <param name="article">The article.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> CloseAsync(CommentedArticle article, CancellationToken cancellationToken)
        => ActAsync("close", article, cancellationToken);

    /// <summary>Lists comments (查看指定文章的评论数据).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/leaving/api_listcomment.html"/></remarks>
    /// <param name="article">The article.</param>
    /// <param name="kind">Which comments.</param>
    /// <param name="begin">How many to skip.</param>
    /// <param name="count">How many to return, 1–49.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<CommentPage>> ListAsync(
        CommentedArticle article, CommentKind kind, int begin, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(begin);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostPerPage);
        return _api.PostRepeatablyAsync<CommentListRequest, CommentPage>(
            "cgi-bin/comment/list", new(article.MsgDataId, article.Index, begin, count, kind), cancellationToken);
    }

    /// <summary>Shows a comment to readers (将评论标记精选).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/leaving/api_electcomment.html"/></remarks>
    /// <param name="article">The article.</param>
    /// <param name="userCommentId">The comment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> MarkElectAsync(
        CommentedArticle article, string userCommentId, CancellationToken cancellationToken)
        => ActAsync("markelect", article, userCommentId, content: null, cancellationToken);

    /// <summary>Hides a comment from readers (将评论取消精选).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/leaving/api_unelectcomment.html"/></remarks>
    /// <param name="article">The article.</param>
    /// <param name="userCommentId">The comment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> UnmarkElectAsync(
        CommentedArticle article, string userCommentId, CancellationToken cancellationToken)
        => ActAsync("unmarkelect", article, userCommentId, content: null, cancellationToken);

    /// <summary>Deletes a comment for good (删除评论).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/leaving/api_delcomment.html"/></remarks>
    /// <param name="article">The article.</param>
    /// <param name="userCommentId">The comment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> DeleteAsync(
        CommentedArticle article, string userCommentId, CancellationToken cancellationToken)
        => ActAsync("delete", article, userCommentId, content: null, cancellationToken);

    /// <summary>Replies to a comment (回复评论); one reply each (88005).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/leaving/api_replycomment.html"/></remarks>
    /// <param name="article">The article.</param>
    /// <param name="userCommentId">The comment.</param>
    /// <param name="content">The reply.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> AddReplyAsync(
        CommentedArticle article, string userCommentId, string content, CancellationToken cancellationToken)
        => ActAsync("reply/add", article, userCommentId, content, cancellationToken);

    /// <summary>Deletes our reply (删除回复).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/leaving/api_delreplycomment.html"/></remarks>
    /// <param name="article">The article.</param>
    /// <param name="userCommentId">The comment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> DeleteReplyAsync(
        CommentedArticle article, string userCommentId, CancellationToken cancellationToken)
        => ActAsync("reply/delete", article, userCommentId, content: null, cancellationToken);

    private Task<ApiResult<Acknowledged>> ActAsync(string act, CommentedArticle article, CancellationToken cancellationToken)
        => _api.PostOnceAsync<ArticleRequest, Acknowledged>(
            $"cgi-bin/comment/{act}", new(article.MsgDataId, article.Index), cancellationToken);

    private Task<ApiResult<Acknowledged>> ActAsync(
        string act, CommentedArticle article, string userCommentId, string? content, CancellationToken cancellationToken)
        => _api.PostOnceAsync<CommentRequest, Acknowledged>(
            $"cgi-bin/comment/{act}", new(article.MsgDataId, article.Index, userCommentId, content), cancellationToken);
}
