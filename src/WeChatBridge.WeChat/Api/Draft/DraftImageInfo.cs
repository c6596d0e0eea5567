using System.Diagnostics.CodeAnalysis;

namespace WeChatBridge.WeChat.Api.Draft;

/// <summary>The pictures of a <c>newspic</c>: at most 20, the first is the cover.</summary>
public sealed record DraftImageInfo
{
    /// <summary>The pictures in order.</summary>
    [AllowNull]
    public IReadOnlyList<DraftImage> ImageList { get; init => field = value ?? []; } = [];
}

/// <summary>One picture.</summary>
/// <param name="ImageMediaId">A permanent image material.</param>
public sealed record DraftImage(string ImageMediaId);
