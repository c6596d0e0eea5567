using WeChatBridge.Accounts;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Sending;

/// <summary>Why an account's articles have no figures: what can be told from the account, the last round, and the article itself.</summary>
/// <param name="HasKeys">Whether the platform can be asked at all.</param>
/// <param name="Round">The account's round for figures; null where none was ever due.</param>
/// <param name="Now">This moment.</param>
internal sealed record MissingFigures(bool HasKeys, SendingRound? Round, DateTimeOffset Now)
{
    /// <summary>As a sentence for staff.</summary>
    public string Because(Publication publication, PublicationItem item) =>
        item.HasFailed ? SendingTexts.NoFiguresFailed
        : !HasKeys ? SendingTexts.NoFiguresWithoutKeys
        : OfficeTime.DateAt(publication.EndedAt ?? Now) >= OfficeTime.DateAt(Now) ? SendingTexts.NoFiguresYet
        : Round is not { MadeAt: { } madeAt } ? SendingTexts.NoFiguresNeverFetched
        : Unfetched(publication, madeAt);

    private string Unfetched(Publication publication, DateTimeOffset madeAt)
    {
        var published = OfficeTime.DateAt(publication.EndedAt ?? Now);
        return Round is { Words.Length: > 0 } ? SendingTexts.NoFiguresRefused.With(OfficeTime.Write(madeAt), Round.Words)
            : Round is { IsComplete: false } ? SendingTexts.NoFiguresNotReached.With(OfficeTime.Write(madeAt))
            // The round of that morning has not been made yet.
            : OfficeTime.DateAt(madeAt) <= published ? SendingTexts.NoFiguresYet
            : publication.State == PublicationState.Withdrawn ? SendingTexts.NoFiguresWithdrawn
            : IsByHand(publication) ? SendingTexts.NoFiguresByHand.With(OfficeTime.Write(madeAt))
            : OfficeTime.DateAt(Now).DayNumber - published.DayNumber > FigureCollection.Days
                ? SendingTexts.NoFiguresTooOld.With(FigureCollection.Days)
                : SendingTexts.NoFiguresNotListed.With(OfficeTime.Write(madeAt));
    }

    /// <summary>A person sent the draft on the website: the platform gave us no number for it, only its address can be compared.</summary>
    private static bool IsByHand(Publication publication) => publication.TaskId.Length == 0;
}
