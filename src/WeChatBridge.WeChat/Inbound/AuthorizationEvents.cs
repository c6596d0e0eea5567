namespace WeChatBridge.WeChat.Inbound;

/// <summary>user_info_modified: what the person shared with us has changed.</summary>
public sealed record UserInfoModifiedEvent(InboundHeader Header, EventTrigger Trigger, string? OpenId, string? AppId, string? UnionId)
    : InboundEvent(Header, Trigger);

/// <summary>user_authorization_revoke: the person took back consent to data of these kinds, in the platform's codes; delete it.</summary>
public sealed record UserAuthorizationRevokedEvent(
    InboundHeader Header, EventTrigger Trigger, string? OpenId, string? AppId, IReadOnlyList<string> RevokedCodes)
    : InboundEvent(Header, Trigger);

/// <summary>user_authorization_cancellation: the person closed the WeChat account; delete what we know of them.</summary>
public sealed record UserAuthorizationCancelledEvent(InboundHeader Header, EventTrigger Trigger, string? OpenId, string? AppId)
    : InboundEvent(Header, Trigger);
