using System.Net;

namespace WeChatBridge.WeChat.Tokens;

/// <summary>Connections as the platform's API wants them; the inner handler of <see cref="AccessTokenHandler"/>.</summary>
/// <remarks>
/// No redirects: they would carry the token elsewhere. Idle connections are dropped early: one that the platform has closed in silence
/// would turn a call that must happen once into an unknown outcome. Old ones are renewed, so that a changed DNS entry is noticed.
/// </remarks>
public static class PlatformSockets
{
    /// <summary>A new pool of connections.</summary>
    public static SocketsHttpHandler Open() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
}
