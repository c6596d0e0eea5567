namespace WeChatBridge.WeChat.Tokens;

/// <summary>A token as handed to one attempt.</summary>
/// <param name="Token">The token.</param>
/// <param name="Generation">
/// Which fetch it came from. <c>stable_token</c> may return the same value again; the number still tells a caller that came back with an
/// expired lease that somebody has asked since.
/// </param>
internal sealed record AccessTokenLease(AccessToken Token, long Generation);
