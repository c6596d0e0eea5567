namespace WeChatBridge.WeChat.Inbound;

/// <summary>kf_create_session: a customer-service account took up a follower.</summary>
public sealed record SessionCreatedEvent(InboundHeader Header, EventTrigger Trigger, string? KfAccount) : InboundEvent(Header, Trigger);

/// <summary>kf_close_session: a customer-service account ended the conversation with a follower.</summary>
public sealed record SessionClosedEvent(InboundHeader Header, EventTrigger Trigger, string? KfAccount) : InboundEvent(Header, Trigger);

/// <summary>kf_switch_session: one customer-service account handed a follower to another.</summary>
public sealed record SessionSwitchedEvent(InboundHeader Header, EventTrigger Trigger, string? FromKfAccount, string? ToKfAccount)
    : InboundEvent(Header, Trigger);
