namespace WeChatBridge.Storage;

/// <summary>A place where something of a follower is kept. One that asks to be forgotten, or leaves, is erased from all of them at once.</summary>
internal interface IFollowerTrace
{
    /// <summary>Erases what tells of the follower, inside the caller's transaction; records the office must keep stay, without the person.</summary>
    Task EraseAsync(BridgeContext context, string accountKey, string openId, CancellationToken cancellationToken);
}
