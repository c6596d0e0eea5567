using System.Text.Json.Serialization;

namespace WeChatBridge.WeChat.Api.Basic;

/// <summary>Addresses, quotas and the network check of the account.</summary>
public sealed class BasicApi
{
    private readonly WeChatApi _api;

    internal BasicApi(WeChatApi api) => _api = api;

    /// <summary>Where the platform's pushes come from (获取微信推送服务器IP).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/base/api_getcallbackip.html"/></remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<CallbackAddresses>> GetCallbackIpAsync(CancellationToken cancellationToken)
        => _api.GetAsync<CallbackAddresses>("cgi-bin/getcallbackip", cancellationToken);

    /// <summary>Lets the platform resolve and ping our callback address (网络通信检测).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/base/api_callbackcheck.html"/></remarks>
    /// <param name="from">The network to check from.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<CallbackReport>> CheckCallbackAsync(CheckOperator from, CancellationToken cancellationToken)
        => _api.PostRepeatablyAsync<CallbackCheckRequest, CallbackReport>("cgi-bin/callback/check", new("all", from), cancellationToken);

    /// <summary>Sets all the day's call counts to zero (重置API调用次数). Ten times a month, so it is sent once.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/apimanage/api_clearquota.html"/></remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> ClearQuotaAsync(CancellationToken cancellationToken)
        => _api.PostOnceAsync<ClearQuotaRequest, Acknowledged>("cgi-bin/clear_quota", new(_api.AppId), cancellationToken);

    /// <summary>How often an interface may still be called today (查询API调用额度).</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/apimanage/api_getapiquota.html"/></remarks>
    /// <param name="cgiPath">Path with its leading slash and without the host, e.g. <c>/cgi-bin/draft/add</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<ApiQuota>> GetQuotaAsync(string cgiPath, CancellationToken cancellationToken)
        => _api.PostRepeatablyAsync<QuotaRequest, ApiQuota>("cgi-bin/openapi/quota/get", new(cgiPath), cancellationToken);
}

internal sealed record CallbackCheckRequest(
    string Action, [property: JsonConverter(typeof(JsonStringEnumConverter<CheckOperator>))] CheckOperator CheckOperator);

internal sealed record ClearQuotaRequest(string Appid);

internal sealed record QuotaRequest(string CgiPath);
