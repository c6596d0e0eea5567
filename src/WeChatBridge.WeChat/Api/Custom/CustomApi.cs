namespace WeChatBridge.WeChat.Api.Custom;

/// <summary>
/// <c>/cgi-bin/message/custom/…</c> (客服消息): writes to one follower who has been in touch. Verified accounts only. Five messages within
/// 48 h of a follower's message, three within a minute of a menu click, a follow or a scan; 500,000 a day.
/// </summary>
public sealed class CustomApi
{
    private readonly WeChatApi _api;

    internal CustomApi(WeChatApi api) => _api = api;

    /// <summary>Sends a message (发送客服消息). Sent once: a repetition would reach the follower twice.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage.html"/></remarks>
    /// <param name="openId">The follower.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> SendAsync(string openId, CustomMessage message, CancellationToken cancellationToken)
        => _api.PostOnceAsync<CustomSendRequest, Acknowledged>(
            "cgi-bin/message/custom/send", CustomSendRequest.Of(openId, message), cancellationToken);

    /// <summary>Shows or hides "对方正在输入" (客服输入状态); the follower must have acted within 30 s.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_typing.html"/></remarks>
    /// <param name="openId">The follower.</param>
    /// <param name="typing">True shows it, false hides it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> TypingAsync(string openId, bool typing, CancellationToken cancellationToken)
        => _api.PostOnceAsync<TypingRequest, Acknowledged>(
            "cgi-bin/message/custom/typing", new(openId, typing ? "Typing" : "CancelTyping"), cancellationToken);
}
