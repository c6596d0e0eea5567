namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>Kinds of files the media endpoints tell apart.</summary>
public enum FileKind
{
    Unknown,
    Jpeg,
    Png,
    Gif,
    Bmp,
    Mp3,
    Amr,
    Wav,
    Wma,
    Mp4,
}

/// <summary>Tells a file's kind from its first bytes.</summary>
internal static class FileKinds
{
    public static FileKind Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => FileKind.Gif,
        [(byte)'B', (byte)'M', ..] => FileKind.Bmp,
        [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, 0xFB or 0xF3 or 0xF2, ..] => FileKind.Mp3,
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => FileKind.Amr,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => FileKind.Wav,
        [0x30, 0x26, 0xB2, 0x75, ..] => FileKind.Wma,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => FileKind.Mp4,
        _ => FileKind.Unknown,
    };

    public static string ContentType(FileKind kind) => kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Gif => "image/gif",
        FileKind.Bmp => "image/bmp",
        FileKind.Mp3 => "audio/mpeg",
        FileKind.Amr => "audio/amr",
        FileKind.Wav => "audio/wav",
        FileKind.Wma => "audio/x-ms-wma",
        FileKind.Mp4 => "video/mp4",
        _ => "application/octet-stream",
    };
}
