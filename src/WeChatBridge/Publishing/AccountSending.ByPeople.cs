using WeChatBridge.Texts;

namespace WeChatBridge.Publishing;

/// <content>What persons do to it: each act changes it, or names in Chinese why not.</content>
internal sealed partial class AccountSending
{
    /// <summary>From this commit on nothing of the account goes out.</summary>
    public string? Pause(string reason, string by, DateTimeOffset at)
    {
        if (IsPaused)
        {
            return PublishingTexts.AlreadyPaused.With(AccountKey, PausedBy, PauseReason);
        }

        IsPaused = true;
        (PauseReason, PausedBy, PausedAt) = (reason, by, at);
        Revision++;
        return null;
    }

    public string? Resume()
    {
        if (!IsPaused)
        {
            return PublishingTexts.NotPaused.With(AccountKey);
        }

        IsPaused = false;
        (PauseReason, PausedBy, PausedAt) = ("", "", null);
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
