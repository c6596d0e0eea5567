namespace WeChatBridge.WeChat.Tokens;

/// <summary>Writes the access_token into the query on the very last step before the network, and takes it out again.</summary>
/// <remarks>
/// The platform wants the token in the URL. A <see cref="HttpRequestMessage"/> shows its URL to every logging handler and in its
/// text, so the token travels beside the URL (in the request's options) until here.
/// DO make this the primary handler: <c>new HttpClient(new AccessTokenHandler { InnerHandler = PlatformSockets.Open() })</c>, or
/// <c>ConfigurePrimaryHttpMessageHandler</c>. DON'T add it with <c>AddHttpMessageHandler</c>: the factory's logging sits below those.
/// </remarks>
public sealed class AccessTokenHandler : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<AccessToken> Key = new("WeChatBridge.AccessToken");

    /// <summary>Hands a token to the handler at the end of the chain.</summary>
    internal static void Attach(HttpRequestMessage request, AccessToken token) => request.Options.Set(Key, token);

    /// <summary>True when no handler took the token that was attached, so that the request went out without it.</summary>
    internal static bool WasIgnored(HttpRequestMessage request) => request.Options.TryGetValue(Key, out _);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Key, out var token) || request.RequestUri is not { } shown)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        ((IDictionary<string, object?>)request.Options).Remove(Key.Key);
        try
        {
            request.RequestUri = WithToken(shown, token);
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = shown;
        }
    }

    private static Uri WithToken(Uri shown, AccessToken token)
    {
        var others = shown.Query.Length > 1 ? "&" + shown.Query[1..] : "";
        return new UriBuilder(shown) { Query = $"?access_token={Uri.EscapeDataString(token.Value)}{others}" }.Uri;
    }
}
