namespace WeChatBridge.Simulator.Followers;

/// <summary>Something a person did that allows the account to write to them for a while (客服消息).</summary>
public sealed record FollowerAct(DateTimeOffset At, FollowerActKind Kind);

public enum FollowerActKind
{
    /// <summary>Wrote: 5 messages within 48 hours.</summary>
    Message,

    /// <summary>Tapped a click, scancode_push or scancode_waitmsg menu entry: 3 messages within a minute.</summary>
    MenuClick,

    /// <summary>Followed: 3 messages within a minute.</summary>
    Follow,

    /// <summary>Scanned the account's code: 3 messages within a minute.</summary>
    Scan,
}
