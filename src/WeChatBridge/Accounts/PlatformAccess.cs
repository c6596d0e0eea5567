using System.Collections.Concurrent;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Tokens;

namespace WeChatBridge.Accounts;

/// <summary>The platform's API, one client and one keeper of the access_token per configured account.</summary>
internal sealed class PlatformAccess(
    AccountFinder accounts, StoredAccessTokens tokens, PlatformOptions options, PlatformTransport transport, TimeProvider clock) : IDisposable
{
    private readonly HttpClient _http = new(new AccessTokenHandler { InnerHandler = transport.Open() }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ConcurrentDictionary<string, Lazy<Client>> _clients = new();

    /// <summary>The client of an account; null while it is not configured.</summary>
    public WeChatApi? Of(ServedAccount account) => account.Keys is { } keys
        ? _clients.GetOrAdd(account.Key, key => new Lazy<Client>(() => Connect(key, keys))).Value.Api
        : null;

    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Keeper.Dispose();
        }

        _http.Dispose();
    }

    private Client Connect(string accountKey, PlatformKeys keys)
    {
        var api = new WeChatApiOptions { AppId = keys.AppId, BaseUrl = options.ApiBaseUrl };
        // The secret is asked for at each use: a reset one takes effect without a restart.
        var keeper = new AccessTokenKeeper(api, () => accounts.Find(accountKey)?.Keys?.AppSecret ?? "", _http, tokens, clock);
        return new Client(new WeChatApi(api, _http, keeper, clock), keeper);
    }

    private sealed record Client(WeChatApi Api, AccessTokenKeeper Keeper);
}

/// <summary>Where the platform's API is (configuration section <c>WeChat</c>).</summary>
internal sealed record PlatformOptions
{
    public const string Section = "WeChat";

    public Uri ApiBaseUrl { get; init; } = new("https://api.weixin.qq.com/");
}

/// <summary>How connections to the platform are made; a test puts the simulator's own handler here.</summary>
internal sealed record PlatformTransport(Func<HttpMessageHandler> Open)
{
    public static readonly PlatformTransport Sockets = new(PlatformSockets.Open);
}
