namespace WeChatBridge.WeChat.Inbound;

/// <summary>subscribe (关注): a follower arrived, perhaps through a QR code of ours.</summary>
/// <param name="Header">What every push states.</param>
/// <param name="Trigger">What happened, in the platform's words.</param>
/// <param name="Ticket">The ticket of the QR code, if one was scanned.</param>
public sealed record SubscribeEvent(InboundHeader Header, EventTrigger Trigger, string? Ticket) : InboundEvent(Header, Trigger)
{
    private const string ScenePrefix = "qrscene_";

    /// <summary>The scene of the QR code, without the platform's prefix; null when none was scanned.</summary>
    public string? Scene =>
        EventKey?.StartsWith(ScenePrefix, StringComparison.Ordinal) == true ? EventKey[ScenePrefix.Length..] : null;
}

/// <summary>unsubscribe (取消关注). The platform obliges us to delete what we know of that person.</summary>
/// <param name="Header">What every push states.</param>
/// <param name="Trigger">What happened, in the platform's words.</param>
public sealed record UnsubscribeEvent(InboundHeader Header, EventTrigger Trigger) : InboundEvent(Header, Trigger);
