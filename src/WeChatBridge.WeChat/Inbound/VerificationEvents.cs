namespace WeChatBridge.WeChat.Inbound;

/// <summary>qualification_verify_success (资质认证成功): from now on, until then (Unix seconds), the account has its interfaces.</summary>
public sealed record QualificationVerifiedEvent(InboundHeader Header, EventTrigger Trigger, long? ExpiredTime)
    : InboundEvent(Header, Trigger);

/// <summary>qualification_verify_fail (资质认证失败), when (Unix seconds) and why.</summary>
public sealed record QualificationRefusedEvent(InboundHeader Header, EventTrigger Trigger, long? FailTime, string? FailReason)
    : InboundEvent(Header, Trigger);

/// <summary>naming_verify_success (名称认证成功), valid until then (Unix seconds).</summary>
public sealed record NameVerifiedEvent(InboundHeader Header, EventTrigger Trigger, long? ExpiredTime) : InboundEvent(Header, Trigger);

/// <summary>naming_verify_fail (名称认证失败), when (Unix seconds) and why. The account may have its interfaces all the same.</summary>
public sealed record NameRefusedEvent(InboundHeader Header, EventTrigger Trigger, long? FailTime, string? FailReason)
    : InboundEvent(Header, Trigger);

/// <summary>annual_renew (年审通知): the verification ends then (Unix seconds) unless renewed.</summary>
public sealed record RenewalDueEvent(InboundHeader Header, EventTrigger Trigger, long? ExpiredTime) : InboundEvent(Header, Trigger);

/// <summary>verify_expired (认证过期失效通知): the verification ended then (Unix seconds).</summary>
public sealed record VerificationExpiredEvent(InboundHeader Header, EventTrigger Trigger, long? ExpiredTime)
    : InboundEvent(Header, Trigger);
