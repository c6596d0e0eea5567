namespace WeChatBridge.WeChat.Tokens;

/// <summary>Where the instances of one service share an account's current access_token.</summary>
/// <remarks>
/// The last writer wins, on purpose: <c>stable_token</c> gives every instance the same token, and for five minutes around a
/// renewal the old and the new one both work, so a late write of the older one does no harm.
/// An exception from an implementation reaches the caller of the API before anything was sent.
/// </remarks>
public interface IAccessTokenStore
{
    /// <summary>The token last written for this account, expired or not; <see langword="null"/> when there is none.</summary>
    /// <param name="appId">The account's AppID.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<AccessToken?> ReadAsync(string appId, CancellationToken cancellationToken);

    /// <summary>Makes this the account's current token, for every instance.</summary>
    /// <param name="appId">The account's AppID.</param>
    /// <param name="token">The token just issued.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask WriteAsync(string appId, AccessToken token, CancellationToken cancellationToken);
}
