using WeChatBridge.Simulator.Api.Drafts;
using WeChatBridge.Simulator.Api.Publishing;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Api.Mass;

/// <summary>One 群发: what was to be pushed, to whom, and what became of it.</summary>
public sealed record MassMessage
{
    public required long MessageId { get; init; }

    /// <summary>Of articles only; 0 otherwise.</summary>
    public long MessageDataId { get; init; }

    public required string ClientMessageId { get; init; }

    public required MassAudience Audience { get; init; }

    /// <summary>What a follower sees, before the articles have their addresses.</summary>
    public required ChatItem Content { get; init; }

    /// <summary>The draft it was made from, which is gone once it was sent; null unless articles are sent.</summary>
    public string? DraftMediaId { get; init; }

    public IReadOnlyList<DraftArticle> Articles { get; init; } = [];

    /// <summary>A person sent it at the website; the API neither made it nor may delete it.</summary>
    public bool IsFromWebsite { get; init; }

    /// <summary>send_ignore_reprint: go on although an article is judged a reprint, if its author allows that.</summary>
    public bool IgnoresReprint { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public MassStatus Status { get; init; } = MassStatus.Sending;

    /// <summary>The event's words: "send success", "send fail" or "err(N)"; empty until it ended.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The API mass-send protection holds it until the administrator agrees.</summary>
    public bool WaitsForAdmin { get; init; }

    /// <summary>The OpenIDs it reached.</summary>
    public IReadOnlyList<string> Reached { get; init; } = [];

    /// <summary>How many it was meant for, and how many of these it did not reach.</summary>
    public int TotalCount { get; init; }

    public int ErrorCount { get; init; }

    /// <summary>The articles (1, 2 …) deleted afterwards.</summary>
    public IReadOnlyList<int> DeletedIndexes { get; init; } = [];

    internal string Url(int index) => ArticleAddress.Of(MessageDataId, index);
}

/// <summary>msg_status of mass/get.</summary>
public enum MassStatus
{
    Sending,
    Succeeded,
    Failed,
    Deleted,
}
