using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Tokens;

/// <summary>Where an account gets its access tokens.</summary>
internal static class TokenEndpoints
{
    private const string GrantType = "client_credential";

    public static readonly ApiEndpoint[] All =
    [
        ApiEndpoint.Get("/cgi-bin/token", PlainToken) with { BySecret = true, DailyLimit = 2000 },
        ApiEndpoint.Post("/cgi-bin/stable_token", StableToken) with { BySecret = true, DailyLimit = 500_000, MinuteLimit = 10_000 },
    ];

    /// <summary>The AppID a call by secret names.</summary>
    public static string AppId(ApiCall call) =>
        call.Query["appid"].ToString() is { Length: > 0 } inQuery ? inQuery : call.Body.Text("appid");

    /// <summary>What is wrong with AppID, secret or the caller's address; null if nothing.</summary>
    public static ApiAnswer? RefuseSecret(ApiCall call, string secret)
    {
        if (AppId(call).Length == 0)
        {
            return ErrorCode.AppIdMissing;
        }

        if (call.Caller is not { } account)
        {
            return ErrorCode.InvalidAppId;
        }

        if (secret.Length == 0)
        {
            return ErrorCode.AppSecretMissing;
        }

        return !IsSecretOf(account, secret) ? ErrorCode.InvalidAppSecret
            : account.Access.SecretFrozen ? ErrorCode.AppSecretFrozen
            : account.Access.Admits(call.ClientAddress) ? null
            : ApiAnswer.Refused(ErrorCode.AddressNotListed, NotListed(call.ClientAddress));
    }

    private static bool IsSecretOf(AccountApi account, string secret) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(secret),
        Encoding.UTF8.GetBytes(account.Account.Settings.AppSecret));

    private static string NotListed(string address) => $"invalid ip {address} ipv6 ::ffff:{address}, not in whitelist";

    private static ApiAnswer PlainToken(ApiCall call)
    {
        if (call.Query["grant_type"] != GrantType)
        {
            return ErrorCode.InvalidGrantType;
        }

        return RefuseSecret(call, call.Query["secret"].ToString()) ?? Answer(call, call.Account.Tokens.IssuePlain());
    }

    private static ApiAnswer StableToken(ApiCall call)
    {
        if (call.Body.Text("grant_type") != GrantType)
        {
            return ErrorCode.InvalidGrantType;
        }

        return RefuseSecret(call, call.Body.Text("secret"))
            ?? Answer(call, call.Account.Tokens.IssueStable(call.Body.Flag("force_refresh")));
    }

    private static ApiAnswer Answer(ApiCall call, IssuedToken token) => new JsonObject
    {
        ["access_token"] = token.Value,
        ["expires_in"] = (int)(token.ExpiresAt - call.Account.Account.Platform.Clock.GetUtcNow()).TotalSeconds,
    };
}
