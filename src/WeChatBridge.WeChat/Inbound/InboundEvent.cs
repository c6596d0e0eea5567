namespace WeChatBridge.WeChat.Inbound;

/// <summary>Something that happened (接收事件推送): a follower did something, or a job or a verification ended.</summary>
/// <param name="Header">What every push states.</param>
/// <param name="Trigger">What happened, in the platform's words.</param>
public abstract record InboundEvent(InboundHeader Header, EventTrigger Trigger) : InboundMessage(Header)
{
    /// <summary>The platform's name of the event, as spelled in this push.</summary>
    public string Event => Trigger.Event;

    /// <summary>What the event is about: a scene, a menu key, a URL; null when there is none.</summary>
    public string? EventKey => Trigger.EventKey;

    /// <inheritdoc/>
    /// <remarks>Sender and time alone, which the platform recommends, are the same for two events in one second.</remarks>
    public override string DeliveryKey => Trigger.DeliveryKey(Header, Substance);

    /// <summary>What tells this event from another of its kind and second: jobs that end together have one sender, the platform.</summary>
    private protected virtual string Substance => "";
}

/// <summary>What happened, in the platform's words.</summary>
/// <param name="Event">The name of the event, as spelled in this push.</param>
/// <param name="EventKey">What the event is about; null when there is none.</param>
public sealed record EventTrigger(string Event, string? EventKey = null)
{
    internal string DeliveryKey(InboundHeader header, string substance) => DeliveryKeys.OfParts(
        "event", header.FromUserName, $"{header.CreateTime}", Event.ToLowerInvariant(), EventKey ?? "", substance);
}
