namespace WeChatBridge.Publishing;

/// <content>What the platform's answers change.</content>
internal sealed partial class AccountSending
{
    internal static AccountSending Unhindered(string accountKey) => new() { AccountKey = accountKey };

    /// <summary>The platform lets the account send nothing now: trying on would only fail again, so that a person must look first.</summary>
    internal void PauseAfterRefusal(string reason, string by, DateTimeOffset at)
    {
        if (IsPaused)
        {
            return;
        }

        IsPaused = true;
        PauseReason = reason;
        PausedBy = by;
        PausedAt = at;
        Revision++;
    }

    internal void LoseRight(DateTimeOffset at)
    {
        IsDraftOnly = true;
        DraftOnlySince = at;
        Revision++;
    }
}
