namespace WeChatBridge.Answers.Conversations;

/// <summary>What an account remembers of its talk with one follower, so that 「第二个」 and 「更多」 have a meaning.</summary>
internal sealed record ConversationState
{
    public static readonly ConversationState New = new();

    public ShownChoice? Choice { get; init; }

    public ReadingPlace? Place { get; init; }

    /// <summary>The answer a 「有用」 or 「没用」 speaks of.</summary>
    public RatedAnswer? Last { get; init; }

    /// <summary>How many questions in a row found nothing.</summary>
    public int Misses { get; init; }

    /// <summary>The message to the office that is being written.</summary>
    public MessageBeingWritten? Writing { get; init; }

    /// <summary>When a complaint about an official was last written, or its ways were told: a message begun soon after is one.</summary>
    public DateTimeOffset? ComplaintAt { get; init; }

    /// <summary>The state once the answer has been given.</summary>
    public ConversationState After(Answer answer, DateTimeOffset at) => this with
    {
        Choice = answer.Offered.Count > 0 ? new ShownChoice(answer.Offered, at) : Choice,
        Place = answer.Place ?? Place,
        Last = answer.Source is { } source ? new RatedAnswer(source.ReportId, source.SectionId) : Last,
        Misses = answer.Kind switch
        {
            AnswerKind.NotFound => Misses + 1,
            AnswerKind.Section or AnswerKind.Choice or AnswerKind.Rule => 0,
            _ => Misses,
        },
    };
}

/// <summary>A numbered choice as it was last shown.</summary>
internal sealed record ShownChoice(IReadOnlyList<OfferedItem> Items, DateTimeOffset At)
{
    /// <summary>So long a bare number picks from it.</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromMinutes(10);

    /// <summary>So long a bare number shows it again.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(1);
}

/// <summary>One line of a choice: what the follower reads, and what it leads to (<c>section:12</c>).</summary>
internal sealed record OfferedItem(string Label, string Leads);

/// <summary>How far something long has been shown.</summary>
/// <param name="Leads">What it is (<c>section:12</c>).</param>
/// <param name="From">Where the next part begins: a section's in characters of its whole text, a rule's in replies.</param>
internal sealed record ReadingPlace(string Leads, int From);

/// <summary>The section that answered last.</summary>
internal sealed record RatedAnswer(long ReportId, long SectionId);

/// <summary>A message to the office that is open for more.</summary>
/// <param name="Receipt">Its receipt's number; null until something has been written.</param>
/// <param name="LastWordAt">When the follower last wrote; silence ends it.</param>
/// <param name="IsComplaint">Whether only who supervises officials will read it.</param>
internal sealed record MessageBeingWritten(string? Receipt, DateTimeOffset LastWordAt, bool IsComplaint = false)
{
    /// <summary>So long a silence ends it.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(10);

    public bool IsOpenAt(DateTimeOffset at) => at - LastWordAt <= LongestSilence;
}
