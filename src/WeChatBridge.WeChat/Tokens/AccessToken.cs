namespace WeChatBridge.WeChat.Tokens;

/// <summary>An access_token (调用凭证) and when it ends. Its text never shows it.</summary>
/// <param name="Value">What the platform issued; reserve at least 512 characters where it is stored, and store it encrypted.</param>
/// <param name="ExpiresAt">When the platform stops accepting it, by our clock.</param>
public sealed record AccessToken(string Value, DateTimeOffset ExpiresAt)
{
    /// <summary>Says when the token ends and keeps the token to itself.</summary>
    public override string ToString() => $"access_token until {ExpiresAt:u}";
}
