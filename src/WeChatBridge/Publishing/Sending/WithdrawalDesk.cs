using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Sending;

/// <summary>What people do to take back what is public: one proposes and says why, another confirms; then it is deleted.</summary>
internal sealed class WithdrawalDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    /// <param name="by">Who proposes.</param>
    /// <param name="target">Which message, or which article of it.</param>
    /// <param name="reason">Why; kept for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Outcome<Withdrawal>> ProposeAsync(
        Acting by, WithdrawalTarget target, string reason, CancellationToken cancellationToken) => ActAsync(
        by, target.AccountKey, async context =>
        {
            if (reason.Trim() is not { Length: > 0 and <= Withdrawal.LongestReason } given)
            {
                return Refuse(SendingTexts.WithdrawalReasonNeeded.With(Withdrawal.LongestReason));
            }

            var publication = await OpenPublication.FindAsync(context, target.PublicationId, cancellationToken);
            if (publication is null || publication.AccountKey != target.AccountKey)
            {
                return Refuse(SendingTexts.PublicationUnknown);
            }

            if (publication.State != PublicationState.Published
                || (target.Position is { } place && !publication.Items.Any(item => item.Position == place && item.WithdrawnAt is null)))
            {
                return Refuse(SendingTexts.NothingToWithdraw);
            }

            var isUnderWay = await context.Set<Withdrawal>().AnyAsync(
                one => one.PublicationId == publication.Id
                    && (one.State == WithdrawalState.Proposed || one.State == WithdrawalState.Confirmed),
                cancellationToken);
            return isUnderWay
                ? Refuse(SendingTexts.WithdrawalUnderWay)
                : context.Add(Withdrawal.Propose(publication, target.Position, given, by.Name, clock.GetUtcNow())).Entity;
        },
        "withdrawal.propose",
        cancellationToken);

    /// <summary>The second person agrees; what follows cannot be undone.</summary>
    public Task<Outcome<Withdrawal>> ConfirmAsync(Acting by, string accountKey, long id, CancellationToken cancellationToken) => ActAsync(
        by, accountKey, async context =>
        {
            var found = await FindAsync(context, accountKey, id, cancellationToken);
            if (found.IsDone && found.Value.ProposedBy == by.Name)
            {
                return Refuse(SendingTexts.WithdrawalNeedsAnother);
            }

            if (found.IsDone)
            {
                found.Value.Confirm(by.Name, clock.GetUtcNow());
            }

            return found;
        },
        "withdrawal.confirm",
        cancellationToken);

    /// <summary>Nothing is taken back.</summary>
    public Task<Outcome<Withdrawal>> DropAsync(Acting by, string accountKey, long id, CancellationToken cancellationToken) => ActAsync(
        by, accountKey, async context =>
        {
            var found = await FindAsync(context, accountKey, id, cancellationToken);
            if (found.IsDone)
            {
                found.Value.Drop(by.Name, clock.GetUtcNow());
            }

            return found;
        },
        "withdrawal.drop",
        cancellationToken);

    /// <summary>All of an account, the newest first.</summary>
    public async Task<Outcome<IReadOnlyList<Withdrawal>>> ListAsync(Acting by, string accountKey, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.Schedule, accountKey) is { } objection)
        {
            return Outcome<IReadOnlyList<Withdrawal>>.Refused(objection);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Withdrawal>().AsNoTracking().Where(one => one.AccountKey == accountKey)
            .OrderByDescending(one => one.Id).ToListAsync(cancellationToken);
    }

    private static Outcome<Withdrawal> Refuse(string words) => Outcome<Withdrawal>.Refused(words);

    private static async Task<Outcome<Withdrawal>> FindAsync(
        BridgeContext context, string accountKey, long id, CancellationToken cancellationToken) =>
        await context.Set<Withdrawal>().SingleOrDefaultAsync(one => one.Id == id && one.AccountKey == accountKey, cancellationToken) switch
        {
            null => Refuse(SendingTexts.WithdrawalUnknown),
            { State: not WithdrawalState.Proposed } => Refuse(SendingTexts.WithdrawalDecided),
            var found => found,
        };

    private async Task<Outcome<Withdrawal>> ActAsync(
        Acting by, string accountKey, Func<BridgeContext, Task<Outcome<Withdrawal>>> act, string action, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.Schedule, accountKey) is { } objection)
        {
            return Refuse(objection);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var withdrawal = await act(context);
        if (withdrawal.IsDone)
        {
            await context.SaveChangesAsync(cancellationToken);
            var subject = $"publication/{withdrawal.Value.PublicationId}";
            var reason = AuditedWords.HashOf(withdrawal.Value.Reason);
            var detail = $"withdrawal/{withdrawal.Value.Id} {withdrawal.Value.State}; reason sha256 {reason}";
            await audit.AppendAsync(context, new AuditedAct(by.Name, accountKey, action, subject, detail), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return withdrawal;
    }
}

/// <summary>What is to be taken back.</summary>
/// <param name="AccountKey">Of which account.</param>
/// <param name="PublicationId">Which message.</param>
/// <param name="Position">Which article of it, from 0; null for all of it.</param>
internal sealed record WithdrawalTarget(string AccountKey, long PublicationId, int? Position = null);
