using WeChatBridge.Publishing.Sending;

namespace WeChatBridge.Publishing;

/// <content>What the platform's answers change.</content>
internal sealed partial class AccountSending
{
    internal static AccountSending Unhindered(string accountKey) => new() { AccountKey = accountKey };

    /// <summary>The platform lets the account send nothing now: trying on would only fail again, so that a person must look first.</summary>
    internal void PauseAfterRefusal(string reason, DateTimeOffset at)
    {
        if (!IsPaused)
        {
            IsPaused = true;
            (PauseReason, PausedBy, PausedAt) = (reason, OpenPublication.Actor, at);
        }
        else if (PausedBy != OpenPublication.Actor && RefusedAt is null)
        {
            (RefusalReason, RefusedAt) = (reason, at);
        }
        else
        {
            return;
        }

        Revision++;
    }

    internal void LoseRight(DateTimeOffset at)
    {
        IsDraftOnly = true;
        DraftOnlySince = at;
        Revision++;
    }
}
