using System.Diagnostics.CodeAnalysis;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.WeChat.Callbacks;

/// <summary>What the outer XML of an encrypted callback says: the ciphertext and whom it is for, or a refusal.</summary>
public sealed record EnvelopeReading
{
    internal EnvelopeReading(InboundRefusal refusal)
    {
        Refusal = refusal;
    }

    internal EnvelopeReading(string encrypted, string? toUserName)
    {
        Encrypted = encrypted;
        ToUserName = toUserName;
    }

    /// <summary>Why there is no ciphertext; null when there is.</summary>
    public InboundRefusal? Refusal { get; }

    /// <summary>The account's original id (gh_…) in clear, when stated. It is not authenticated; the AppID inside is.</summary>
    public string? ToUserName { get; }

    /// <summary>The text of the <c>Encrypt</c> element; null when refused.</summary>
    public string? Encrypted { get; }

    /// <summary>Whether <see cref="Encrypted"/> is there.</summary>
    [MemberNotNullWhen(true, nameof(Encrypted))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsSealed => Encrypted is not null;
}
