namespace WeChatBridge.Answers;

/// <summary>What is said to a follower. An answer drawn from a report carries its source; there is none without.</summary>
/// <param name="Kind">What sort of answer it is.</param>
/// <param name="Text">What the follower reads; empty for <see cref="AnswerKind.Silence"/>.</param>
/// <param name="Source">The section it quotes, for <see cref="AnswerKind.Section"/>.</param>
internal sealed record Answer(AnswerKind Kind, string Text, AnswerSource? Source = null)
{
    public static readonly Answer Silence = new(AnswerKind.Silence, "");
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
}

/// <summary>The section (出处) an answer quotes.</summary>
internal sealed record AnswerSource(
    long ReportId, long SectionId, string Report, int? Year, string Section, IReadOnlyList<string> HeadingPath, double Score);
