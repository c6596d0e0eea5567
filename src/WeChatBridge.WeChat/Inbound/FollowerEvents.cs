namespace WeChatBridge.WeChat.Inbound;

/// <summary>subscribe (关注): a follower arrived, perhaps by a QR code of ours, whose ticket comes along.</summary>
public sealed record SubscribeEvent(InboundHeader Header, EventTrigger Trigger, string? Ticket) : InboundEvent(Header, Trigger)
{
    private const string ScenePrefix = "qrscene_";

    /// <summary>The scene of the QR code, without the platform's prefix; null when none was scanned.</summary>
    public string? Scene =>
        EventKey?.StartsWith(ScenePrefix, StringComparison.Ordinal) == true ? EventKey[ScenePrefix.Length..] : null;
}

/// <summary>unsubscribe (取消关注). The platform obliges us to delete what we know of that person.</summary>
public sealed record UnsubscribeEvent(InboundHeader Header, EventTrigger Trigger) : InboundEvent(Header, Trigger);

/// <summary>SCAN: someone who follows already scanned a QR code of ours.</summary>
public sealed record ScanEvent(InboundHeader Header, EventTrigger Trigger, string? Ticket) : InboundEvent(Header, Trigger)
{
    /// <summary>The scene of the QR code; here the platform writes no prefix.</summary>
    public string? Scene => EventKey;
}

/// <summary>LOCATION (上报地理位置): where the client says it is, in degrees, precise to so many metres.</summary>
/// <remarks>
/// Sent by the client on entering the conversation or every five seconds; a place a person chose is a <see cref="LocationMessage"/>.
/// </remarks>
public sealed record LocationReportedEvent(
    InboundHeader Header, EventTrigger Trigger, decimal Latitude, decimal Longitude, decimal? Precision)
    : InboundEvent(Header, Trigger);
