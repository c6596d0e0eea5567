using WeChatBridge.WeChat.Callbacks;

namespace WeChatBridge.Accounts;

/// <summary>One official account in the configuration: <c>Accounts:{key}</c>. The key names it in addresses, so it is not an array.</summary>
internal sealed record AccountOptions
{
    public const string Section = "Accounts";

    public string? Name { get; init; }

    /// <summary>Names it had before; followers may still use them.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The account's original id (原始ID), <c>gh_…</c>.</summary>
    public string? OriginalId { get; init; }

    public AccountKind Kind { get; init; }

    public string? AppId { get; init; }

    public string? AppSecret { get; init; }

    public string? CallbackToken { get; init; }

    public EncodingAesKeyOptions EncodingAesKey { get; init; } = new();

    public EncryptionMode EncryptionMode { get; init; } = EncryptionMode.Safe;

    public ContactOptions Contact { get; init; } = new();

    /// <summary>Whether the platform waits up to 30 minutes for the administrator's confirmation of a mass send by interface (群发保护).</summary>
    public bool MassSendProtection { get; init; }
}

/// <summary>The key messages are encrypted with, and the one before it, which the platform may go on using for a while.</summary>
internal sealed record EncodingAesKeyOptions
{
    public string? Current { get; init; }

    public string? Previous { get; init; }
}

/// <summary>The contact card as configured; it wins over what a report once stated.</summary>
internal sealed record ContactOptions
{
    public string? Office { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }

    public string? Hours { get; init; }

    public bool IsEmpty => this is { Office: null or "", Phone: null or "", Email: null or "", Address: null or "", Hours: null or "" };
}

/// <summary>The two kinds of official account (公众号 / 服务号); they differ in rights and quotas.</summary>
internal enum AccountKind
{
    Subscription,
    Service,
}
