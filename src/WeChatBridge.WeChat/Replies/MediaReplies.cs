namespace WeChatBridge.WeChat.Replies;

/// <summary>回复图片消息.</summary>
public sealed record ImageReply : PassiveReply
{
    /// <summary>A picture; the platform shows no moving GIF here.</summary>
    /// <param name="mediaId">Uploaded material.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public ImageReply(string mediaId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        MediaId = mediaId;
    }

    /// <summary>Uploaded material.</summary>
    public string MediaId { get; }
}

/// <summary>回复语音消息.</summary>
public sealed record VoiceReply : PassiveReply
{
    /// <summary>A voice recording.</summary>
    /// <param name="mediaId">Uploaded material.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public VoiceReply(string mediaId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        MediaId = mediaId;
    }

    /// <summary>Uploaded material.</summary>
    public string MediaId { get; }
}

/// <summary>回复视频消息.</summary>
public sealed record VideoReply : PassiveReply
{
    /// <summary>A video.</summary>
    /// <param name="mediaId">Uploaded material.</param>
    /// <param name="title">Shown above it; may be left out.</param>
    /// <param name="description">Shown below the title; may be left out.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public VideoReply(string mediaId, string? title = null, string? description = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        (MediaId, Title, Description) = (mediaId, title, description);
    }

    /// <summary>Uploaded material.</summary>
    public string MediaId { get; }

    /// <summary>Shown above it, if any.</summary>
    public string? Title { get; }

    /// <summary>Shown below the title, if any.</summary>
    public string? Description { get; }
}

/// <summary>回复音乐消息. Only the thumbnail is required.</summary>
public sealed record MusicReply : PassiveReply
{
    /// <summary>A music card.</summary>
    /// <param name="thumbMediaId">The picture on the card, uploaded material.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public MusicReply(string thumbMediaId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(thumbMediaId);
        ThumbMediaId = thumbMediaId;
    }

    /// <summary>The picture on the card, uploaded material.</summary>
    public string ThumbMediaId { get; }

    /// <summary>The title on the card, if any.</summary>
    public string? Title { get; init; }

    /// <summary>The text on the card, if any.</summary>
    public string? Description { get; init; }

    /// <summary>Where the music plays from, if anywhere.</summary>
    public string? MusicUrl { get; init; }

    /// <summary>HQMusicUrl: preferred on Wi-Fi, if given.</summary>
    public string? HighQualityMusicUrl { get; init; }
}
