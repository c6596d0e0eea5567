using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Media;

/// <summary>What a kind of upload may be: its formats, told from the content, its size in bytes, the error when it is larger.</summary>
internal sealed record MediaRule(int LargestBytes, ErrorCode TooLarge, params FileKind[] Kinds)
{
    public ErrorCode Check(StoredFile file) =>
        !Kinds.Contains(file.Kind) ? ErrorCode.InvalidFileType
        : file.Bytes.Length > LargestBytes ? TooLarge
        : ErrorCode.Ok;
}
