namespace WeChatBridge.Publishing.Scheduling;

/// <summary>What a person wants to go out as one message.</summary>
/// <param name="AccountKey">For which official account.</param>
/// <param name="Versions">Which versions, in their order.</param>
/// <param name="DueAt">When.</param>
internal sealed record NewPublication(string AccountKey, IReadOnlyList<PlannedVersion> Versions, DateTimeOffset DueAt)
{
    /// <summary>What is to be done; null where it is what the articles themselves say.</summary>
    public SendingAct? Act { get; init; }

    /// <summary>The tag of the followers it goes to; looked at only where <see cref="Act"/> is given.</summary>
    public int? AudienceTag { get; init; }

    /// <summary>It is to go out now: its due time need not be ahead.</summary>
    public bool IsAtOnce { get; init; }
}

/// <summary>What is to be otherwise of a publication; null where it stays.</summary>
/// <param name="DueAt">Another due time.</param>
/// <param name="Versions">Other versions, or the same in another order.</param>
internal sealed record PublicationChange(DateTimeOffset? DueAt, IReadOnlyList<PlannedVersion>? Versions = null);

/// <summary>A version as a person names it: which article, and the hash of the document.</summary>
internal sealed record PlannedVersion(string SubjectId, string ContentHash);

/// <summary>A version that was looked at.</summary>
/// <param name="SubjectId">Which article.</param>
/// <param name="ContentHash">Which version of it.</param>
/// <param name="Document">What it says.</param>
/// <param name="IsReleased">Whether its review is complete; otherwise it is still being examined.</param>
internal sealed record PlannedItem(string SubjectId, string ContentHash, ArticleDocument Document, bool IsReleased)
{
    public PlannedArticle Article => new(SubjectId, ContentHash, Document.Title);
}

/// <summary>A plan nothing stands against; whether it is wise is another question (<see cref="SchedulePreview"/>).</summary>
internal sealed record CheckedPlan(
    string AccountKey, IReadOnlyList<PlannedItem> Items, DateTimeOffset DueAt, SendingAct Act, int? AudienceTag)
{
    public Publication Schedule(string by, DateTimeOffset now) =>
        Publication.Schedule(AccountKey, Act, AudienceTag, DueAt, [.. Items.Select(item => item.Article)], by, now);
}

/// <summary>Something a person wants to do to a publication.</summary>
/// <param name="PublicationId">To which.</param>
/// <param name="SeenRevision">The state they saw: if it has moved on since, they must look again.</param>
/// <param name="By">Who.</param>
internal sealed record PublicationAct(long PublicationId, int SeenRevision, Staff.Acting By);
