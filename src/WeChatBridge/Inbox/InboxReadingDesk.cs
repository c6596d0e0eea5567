using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Inbox;

/// <summary>Shows staff the messages they may read; complaints are neither shown to anybody else nor counted for them.</summary>
internal sealed class InboxReadingDesk(
    IDbContextFactory<BridgeContext> contexts, AuditTrail audit, WorkingCalendar calendar, TimeProvider clock)
{
    private const int LongestList = 200;

    /// <param name="by">Who looks.</param>
    /// <param name="accountKey">The account.</param>
    /// <param name="state">Only those in this state; null for all that are still to be answered.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>The overdue first, then by the promised day.</returns>
    public async Task<Outcome<IReadOnlyList<InboxLine>>> ListAsync(
        Acting by, string accountKey, InboxState? state, CancellationToken cancellationToken)
    {
        var kinds = InboxFinder.ReadableKinds(by, accountKey);
        if (kinds.Count == 0)
        {
            return Outcome<IReadOnlyList<InboxLine>>.Refused(by.Objection(Permission.AnswerInbox, accountKey)!);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Set<InboxMessage>().AsNoTracking()
            .Where(message => message.AccountKey == accountKey && kinds.Contains(message.Kind))
            .Where(message => state == null
                ? message.State == InboxState.Open || message.State == InboxState.InProgress
                : message.State == state)
            .OrderBy(message => message.PromisedOn).ThenBy(message => message.Id).Take(LongestList)
            .Select(message => new { Message = message, Parts = message.Parts.Count })
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var talks = await RunningTalksAsync(context, accountKey, now, cancellationToken);
        return Outcome<IReadOnlyList<InboxLine>>.Done(
            [.. found.Select(one => LineOf(one.Message, one.Parts, talks.GetValueOrDefault(one.Message.Id, ""), now))]);
    }

    /// <summary>The whole message. Who read what a citizen wrote is kept in the audit trail.</summary>
    public async Task<Outcome<InboxSheet>> ShowAsync(InboxAct act, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var message = await InboxFinder.FindAsync(context, act, cancellationToken);
        if (!message.IsDone)
        {
            return Outcome<InboxSheet>.Refused(message.Refusal!);
        }

        var sheet = await InboxFinder.SheetAsync(context, message.Value, calendar, clock.GetUtcNow(), cancellationToken);
        await audit.AppendAsync(
            context, new AuditedAct(act.By.Name, act.AccountKey, "inbox.read", $"inbox/{message.Value.Id}", ""), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return sheet;
    }

    /// <summary>The file of one part, as the follower sent it. Who opened it is kept in the audit trail.</summary>
    public async Task<Outcome<StoredFile>> FileAsync(InboxAct act, int ordinal, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var message = await InboxFinder.FindAsync(context, act, cancellationToken);
        if (!message.IsDone)
        {
            return Outcome<StoredFile>.Refused(message.Refusal!);
        }

        if (message.Value.Parts.FirstOrDefault(part => part.Ordinal == ordinal)?.FileHash is not { } hash)
        {
            return Outcome<StoredFile>.Refused(StaffTexts.InboxFileMissing.With(act.Receipt, ordinal));
        }

        var file = await context.Set<StoredFile>().AsNoTracking().SingleAsync(one => one.Hash == hash, cancellationToken);
        var audited = new AuditedAct(act.By.Name, act.AccountKey, "inbox.open-file", $"inbox/{message.Value.Id}", $"part {ordinal}");
        await audit.AppendAsync(context, audited, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return file;
    }

    private async Task<IReadOnlyDictionary<long, string>> RunningTalksAsync(
        BridgeContext context, string accountKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unended = await context.Set<Handover>().AsNoTracking()
            .Where(handover => handover.AccountKey == accountKey && handover.EndedAt == null).ToListAsync(cancellationToken);
        return unended.Where(handover => !handover.IsOverAt(now, calendar))
            .ToDictionary(handover => handover.MessageId, handover => handover.By);
    }

    private InboxLine LineOf(InboxMessage message, int parts, string takenOverBy, DateTimeOffset now) => new(
        message.Receipt,
        message.Kind,
        message.State,
        message.CreatedAt,
        Deadline.Of(message.State, message.Promised, OfficeTime.DateAt(now), calendar),
        parts,
        takenOverBy);
}
