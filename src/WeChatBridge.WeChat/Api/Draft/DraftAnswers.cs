using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.Draft;

/// <summary>A draft was made.</summary>
/// <param name="MediaId">Names the draft; dead once the draft has been published or mass-sent.</param>
public sealed record DraftAdded(string MediaId);

/// <summary>How many drafts there are.</summary>
/// <param name="TotalCount">Drafts in the account, website-made ones included.</param>
public sealed record DraftCount(int TotalCount);

/// <summary>One page of the draft list.</summary>
/// <param name="TotalCount">Drafts in the account.</param>
/// <param name="ItemCount">Drafts on this page.</param>
public sealed record DraftPage(int TotalCount = 0, int ItemCount = 0)
{
    /// <summary>The drafts, newest first.</summary>
    [AllowNull]
    public IReadOnlyList<ListedDraft> Item { get; init => field = value ?? []; } = [];
}

/// <summary>One draft in the list.</summary>
/// <param name="MediaId">Names the draft.</param>
/// <param name="Content">Its articles.</param>
public sealed record ListedDraft(string MediaId, NewsContent? Content = null)
{
    /// <summary>Last change.</summary>
    [JsonConverter(typeof(UnixSecondsConverter))]
    public DateTimeOffset UpdateTime { get; init; }
}
