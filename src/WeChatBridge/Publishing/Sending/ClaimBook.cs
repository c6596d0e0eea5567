using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Sending;

/// <summary>Which publications are due for anything, and who holds which: of several instances exactly one gets each.</summary>
internal sealed class ClaimBook(IDbContextFactory<BridgeContext> contexts, TimeProvider clock)
{
    /// <summary>Longer than the longest call with all its repetitions; each attempt that is begun renews it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    /// <summary>What is due now, the longest due first.</summary>
    public async Task<IReadOnlyList<long>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Due(context, now).OrderBy(one => one.DueAt).ThenBy(one => one.Id).Select(one => one.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Null where it is no longer due, or another was quicker.</summary>
    public async Task<Claim?> ClaimAsync(long id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var claim = new Claim(id, Guid.NewGuid().ToString("N"));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = await Due(context, now).AsNoTracking().Where(one => one.Id == id).Select(one => (int?)one.Revision)
            .SingleOrDefaultAsync(cancellationToken);
        var until = now + Lease;
        var isOurs = seen is not null
            && await context.Set<Publication>().Where(one => one.Id == id && one.Revision == seen)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(one => one.ClaimedBy, claim.Token)
                        .SetProperty(one => one.ClaimedUntil, until)
                        .SetProperty(one => one.Revision, one => one.Revision + 1),
                    cancellationToken) == 1;
        return isOurs ? claim : null;
    }

    /// <summary>Gives back what was claimed, so that the next round need not wait for the lease to run out.</summary>
    public async Task LetGoAsync(Claim claim)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await context.Set<Publication>().Where(one => one.Id == claim.PublicationId && one.ClaimedBy == claim.Token)
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.ClaimedBy, "")
                    .SetProperty(one => one.ClaimedUntil, (DateTimeOffset?)null)
                    .SetProperty(one => one.Revision, one => one.Revision + 1),
                CancellationToken.None);
    }

    private static IQueryable<Publication> Due(BridgeContext context, DateTimeOffset now)
    {
        var paused = context.Set<AccountSending>().Where(account => account.IsPaused);
        var withdrawals = context.Set<Withdrawal>().Where(withdrawal => withdrawal.State == WithdrawalState.Confirmed
            && (withdrawal.RetryAt == null || withdrawal.RetryAt <= now));
        return context.Set<Publication>().Where(one => (one.ClaimedUntil == null || one.ClaimedUntil < now)
            && (((one.State == PublicationState.Submitted || one.State == PublicationState.OutcomeUnknown) && one.AskAgainAt <= now)
                || (one.State == PublicationState.Published && withdrawals.Any(withdrawal => withdrawal.PublicationId == one.Id))
                || (!paused.Any(account => account.AccountKey == one.AccountKey)
                    && ((one.State == PublicationState.Scheduled && one.DueAt <= now)
                        || (one.State == PublicationState.Sending && (one.RetryAt == null || one.RetryAt <= now))))));
    }
}

/// <summary>A publication in the hands of one worker.</summary>
/// <param name="PublicationId">Which.</param>
/// <param name="Token">What the store says who holds it by; a new one for each claim.</param>
internal sealed record Claim(long PublicationId, string Token);
