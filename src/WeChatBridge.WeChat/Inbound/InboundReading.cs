using System.Diagnostics.CodeAnalysis;

namespace WeChatBridge.WeChat.Inbound;

/// <summary>What became of a body: a message, or a refusal.</summary>
public sealed record InboundReading
{
    internal InboundReading(InboundMessage message)
    {
        Message = message;
    }

    internal InboundReading(InboundRefusal refusal)
    {
        Refusal = refusal;
    }

    /// <summary>Why there is no message; null when there is.</summary>
    public InboundRefusal? Refusal { get; }

    /// <summary>The message; null when refused.</summary>
    public InboundMessage? Message { get; }

    /// <summary>Whether <see cref="Message"/> is there.</summary>
    [MemberNotNullWhen(true, nameof(Message))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Message is not null;
}
