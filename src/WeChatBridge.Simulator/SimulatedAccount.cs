namespace WeChatBridge.Simulator;

/// <summary>One official account (公众号) the simulator plays, as its owner would see it on the platform's settings page.</summary>
public sealed record SimulatedAccount
{
    /// <summary>The word that names the account in this program and in its addresses, for example "zhengwu".</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>The platform's own name of the account: "gh_" and twelve hexadecimal digits.</summary>
    public required string OriginalId { get; init; }

    public required string AppId { get; init; }

    public required string AppSecret { get; init; }

    public required string CallbackToken { get; init; }

    /// <summary>43 characters; with "=" appended, the Base64 of the 32-byte key.</summary>
    public required string EncodingAesKey { get; init; }

    public EncryptionMode Mode { get; init; } = EncryptionMode.Safe;

    public AccountKind Kind { get; init; } = AccountKind.Subscription;

    /// <summary>Whether the owner passed 微信认证; most of the API is closed to accounts that did not.</summary>
    public bool Verified { get; init; } = true;

    /// <summary>Where the platform posts messages, without a query.</summary>
    public required Uri CallbackUrl { get; init; }
}

/// <summary>How callback bodies travel: 明文, 兼容 (clear fields and ciphertext together), 安全 (ciphertext only).</summary>
public enum EncryptionMode
{
    Plain,
    Compatible,
    Safe,
}

/// <summary>订阅号 (now simply called 公众号) or 服务号.</summary>
public enum AccountKind
{
    Subscription,
    Service,
}
