using System.Text;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.Mass;

/// <summary>
/// <c>/cgi-bin/message/mass/…</c> (群发): pushes to followers and uses up the account's allowance (公众号 one success a day, 服务号 four per
/// follower and month). Verified accounts only. Calls a day: sends 100, preview 100, delete 10.
/// </summary>
public sealed class MassApi
{
    /// <summary>Live limit of <c>clientmsgid</c> in bytes; the page once said 64. A GUID fits in its "N" form.</summary>
    public const int MostClientMsgIdBytes = 32;

    private readonly WeChatApi _api;

    internal MassApi(WeChatApi api) => _api = api;

    /// <summary>Sends to all followers, or to those with a tag (根据标签群发). Never repeated by the client.</summary>
    /// <remarks>
    /// <see href="https://developers.weixin.qq.com/doc/service/api/notify/message/api_sendall.html"/>. After an unknown outcome the same
    /// call with the same <paramref name="clientMsgId"/> is safe for 24 h: see <see cref="MassSent.WasAcceptedBefore"/>.
    /// </remarks>
    /// <param name="content">What to send.</param>
    /// <param name="tagId">Whom to send to; <see langword="null"/> for everybody.</param>
    /// <param name="clientMsgId">Our name for this send, 1–32 bytes.</param>
    /// <param name="sendIgnoreReprint">Articles judged a reprint: true goes on if their author allows it, false stops.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<MassSent>> SendAllAsync(
        MassContent content, int? tagId, string clientMsgId, bool sendIgnoreReprint, CancellationToken cancellationToken)
        => SendAsync(
            "cgi-bin/message/mass/sendall",
            MassRequest.Of(content) with { Filter = new MassFilter(tagId is null, tagId) },
            clientMsgId,
            sendIgnoreReprint,
            cancellationToken);

    /// <summary>Sends to named followers (根据OpenID群发); 服务号 only. Never repeated by the client.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/notify/message/api_masssend.html"/></remarks>
    /// <param name="content">What to send.</param>
    /// <param name="openIds">2 to 10,000 followers.</param>
    /// <param name="clientMsgId">As for <see cref="SendAllAsync"/>.</param>
    /// <param name="sendIgnoreReprint">As for <see cref="SendAllAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<MassSent>> SendAsync(
        MassContent content,
        IReadOnlyList<string> openIds,
        string clientMsgId,
        bool sendIgnoreReprint,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(openIds.Count, 2, nameof(openIds));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(openIds.Count, 10_000, nameof(openIds));
        return SendAsync(
            "cgi-bin/message/mass/send",
            MassRequest.Of(content) with { ToUsers = openIds },
            clientMsgId,
            sendIgnoreReprint,
            cancellationToken);
    }

    /// <summary>Shows the message to one follower (预览).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/notify/message/api_preview.html"/></remarks>
    /// <param name="content">What to show; of pictures, the first.</param>
    /// <param name="openId">The follower.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> PreviewAsync(MassContent content, string openId, CancellationToken cancellationToken)
        => PreviewAsync(MassPreviewRequest.Of(content) with { Touser = openId }, cancellationToken);

    /// <summary>Shows the message to the person with this WeChat name (微信号); the platform prefers it over an OpenID.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/notify/message/api_preview.html"/></remarks>
    /// <param name="content">What to show; of pictures, the first.</param>
    /// <param name="weChatName">The person's 微信号.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> PreviewByNameAsync(MassContent content, string weChatName, CancellationToken cancellationToken)
        => PreviewAsync(MassPreviewRequest.Of(content) with { Towxname = weChatName }, cancellationToken);

    /// <summary>Withdraws a sent message's text (删除群发消息); readers keep the card, and the same article dies wherever it was sent.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/notify/message/api_deletemassmsg.html"/></remarks>
    /// <param name="msgId">The task.</param>
    /// <param name="articleIdx">Which article, from 1; 0 withdraws all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> DeleteAsync(string msgId, int articleIdx, CancellationToken cancellationToken)
        => DeleteAsync(new MassDeleteRequest { MsgId = msgId, ArticleIdx = articleIdx }, cancellationToken);

    /// <summary>Withdraws a sent article by its link (删除群发消息).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/notify/message/api_deletemassmsg.html"/></remarks>
    /// <param name="url">The article's link.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> DeleteByUrlAsync(string url, CancellationToken cancellationToken)
        => DeleteAsync(new MassDeleteRequest { Url = url }, cancellationToken);

    /// <summary>Asks where a send stands (查询群发消息发送状态); the counts come with the event only.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/notify/message/api_massmsgget.html"/></remarks>
    /// <param name="msgId">The task.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<MassStatus>> GetAsync(string msgId, CancellationToken cancellationToken)
        => _api.PostRepeatablyAsync<MassStatusRequest, MassStatus>("cgi-bin/message/mass/get", new(msgId), cancellationToken);

    private Task<ApiResult<MassSent>> SendAsync(
        string path, MassRequest message, string clientMsgId, bool sendIgnoreReprint, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientMsgId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Encoding.UTF8.GetByteCount(clientMsgId), MostClientMsgIdBytes, nameof(clientMsgId));
        var body = message with
        {
            Clientmsgid = clientMsgId,
            SendIgnoreReprint = message.Mpnews is null ? null : sendIgnoreReprint ? 1 : 0,
        };
        var call = new ApiCall(HttpMethod.Post, path)
        {
            Content = () => WireJson.Content(body),
            AnsweringCode = MassSent.ClientMsgIdExists,
        };
        return _api.SendAsync<MassSent>(call, cancellationToken);
    }

    private Task<ApiResult<Acknowledged>> PreviewAsync(MassPreviewRequest request, CancellationToken cancellationToken)
        => _api.PostOnceAsync<MassPreviewRequest, Acknowledged>("cgi-bin/message/mass/preview", request, cancellationToken);

    private Task<ApiResult<Acknowledged>> DeleteAsync(MassDeleteRequest request, CancellationToken cancellationToken)
        => _api.PostOnceAsync<MassDeleteRequest, Acknowledged>("cgi-bin/message/mass/delete", request, cancellationToken);
}
