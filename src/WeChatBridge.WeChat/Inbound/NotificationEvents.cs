namespace WeChatBridge.WeChat.Inbound;

/// <summary>TEMPLATESENDJOBFINISH (模板消息): <c>success</c>, <c>failed:user block</c>, or <c>failed: system failed</c>.</summary>
public sealed record TemplateSendFinishedEvent(InboundHeader Header, EventTrigger Trigger, string MsgId, string Status)
    : InboundEvent(Header, Trigger)
{
    private protected override string Substance => MsgId;
}

/// <summary>subscribe_msg_popup_event (订阅通知): the follower was asked and chose.</summary>
public sealed record SubscriptionChosenEvent(InboundHeader Header, EventTrigger Trigger, IReadOnlyList<SubscriptionChoice> Choices)
    : InboundEvent(Header, Trigger);

/// <summary>subscribe_msg_change_event (订阅通知): the follower changed the settings. Only refusals are pushed.</summary>
public sealed record SubscriptionChangedEvent(InboundHeader Header, EventTrigger Trigger, IReadOnlyList<SubscriptionChoice> Choices)
    : InboundEvent(Header, Trigger);

/// <summary>A follower's choice for one template.</summary>
/// <param name="TemplateId">The template.</param>
/// <param name="Status"><c>accept</c> or <c>reject</c>.</param>
/// <param name="PopupScene">Where the follower was asked, as the platform numbers it.</param>
public sealed record SubscriptionChoice(string? TemplateId, string? Status, string? PopupScene);

/// <summary>subscribe_msg_sent_event (订阅通知): notifications were sent, or not.</summary>
public sealed record SubscriptionSentEvent(InboundHeader Header, EventTrigger Trigger, IReadOnlyList<SubscriptionResult> Results)
    : InboundEvent(Header, Trigger)
{
    private protected override string Substance => string.Join(' ', Results.Select(result => result.MsgId));
}

/// <summary>What became of one notification.</summary>
/// <param name="TemplateId">The template.</param>
/// <param name="MsgId">The notification's number.</param>
/// <param name="ErrorCode">0 when sent.</param>
/// <param name="ErrorStatus">The platform's word for it.</param>
public sealed record SubscriptionResult(string? TemplateId, string? MsgId, int? ErrorCode, string? ErrorStatus);
