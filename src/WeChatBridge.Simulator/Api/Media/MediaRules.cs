using System.Collections.Frozen;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Media;

/// <summary>The rules by endpoint and type. How long a voice lasts is not measured.</summary>
internal static class MediaRules
{
    private const int Kilobyte = 1024;
    private const int Megabyte = 1024 * Kilobyte;

    /// <summary>media/uploadimg: under 1 MB.</summary>
    public static readonly MediaRule BodyImage = new(Megabyte - 1, ErrorCode.InvalidImageSize, FileKind.Jpeg, FileKind.Png);

    public static readonly FrozenDictionary<string, MediaRule> Temporary = new Dictionary<string, MediaRule>
    {
        ["image"] = new(10 * Megabyte, ErrorCode.InvalidImageSize, FileKind.Png, FileKind.Jpeg, FileKind.Gif),
        ["voice"] = new(2 * Megabyte, ErrorCode.InvalidVoiceSize, FileKind.Amr, FileKind.Mp3),
        ["video"] = new(10 * Megabyte, ErrorCode.InvalidVideoSize, FileKind.Mp4),
        ["thumb"] = new(64 * Kilobyte, ErrorCode.InvalidThumbSize, FileKind.Jpeg),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, MediaRule> Permanent = new Dictionary<string, MediaRule>
    {
        ["image"] = new(10 * Megabyte, ErrorCode.InvalidImageSize, FileKind.Bmp, FileKind.Png, FileKind.Jpeg, FileKind.Gif),
        ["voice"] = new(2 * Megabyte, ErrorCode.InvalidVoiceSize, FileKind.Mp3, FileKind.Wma, FileKind.Wav, FileKind.Amr),
        ["video"] = new(10 * Megabyte, ErrorCode.InvalidVideoSize, FileKind.Mp4),
        ["thumb"] = new(64 * Kilobyte, ErrorCode.InvalidThumbSize, FileKind.Jpeg),
    }.ToFrozenDictionary();
}
