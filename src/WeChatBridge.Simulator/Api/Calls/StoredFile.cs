namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>A file as it was uploaded: its name, its bytes, and the content type they themselves show.</summary>
public sealed record StoredFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Told from the content, as the platform does; the sender's claim is not looked at.</summary>
    public FileKind Kind { get; } = FileKinds.Of(Bytes.Span);

    public string ContentType => FileKinds.ContentType(Kind);
}
