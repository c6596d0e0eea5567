using System.Collections.Concurrent;

namespace WeChatBridge.WeChat.Tokens;

/// <summary>Keeps tokens in this process only; enough where the service runs as one instance.</summary>
public sealed class InMemoryAccessTokenStore : IAccessTokenStore
{
    private readonly ConcurrentDictionary<string, AccessToken> _tokens = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<AccessToken?> ReadAsync(string appId, CancellationToken cancellationToken)
        => ValueTask.FromResult(_tokens.GetValueOrDefault(appId));

    /// <inheritdoc/>
    public ValueTask WriteAsync(string appId, AccessToken token, CancellationToken cancellationToken)
    {
        _tokens[appId] = token;
        return ValueTask.CompletedTask;
    }
}
