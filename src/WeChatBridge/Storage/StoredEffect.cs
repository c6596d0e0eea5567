namespace WeChatBridge.Storage;

/// <summary>
/// Something that is stored in the same commit as the message that caused it, or not at all. It may run more than once, each time on a
/// fresh context, and must read from that context what it depends on.
/// </summary>
internal delegate Task StoredEffect(BridgeContext context, CancellationToken cancellationToken);
