using WeChatBridge.Publishing.Sending;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing;

/// <content>What persons do to it: each act changes it, or names in Chinese why not.</content>
internal sealed partial class AccountSending
{
    /// <summary>
    /// From this commit on nothing of the account goes out. A person's pause lies over the worker's, and stands until a person lifts it.
    /// </summary>
    public string? Pause(string reason, string by, DateTimeOffset at)
    {
        if (IsPaused && PausedBy != OpenPublication.Actor)
        {
            return PublishingTexts.AlreadyPaused.With(AccountKey, PausedBy, PauseReason);
        }

        (RefusalReason, RefusedAt) = (PauseReason, PausedAt);
        IsPaused = true;
        (PauseReason, PausedBy, PausedAt) = (reason, by, at);
        Revision++;
        return null;
    }

    /// <summary>Lifts the pause that lies on top; what the worker met with under it holds the account still.</summary>
    public string? Resume()
    {
        if (!IsPaused)
        {
            return PublishingTexts.NotPaused.With(AccountKey);
        }

        IsPaused = RefusedAt is not null;
        (PauseReason, PausedBy, PausedAt) = (RefusalReason, IsPaused ? OpenPublication.Actor : "", RefusedAt);
        (RefusalReason, RefusedAt) = ("", null);
        Revision++;
        return null;
    }

    /// <summary>A person says that the right to publish is back.</summary>
    public string? LiftDraftOnly()
    {
        if (!IsDraftOnly)
        {
            return PublishingTexts.NotDraftOnly.With(AccountKey);
        }

        IsDraftOnly = false;
        DraftOnlySince = null;
        Revision++;
        return null;
    }
}
