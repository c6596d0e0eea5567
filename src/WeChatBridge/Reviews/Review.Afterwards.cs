namespace WeChatBridge.Reviews;

/// <content>What becomes of it after the last verdict: its follow-up, a later version, a sending that came to nothing.</content>
internal sealed partial class Review
{
    /// <summary>The follow-up of the emergency did not pass it: this version is not released (不予发布). False when it is too late for that.</summary>
    public bool RejectAfterwards(Reviewer by, ReviewWords words, DateTimeOffset at)
    {
        if (State != ReviewState.Passed || UsedAt is not null)
        {
            return false;
        }

        // No step of the plan either; see Withdraw.
        Add(ReviewVerdict.Rejected, by, words, at);
        State = ReviewState.Rejected;
        return true;
    }

    /// <summary>Another version has taken its place; false when there was nothing left to void.</summary>
    public bool Supersede(DateTimeOffset at)
    {
        if (State is not (ReviewState.Open or ReviewState.Passed) || UsedAt is not null)
        {
            return false;
        }

        State = ReviewState.Superseded;
        IsWrittenOver = false;
        Touch(at);
        return true;
    }

    /// <summary>The subject now reads otherwise, or as this version again; of one that is in no use, see <see cref="Supersede"/>.</summary>
    public void BeWrittenOver(bool isOver)
    {
        if (UsedAt is not null && IsWrittenOver != isOver)
        {
            IsWrittenOver = isOver;
            Revision++;
        }
    }

    /// <summary>The sending is over and certainly nothing went out: the approval can be taken back again. False where it was in no use.</summary>
    public bool EndUse()
    {
        if (UsedAt is null)
        {
            return false;
        }

        UsedAt = null;
        Revision++;
        return true;
    }
}
