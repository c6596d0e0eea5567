using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Audit;

/// <summary>
/// Appends to the audit trail and proves it whole. An entry is written in the transaction of the act it tells of, as the last statement:
/// either both are there or neither.
/// </summary>
internal sealed class AuditTrail(TimeProvider clock)
{
    // Any fixed number does; it only has to be the same in every instance.
    private const long AppendLock = 0x5743_4272_6964_6765;

    /// <summary>Adds the entry and saves all that the caller has changed; the caller commits.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open on the context.</exception>
    public async Task AppendAsync(BridgeContext context, AuditedAct act, CancellationToken cancellationToken)
    {
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An audit entry belongs into the transaction of the act it tells of.");
        }

        await TakeTurnAsync(context, cancellationToken);
        var last = await context.Set<AuditEntry>().AsNoTracking()
            .OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancellationToken);
        context.Add(AuditEntry.After(last, act, clock.GetUtcNow()));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Waits until this transaction is the only one that will append, and keeps others out until it ends. An act that must judge before it
    /// writes takes its turn first: what it has read is then still true when it commits.
    /// </summary>
    public static async Task TakeTurnAsync(BridgeContext context, CancellationToken cancellationToken)
    {
        if (context is PostgresBridgeContext)
        {
            // SQLite's transactions are exclusive from their start; PostgreSQL needs the order of writers to be forced.
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AppendLock})", cancellationToken);
        }
    }

    /// <summary>Walks the whole chain; the first entry that does not fit is named.</summary>
    public static async Task<AuditVerdict> VerifyAsync(BridgeContext context, CancellationToken cancellationToken)
    {
        AuditEntry? previous = null;
        await foreach (var entry in context.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Sequence)
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var follows = entry.Sequence == (previous?.Sequence ?? 0) + 1
                && entry.PreviousHash == (previous?.Hash ?? AuditEntry.Root)
                && entry.Hash == entry.ComputeHash();
            if (!follows)
            {
                return new AuditVerdict(previous?.Sequence ?? 0, previous?.Hash ?? AuditEntry.Root, entry.Sequence);
            }

            previous = entry;
        }

        return new AuditVerdict(previous?.Sequence ?? 0, previous?.Hash ?? AuditEntry.Root, null);
    }
}

/// <summary>What a walk through the audit trail found.</summary>
/// <param name="Entries">How many entries, from the first on, are whole.</param>
/// <param name="Head">The hash of the last whole entry. Kept elsewhere, it shows later whether the tail was cut.</param>
/// <param name="BrokenAt">The sequence number of the first entry that was changed, or that follows a missing one.</param>
internal sealed record AuditVerdict(long Entries, string Head, long? BrokenAt)
{
    public bool IsWhole => BrokenAt is null;
}
