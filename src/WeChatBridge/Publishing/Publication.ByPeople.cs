namespace WeChatBridge.Publishing;

/// <content>What people do with it.</content>
internal sealed partial class Publication
{
    /// <summary>Plans these versions as one message, in this order.</summary>
    internal static Publication Schedule(
        string accountKey,
        SendingAct act,
        int? audienceTag,
        DateTimeOffset dueAt,
        IReadOnlyList<PlannedArticle> articles,
        string by,
        DateTimeOffset now)
    {
        var publication = new Publication
        {
            AccountKey = accountKey,
            Act = act,
            AudienceTag = audienceTag,
            DueAt = dueAt,
            ScheduledBy = by,
            ScheduledAt = now,
            ClientMessageId = Guid.NewGuid().ToString("N"),
        };
        publication._items.AddRange(articles.Select((article, position) => PublicationItem.Of(position, article)));
        return publication;
    }
}

/// <summary>An article that is to go out: which one, and in which version.</summary>
internal sealed record PlannedArticle(string SubjectId, string ContentHash, string Title);
