namespace WeChatBridge.Publishing;

/// <content>What the sending changes. Each method is one step of <see cref="State"/>; who calls it holds the claim and commits.</content>
internal sealed partial class Publication
{
    /// <summary>When the sending that runs, or ran last, was begun; attempts before it belong to an earlier one.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>When a step that did not get through is tried again; null while nothing holds it up.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Whether the platform was ever given the message itself, so that it may be out.</summary>
    internal bool WasHandedOver => SubmittedAt is not null;

    /// <summary>After this nothing goes out any more without a person's word.</summary>
    internal DateTimeOffset LastMoment(TimeSpan lateLimit) => (MayBeLate ? BegunAt ?? DueAt : DueAt) + lateLimit;

    internal bool IsLate(DateTimeOffset now, TimeSpan lateLimit) =>
        !(MayBeLate && State == PublicationState.Scheduled) && now > LastMoment(lateLimit);

    /// <summary>A sending begins; what an earlier one left is forgotten, so that nothing of it can be taken for this one's.</summary>
    internal void Begin(DateTimeOffset now)
    {
        (State, StopReason, StopWords) = (PublicationState.Sending, StopReason.None, "");
        (BegunAt, RetryAt, Tries) = (now, null, 0);
        (SubmittedAt, AskAgainAt, TimesAsked, EndedAt) = (null, null, 0, null);
        (DraftMediaId, TaskId, DataId, PlatformArticleId) = ("", "", "", "");
        // Another message goes by another name, or the platform would answer with the earlier one's task.
        ClientMessageId = ClientMessageId.Length > 0 ? ClientMessageId : Guid.NewGuid().ToString("N");
        _items.ForEach(item => item.Forget());
        Revision++;
    }

    internal void Hold(DateTimeOffset until) => ClaimedUntil = until;

    internal void LetGo()
    {
        (ClaimedBy, ClaimedUntil) = ("", null);
        Revision++;
    }

    internal void TryAgain(DateTimeOffset at)
    {
        (RetryAt, Tries) = (at, Tries + 1);
        Revision++;
    }

    internal void KeepDraft(string mediaId)
    {
        DraftMediaId = mediaId;
        WentOn();
    }

    /// <summary>A step got through: the next one waits for nothing.</summary>
    internal void WentOn()
    {
        (RetryAt, Tries) = (null, 0);
        Revision++;
    }

    internal void HandOver(DateTimeOffset now)
    {
        SubmittedAt ??= now;
        Revision++;
    }

    /// <summary>The platform has not taken it: as if it had never been handed over.</summary>
    internal void TakeInHandAgain()
    {
        SubmittedAt = null;
        Revision++;
    }

    internal void Accept(string taskId, string? dataId, DateTimeOffset askAt)
    {
        (State, StopWords) = (PublicationState.Submitted, "");
        (TaskId, DataId) = (taskId, dataId ?? "");
        (AskAgainAt, TimesAsked, RetryAt) = (askAt, 0, null);
        Revision++;
    }

    internal void AskAgain(DateTimeOffset? at)
    {
        (AskAgainAt, TimesAsked) = (at, TimesAsked + 1);
        Revision++;
    }

    /// <param name="words">What a person is told.</param>
    /// <param name="lookAt">When it is looked up; null where only a person can say.</param>
    internal void LoseSight(string words, DateTimeOffset? lookAt)
    {
        (State, StopWords) = (PublicationState.OutcomeUnknown, words);
        (AskAgainAt, TimesAsked, RetryAt) = (lookAt, 0, null);
        Revision++;
    }

    internal void Say(string words) => StopWords = words;

    internal void ComeOut(string taskId, string articleId, DateTimeOffset now)
    {
        (StopReason, StopWords) = (StopReason.None, "");
        TaskId = taskId.Length > 0 ? taskId : TaskId;
        PlatformArticleId = articleId.Length > 0 ? articleId : PlatformArticleId;
        End(PublicationState.Published, now);
    }

    internal void BeReadyAsDraft(string words, DateTimeOffset now)
    {
        StopWords = words;
        End(PublicationState.DraftReady, now);
    }

    internal void Stop(StopReason reason, string words, DateTimeOffset now)
    {
        (StopReason, StopWords) = (reason, words);
        End(PublicationState.Stopped, now);
    }

    internal void BeRefused(string words, DateTimeOffset now)
    {
        StopWords = words;
        End(PublicationState.Refused, now);
    }

    /// <summary>An article, or all of them, are public no more; without any left, the message itself is taken back.</summary>
    internal void LoseArticles(int? position, DateTimeOffset goneAt, string words, DateTimeOffset now)
    {
        _items.FindAll(item => position is null || item.Position == position).ForEach(item => item.TakeBack(goneAt));
        Revision++;
        if (_items.TrueForAll(item => item.WithdrawnAt is not null))
        {
            BeTakenBack(words, now);
        }
    }

    internal void BeTakenBack(string words, DateTimeOffset now)
    {
        StopWords = words;
        _items.ForEach(item => item.TakeBack(now));
        End(PublicationState.Withdrawn, now);
    }

    private void End(PublicationState state, DateTimeOffset now)
    {
        State = state;
        (RetryAt, AskAgainAt, EndedAt) = (null, null, now);
        Revision++;
    }
}
