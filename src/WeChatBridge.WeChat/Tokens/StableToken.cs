using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Tokens;

/// <summary><c>POST /cgi-bin/stable_token</c>, 获取稳定版接口调用凭据.</summary>
/// <remarks>
/// <see href="https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.html"/>. <c>force_refresh</c> is not even a
/// field here: it kills the token that other instances are using, and only 20 times a day.
/// </remarks>
internal static class StableToken
{
    public static ApiCall Call(string appId, string secret) => new(HttpMethod.Post, "cgi-bin/stable_token")
    {
        Content = () => WireJson.Content(new StableTokenRequest { Appid = appId, Secret = secret }),
        Secret = secret,
    };
}

/// <summary>A class, not a record: a record's text would show the secret.</summary>
internal sealed class StableTokenRequest
{
    public string GrantType { get; } = "client_credential";

    public required string Appid { get; init; }

    public required string Secret { get; init; }
}

/// <summary>A class, not a record: a record's text would show the token.</summary>
internal sealed class StableTokenAnswer
{
    public required string AccessToken { get; init; }

    /// <summary>Seconds, 300 to 7200.</summary>
    public required int ExpiresIn { get; init; }
}
