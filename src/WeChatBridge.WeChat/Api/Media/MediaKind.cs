namespace WeChatBridge.WeChat.Api.Media;

/// <summary>Kinds of uploaded material.</summary>
public enum MediaKind
{
    /// <summary>Picture, at most 10 MB: png, jpeg, jpg, gif; as permanent material also bmp.</summary>
    Image,

    /// <summary>Sound: temporary amr or mp3, 2 MB and 60 s; permanent also wma and wav.</summary>
    Voice,

    /// <summary>Video: mp4, at most 10 MB.</summary>
    Video,

    /// <summary>Thumbnail: jpg, at most 64 KB.</summary>
    Thumb,
}
