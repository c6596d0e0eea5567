using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing;

/// <content>What persons do to it: each act changes it, or names in Chinese why not. What the worker does stands in another part.</content>
internal sealed partial class Publication
{
    /// <summary>The platform takes so many articles as one message.</summary>
    public const int MostItems = 8;

    /// <summary>Why it cannot be planned otherwise; null while it waits or stands still.</summary>
    public string? ObjectionToChange() => State is PublicationState.Scheduled or PublicationState.Stopped ? null : NotNow();

    /// <summary>Another time, other versions, or another order; what stood still waits again.</summary>
    public string? Replan(CheckedPlan plan, string by, DateTimeOffset at)
    {
        if (ObjectionToChange() is { } objection)
        {
            return objection;
        }

        PlannedArticle[] versions = [.. plan.Items.Select(item => item.Article)];
        var isTheSame = Carries(versions);
        Recompose(versions);
        DueAt = plan.DueAt;
        MayBeLate = false;
        WaitAgain(by, at, isTheSame);
        return null;
    }

    /// <summary>Goes out although it is late, at its own due time's turn.</summary>
    public string? AllowLate(string by, DateTimeOffset at)
    {
        switch (State, StopReason)
        {
            case (PublicationState.Scheduled, _):
                MayBeLate = true;
                Revision++;
                return null;
            case (PublicationState.Stopped, StopReason.Late):
                MayBeLate = true;
                WaitAgain(by, at, isTheSame: true);
                return null;
            case (PublicationState.Stopped, _):
                return PublishingTexts.NotStoppedForLateness.With(Id, PublicationWords.NameOf(StopReason));
            default:
                return NotNow();
        }
    }

    /// <summary>Called off before anything went out. Of a draft in the draft box, see <see cref="Drafts.NeedlessDrafts"/>.</summary>
    public string? Cancel(DateTimeOffset at)
    {
        if (State is not (PublicationState.Scheduled or PublicationState.Stopped or PublicationState.DraftReady))
        {
            return NotNow();
        }

        Leave(PublicationState.Cancelled, at);
        return null;
    }

    /// <summary>A person found that it went out (结果未知 is settled).</summary>
    public string? SettleAsPublished(IReadOnlyList<string> addresses, DateTimeOffset at) =>
        ObjectionToSettling(at) ?? PublishAs(PublicationState.OutcomeUnknown, addresses, at);

    /// <summary>A person found that it did not go out: it may be tried again or called off.</summary>
    public string? SettleAsNotSent(DateTimeOffset at)
    {
        if (ObjectionToSettling(at) is { } objection)
        {
            return objection;
        }

        Leave(PublicationState.Stopped, at);
        (StopReason, StopWords) = (StopReason.NotSent, PublishingTexts.FoundNotSent);
        return null;
    }

    /// <summary>A person sent the draft on the platform's website and says where it is.</summary>
    public string? EnterAddresses(IReadOnlyList<string> addresses, DateTimeOffset sentAt) =>
        PublishAs(PublicationState.DraftReady, addresses, sentAt);

    /// <summary>It is out, and of some of its articles nobody heard where they stand: a person found them.</summary>
    /// <param name="addresses">One for each article that has none, in their order.</param>
    public string? AddAddresses(IReadOnlyList<string> addresses)
    {
        if (State != PublicationState.Published)
        {
            return NotNow();
        }

        var without = _items.Where(item => item.Url.Length == 0 && !item.HasFailed).OrderBy(item => item.Position).ToList();
        if (without.Count == 0)
        {
            return PublishingTexts.AddressesComplete.With(Id);
        }

        if (addresses.Count != without.Count)
        {
            return PublishingTexts.AddressForMissing.With(
                string.Join("、", without.Select(item => item.Position + 1)), without.Count, addresses.Count);
        }

        foreach (var (item, address) in without.Zip(addresses))
        {
            item.StandsAt(address);
        }

        Revision++;
        return null;
    }

    /// <summary>What was entered of the draft was wrong: it waits again to be sent on the website.</summary>
    public string? TakeBackAddresses(DateTimeOffset at)
    {
        if (State != PublicationState.Published)
        {
            return NotNow();
        }

        _items.ForEach(item => item.Forget());
        // What stands at that address goes by this name: another thing.
        PlatformArticleId = "";
        Leave(PublicationState.DraftReady, at);
        StopWords = PublishingTexts.EntryStruck;
        return null;
    }

    private bool Carries(PlannedArticle[] versions) => _items.OrderBy(item => item.Position)
        .Select(item => (item.SubjectId, item.ContentHash)).SequenceEqual(versions.Select(version => (version.SubjectId, version.ContentHash)));

    // The places stay and carry other versions: rows that swap their places would break the unique index on the way.
    private void Recompose(PlannedArticle[] versions)
    {
        _items.RemoveAll(item => item.Position >= versions.Length);
        foreach (var (version, position) in versions.Select((version, position) => (version, position)))
        {
            if (_items.Find(item => item.Position == position) is { } place)
            {
                place.Carry(version);
            }
            else
            {
                _items.Add(PublicationItem.Of(version, position));
            }
        }
    }

    private string? PublishAs(PublicationState from, IReadOnlyList<string> addresses, DateTimeOffset at)
    {
        if (State != from)
        {
            return NotNow();
        }

        if (addresses.Count != _items.Count)
        {
            return PublishingTexts.AddressForEach.With(_items.Count, addresses.Count);
        }

        foreach (var (item, address) in _items.OrderBy(item => item.Position).Zip(addresses))
        {
            item.StandsAt(address);
        }

        Leave(PublicationState.Published, at);
        return null;
    }

    // A worker that looks it up may be repeating the call at this moment: its answer is waited for, or else it could go out twice.
    private string? ObjectionToSettling(DateTimeOffset at) => State != PublicationState.OutcomeUnknown
        ? NotNow()
        : ClaimedUntil > at ? PublishingTexts.BeingLookedUp.With(Id) : null;

    /// <summary>It waits again; whoever held it holds it no more, and what an earlier sending left counts for nothing.</summary>
    private void WaitAgain(string by, DateTimeOffset at, bool isTheSame)
    {
        // A person who found that it did not go out may be wrong: under the name it went by, the platform sends the same message only once.
        var mayBeOut = StopReason == StopReason.NotSent || State == PublicationState.Scheduled;
        ClientMessageId = mayBeOut && isTheSame ? ClientMessageId : "";
        Leave(PublicationState.Scheduled, at);
        (ScheduledBy, ScheduledAt) = (by, at);
        (SubmittedAt, EndedAt, Tries) = (null, null, 0);
    }

    private void Leave(PublicationState state, DateTimeOffset at)
    {
        (StopReason, StopWords) = (StopReason.None, "");
        (ClaimedBy, ClaimedUntil) = ("", null);
        End(state, at);
    }

    private string NotNow() => PublishingTexts.NotInThisState.With(Id, PublicationWords.NameOf(State));
}
