namespace WeChatBridge.WeChat.Api.AutoReply;

/// <summary>Reads the replies (自动回复) that staff once made on the platform's website. All kinds of account.</summary>
public sealed class AutoReplyApi
{
    private readonly WeChatApi _api;

    internal AutoReplyApi(WeChatApi api) => _api = api;

    /// <summary>All website-made replies (获取自动回复规则); those made by API are not among them.</summary>
    /// <remarks>
    /// <see href="https://developers.weixin.qq.com/doc/service/api/notify/autoreplies/api_getcurrentautoreplyinfo.html"/>
    /// </remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<CurrentAutoReplies>> GetCurrentAsync(CancellationToken cancellationToken)
        => _api.GetAsync<CurrentAutoReplies>("cgi-bin/get_current_autoreply_info", cancellationToken);
}
