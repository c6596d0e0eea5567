namespace WeChatBridge.WeChat.Tokens;

/// <summary>A token as handed to callers, together with what became known of it since.</summary>
/// <remarks>
/// Leases are told apart by reference, not by value: <c>stable_token</c> may issue the same token again, and a caller that comes back
/// with a refused lease must still see that somebody has asked since.
/// </remarks>
internal sealed class AccessTokenLease(AccessToken token)
{
    private volatile bool _isRefused;

    public AccessToken Token { get; } = token;

    /// <summary>The platform has refused it; nobody should start a call with it any more.</summary>
    public bool IsRefused => _isRefused;

    public void Refuse() => _isRefused = true;
}
