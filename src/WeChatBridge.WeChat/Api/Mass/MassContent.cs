namespace WeChatBridge.WeChat.Api.Mass;

/// <summary>What a mass send (群发) carries: articles, a text, or pictures.</summary>
/// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/notify/message/api_sendall.html"/></remarks>
public sealed record MassContent
{
    private MassContent()
    {
    }

    internal string? DraftMediaId { get; private init; }

    internal string? TextContent { get; private init; }

    internal MassImages? Pictures { get; private init; }

    /// <summary>Articles (图文).</summary>
    /// <param name="draftMediaId">The draft; it is gone once the send has succeeded.</param>
    public static MassContent Articles(string draftMediaId) => new() { DraftMediaId = draftMediaId };

    /// <summary>A text (文本).</summary>
    /// <param name="content">The text.</param>
    public static MassContent Text(string content) => new() { TextContent = content };

    /// <summary>Pictures (图片).</summary>
    /// <param name="mediaIds">Permanent image materials, in order, at least one.</param>
    /// <param name="recommend">推荐语, a sentence above the pictures.</param>
    public static MassContent Images(IReadOnlyList<string> mediaIds, string? recommend)
    {
        ArgumentOutOfRangeException.ThrowIfZero(mediaIds.Count, nameof(mediaIds));
        return new() { Pictures = new MassImages(mediaIds, recommend) };
    }
}

internal sealed record MassImages(IReadOnlyList<string> MediaIds, string? Recommend);
