namespace WeChatBridge.WeChat.Inbound;

/// <summary>A push of a kind this library does not know: kept whole, so that it can be logged, forwarded, or understood later.</summary>
/// <param name="Header">What every push states.</param>
/// <param name="MsgType">The platform's name of its type.</param>
/// <param name="Trigger">What happened, if it is an event.</param>
/// <param name="MsgId">The message's number, if it has one.</param>
/// <param name="Xml">The whole document as text.</param>
public sealed record UnknownMessage(InboundHeader Header, string MsgType, EventTrigger? Trigger, string? MsgId, string Xml)
    : InboundMessage(Header)
{
    /// <summary>The platform's name of the event; null for a message.</summary>
    public string? Event => Trigger?.Event;

    /// <inheritdoc/>
    public override string DeliveryKey =>
        Trigger is not null ? Trigger.DeliveryKey(Header, substance: "")
        : MsgId is not null ? DeliveryKeys.OfMessage(MsgId)
        : DeliveryKeys.OfParts("unnumbered", FromUserName, $"{CreateTime}", Xml);
}
