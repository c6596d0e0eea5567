using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// What people do to take back what is public: one proposes and says why, another confirms; then it is deleted. Or a person deleted it on
/// the platform's website already, and two say so.
/// </summary>
internal sealed class WithdrawalDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    /// <param name="by">Who proposes.</param>
    /// <param name="target">Which message, or which article of it.</param>
    /// <param name="reason">Why; kept for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Outcome<Withdrawal>> ProposeAsync(
        Acting by, WithdrawalTarget target, string reason, CancellationToken cancellationToken) => ActAsync(
        by,
        target.AccountKey,
        async context =>
        {
            var found = await FindAsync(context, target, reason, cancellationToken);
            return found.IsDone
                ? context.Add(Withdrawal.Propose(found.Value, target.Position, reason.Trim(), by.Name, clock.GetUtcNow())).Entity
                : Refuse(found.Refusal!);
        },
        "withdrawal.propose",
        cancellationToken);

    /// <summary>A person deleted it on the platform's website, and one of them reports it; it waits for a second person like a proposal.</summary>
    public Task<Outcome<Withdrawal>> ReportAsync(
        Acting by, WithdrawalTarget target, string reason, DeletionByHand deletion, CancellationToken cancellationToken) => ActAsync(
        by,
        target.AccountKey,
        async context =>
        {
            var found = await FindAsync(context, target, reason, cancellationToken);
            if ((found.Refusal ?? ObjectionTo(deletion, found.Value)) is { } objection)
            {
                return Refuse(objection);
            }

            var (now, said) = (clock.GetUtcNow(), deletion with { Who = deletion.Who.Trim() });
            return context.Add(Withdrawal.Report(found.Value, target.Position, reason.Trim(), said, (by.Name, now))).Entity;
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

            return found.IsDone && found.Value.ByHandAt is not null ? await FulfilAsync(context, found.Value, cancellationToken) : found;
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

    /// <summary>What the audit trail says of a deletion by hand.</summary>
    public static string TellingOf(DateTimeOffset at, string who) =>
        $"deleted by hand {at.ToOffset(OfficeTime.Offset):yyyy-MM-ddTHH:mmzzz} by sha256 {AuditedWords.HashOf(who)}";

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

    /// <summary>What can be taken back now.</summary>
    private static async Task<Outcome<Publication>> FindAsync(
        BridgeContext context, WithdrawalTarget target, string reason, CancellationToken cancellationToken)
    {
        if (reason.Trim().Length is 0 or > Withdrawal.LongestReason)
        {
            return Outcome<Publication>.Refused(SendingTexts.WithdrawalReasonNeeded.With(Withdrawal.LongestReason));
        }

        var publication = await OpenPublication.FindAsync(context, target.PublicationId, cancellationToken);
        if (publication is null || publication.AccountKey != target.AccountKey)
        {
            return Outcome<Publication>.Refused(SendingTexts.PublicationUnknown);
        }

        if (!IsPublic(publication, target.Position))
        {
            return Outcome<Publication>.Refused(SendingTexts.NothingToWithdraw);
        }

        return await context.Set<Withdrawal>().AnyAsync(
            one => one.PublicationId == publication.Id && (one.State == WithdrawalState.Proposed || one.State == WithdrawalState.Confirmed),
            cancellationToken)
            ? Outcome<Publication>.Refused(SendingTexts.WithdrawalUnderWay)
            : publication;
    }

    private static bool IsPublic(Publication publication, int? position) => publication.State == PublicationState.Published
        && (position is null || publication.Items.Any(item => item.Position == position && item.WithdrawnAt is null));

    private string? ObjectionTo(DeletionByHand deletion, Publication publication) => deletion switch
    {
        { Who: var who } when who.Trim().Length is 0 or > DeletionByHand.LongestName =>
            SendingTexts.DeletedByNeeded.With(DeletionByHand.LongestName),
        _ when deletion.At > clock.GetUtcNow() => SendingTexts.DeletedInTheFuture,
        // Times are typed to the minute; what a person found to be out ended, for us, when they said so.
        _ when (publication.SubmittedAt ?? publication.EndedAt) is { } sentAt && deletion.At < sentAt.AddMinutes(-1) =>
            SendingTexts.DeletedBeforeItWasOut.With(OfficeTime.Write(sentAt)),
        _ => null,
    };

    // Nothing is left to do: it is gone, and two people say so.
    private async Task<Outcome<Withdrawal>> FulfilAsync(BridgeContext context, Withdrawal reported, CancellationToken cancellationToken)
    {
        if (await OpenPublication.FindAsync(context, reported.PublicationId, cancellationToken) is not { } publication
            || !IsPublic(publication, reported.Position))
        {
            return Refuse(SendingTexts.NothingToWithdraw);
        }

        reported.Fulfil(publication, clock.GetUtcNow());
        return reported;
    }

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

        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await AuditTrail.TakeTurnAsync(context, cancellationToken);
            var withdrawal = await act(context);
            if (withdrawal.IsDone)
            {
                await context.SaveChangesAsync(cancellationToken);
                await AppendAsync(context, withdrawal.Value, (by.Name, action), cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            return withdrawal;
        }
        catch (Exception exception) when (StoreConflict.Is(exception))
        {
            // The worker had the publication in hand.
            return Refuse(SendingTexts.WithdrawalChangedMeanwhile);
        }
    }

    private async Task AppendAsync(
        BridgeContext context, Withdrawal withdrawal, (string Name, string Action) by, CancellationToken cancellationToken)
    {
        var subject = $"publication/{withdrawal.PublicationId}";
        var detail = $"withdrawal/{withdrawal.Id} {withdrawal.State}; reason sha256 {AuditedWords.HashOf(withdrawal.Reason)}"
            + (withdrawal.ByHandAt is { } at ? $"; {TellingOf(at, withdrawal.ByHandBy)}" : "");
        await audit.AppendAsync(context, new AuditedAct(by.Name, withdrawal.AccountKey, by.Action, subject, detail), cancellationToken);
        if (withdrawal.State == WithdrawalState.Done)
        {
            var gone = new AuditedAct(by.Name, withdrawal.AccountKey, "publication.withdrawn", subject, $"withdrawal/{withdrawal.Id}");
            await audit.AppendAsync(context, gone, cancellationToken);
        }
    }
}

/// <summary>What is to be taken back.</summary>
/// <param name="AccountKey">Of which account.</param>
/// <param name="PublicationId">Which message.</param>
/// <param name="Position">Which article of it, from 0; null for all of it.</param>
internal sealed record WithdrawalTarget(string AccountKey, long PublicationId, int? Position = null);
