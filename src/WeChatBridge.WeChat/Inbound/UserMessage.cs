namespace WeChatBridge.WeChat.Inbound;

/// <summary>A message a follower wrote (接收普通消息).</summary>
/// <param name="Header">What every push states.</param>
/// <param name="Identity">The message's numbers.</param>
public abstract record UserMessage(InboundHeader Header, MessageIdentity Identity) : InboundMessage(Header)
{
    /// <summary>The message's number, a 64-bit integer as text; null when the platform left it out.</summary>
    public string? MsgId => Identity.MsgId;

    /// <summary>The article the message was written from, if any.</summary>
    public string? MsgDataId => Identity.MsgDataId;

    /// <summary>Which article of a multi-article message it was written from, from 1, if any.</summary>
    public string? Idx => Identity.Idx;

    /// <inheritdoc/>
    /// <remarks>Without a number, who wrote what when has to do: the same words in the same second are taken for a repetition.</remarks>
    public override string DeliveryKey => MsgId is { } messageId
        ? DeliveryKeys.OfMessage(messageId)
        : DeliveryKeys.OfParts("unnumbered", FromUserName, $"{CreateTime}", GetType().Name, Substance);

    /// <summary>What tells this message from another of its kind.</summary>
    private protected abstract string Substance { get; }
}

/// <summary>The numbers of a follower's message.</summary>
/// <param name="MsgId">The message's number, a 64-bit integer as text.</param>
/// <param name="MsgDataId">The article the message was written from.</param>
/// <param name="Idx">Which article of a multi-article message it was, from 1.</param>
public sealed record MessageIdentity(string? MsgId, string? MsgDataId = null, string? Idx = null);
