using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Media;

/// <summary>
/// A file in the account's library (素材): temporary with an end, permanent without one. The URL is set for permanent pictures and for
/// pictures of article bodies; title and introduction belong to videos.
/// </summary>
public sealed record StoredMedia(string MediaId, string Type, StoredFile File, DateTimeOffset StoredAt)
{
    public DateTimeOffset? ExpiresAt { get; init; }

    public string Url { get; init; } = "";

    public string Title { get; init; } = "";

    public string Introduction { get; init; } = "";

    public bool IsPermanent => ExpiresAt is null;
}
