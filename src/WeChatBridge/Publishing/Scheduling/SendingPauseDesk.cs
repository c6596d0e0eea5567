using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>Stops everything an account sends, at once, and lets it go on.</summary>
internal sealed class SendingPauseDesk(
    IDbContextFactory<BridgeContext> contexts, AuditTrail audit, PublishingOptions options, TimeProvider clock)
{
    private const int LongestReason = 200;

    public Task<Outcome<SendingState>> PauseAsync(string accountKey, string reason, Acting by, CancellationToken cancellationToken) =>
        ChangeAsync(
            accountKey,
            "sending.pause",
            by,
            sending => reason.Trim().Length is 0 or > LongestReason
                ? PublishingTexts.PauseReasonMissing.With(LongestReason)
                : sending.Pause(reason.Trim(), by.Name, clock.GetUtcNow()),
            cancellationToken);

    /// <summary>What is due goes out if it is not too late, and otherwise asks.</summary>
    public Task<Outcome<SendingState>> ResumeAsync(string accountKey, Acting by, CancellationToken cancellationToken) =>
        ChangeAsync(accountKey, "sending.resume", by, sending => sending.Resume(), cancellationToken);

    /// <summary>The platform gave the right to publish back: what is planned as such may be planned again.</summary>
    public Task<Outcome<SendingState>> LiftDraftOnlyAsync(string accountKey, Acting by, CancellationToken cancellationToken) =>
        ChangeAsync(accountKey, "sending.lift-draft-only", by, sending => sending.LiftDraftOnly(), cancellationToken);

    private async Task<Outcome<SendingState>> ChangeAsync(
        string accountKey, string action, Acting by, Func<AccountSending, string?> change, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.PauseAccount, accountKey) is { } refusal)
        {
            return Outcome<SendingState>.Refused(refusal);
        }

        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await AuditTrail.TakeTurnAsync(context, cancellationToken);
            var sending = await FindAsync(context, accountKey, cancellationToken);
            if (change(sending) is { } objection)
            {
                return Outcome<SendingState>.Refused(objection);
            }

            var state = await StateAsync(context, sending, cancellationToken);
            await audit.AppendAsync(
                context,
                new AuditedAct(by.Name, accountKey, action, $"account/{accountKey}", $"waiting {state.Overdue.Count + state.TooLate.Count}"),
                cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return state;
        }
        catch (Exception exception) when (StoreConflict.Is(exception))
        {
            // The worker took the right away, or paused it, at the same moment.
            return Outcome<SendingState>.Refused(PublishingTexts.SendingChangedMeanwhile.With(accountKey));
        }
    }

    private static async Task<AccountSending> FindAsync(BridgeContext context, string accountKey, CancellationToken cancellationToken)
    {
        var sending = await context.Set<AccountSending>().SingleOrDefaultAsync(one => one.AccountKey == accountKey, cancellationToken);
        return sending ?? context.Add(AccountSending.Unhindered(accountKey)).Entity;
    }

    private async Task<SendingState> StateAsync(BridgeContext context, AccountSending sending, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var waiting = await context.Set<Publication>().AsNoTracking().Include(one => one.Items)
            .Where(one => one.AccountKey == sending.AccountKey && one.State == PublicationState.Scheduled && one.DueAt <= now)
            .OrderBy(one => one.DueAt).ToListAsync(cancellationToken);
        var tooLate = waiting.Where(one => one.IsLate(now, options.LateLimit)).ToList();
        return new SendingState(sending, [.. waiting.Except(tooLate)], tooLate);
    }
}

/// <summary>How an account's sendings stand.</summary>
/// <param name="Sending">Paused or not, and with which right.</param>
/// <param name="Overdue">What is due and goes out as soon as it may.</param>
/// <param name="TooLate">What is due for longer than the late limit and will ask a person.</param>
internal sealed record SendingState(AccountSending Sending, IReadOnlyList<Publication> Overdue, IReadOnlyList<Publication> TooLate);
