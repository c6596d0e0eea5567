namespace WeChatBridge.WeChat.Api.Media;

/// <summary>The platform's words for kinds of media.</summary>
internal static class MediaWords
{
    public static string OnTheWire(this MediaKind kind) => kind switch
    {
        MediaKind.Image => "image",
        MediaKind.Voice => "voice",
        MediaKind.Video => "video",
        MediaKind.Thumb => "thumb",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
