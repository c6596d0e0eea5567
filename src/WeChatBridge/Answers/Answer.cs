using WeChatBridge.Answers.Conversations;

namespace WeChatBridge.Answers;

/// <summary>What is said to a follower. An answer drawn from a report carries its source; there is none without.</summary>
/// <param name="Kind">What sort of answer it is.</param>
/// <param name="Text">What the follower reads; empty for <see cref="AnswerKind.Silence"/>.</param>
internal sealed record Answer(AnswerKind Kind, string Text)
{
    public static readonly Answer Silence = new(AnswerKind.Silence, "");

    /// <summary>The section it quotes, for <see cref="AnswerKind.Section"/>.</summary>
    public AnswerSource? Source { get; init; }

    /// <summary>What can be picked next by number or name.</summary>
    public IReadOnlyList<OfferedItem> Offered { get; init; } = [];

    /// <summary>What is sent where it is more than words; <see cref="Text"/> then only describes it.</summary>
    public ReplyContent? Content { get; init; }

    /// <summary>Where 「更多」 goes on.</summary>
    public ReadingPlace? Place { get; init; }
}

/// <summary>The sorts of answer.</summary>
internal enum AnswerKind
{
    /// <summary>Nothing is to be said: the platform gets its "success".</summary>
    Silence,

    /// <summary>A section of a report.</summary>
    Section,

    /// <summary>Several sections may be meant; the follower is asked which.</summary>
    Choice,

    /// <summary>The documents do not hold it.</summary>
    NotFound,

    /// <summary>The words for a new follower.</summary>
    Welcome,

    /// <summary>The message was of a kind that cannot be searched by.</summary>
    NotSearchable,

    /// <summary>What staff laid down for such words.</summary>
    Rule,

    /// <summary>Whom to call now.</summary>
    Danger,

    /// <summary>What the account can do, and how its duties are done elsewhere.</summary>
    Guidance,

    /// <summary>What became of the follower's message to the office.</summary>
    Inbox,
}

/// <summary>The section (出处) an answer quotes.</summary>
internal sealed record AnswerSource(
    long ReportId, long SectionId, string Report, int? Year, string Section, IReadOnlyList<string> HeadingPath, double Score);
