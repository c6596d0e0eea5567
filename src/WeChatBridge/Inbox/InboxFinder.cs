using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Inbox;

/// <summary>Finds messages, for whoever may read them.</summary>
internal static class InboxFinder
{
    /// <summary>The message with its parts and replies; the same sentence where there is none and where it may not be read.</summary>
    public static async Task<Outcome<InboxMessage>> FindAsync(BridgeContext context, InboxAct act, CancellationToken cancellationToken)
    {
        var kinds = ReadableKinds(act.By, act.AccountKey);
        if (kinds.Count == 0)
        {
            return Outcome<InboxMessage>.Refused(act.By.Objection(Permission.AnswerInbox, act.AccountKey)!);
        }

        var found = await context.Set<InboxMessage>().AsSplitQuery()
            .Include(message => message.Parts.OrderBy(part => part.Ordinal))
            .Include(message => message.Replies.OrderBy(reply => reply.Id))
            .SingleOrDefaultAsync(
                message => message.AccountKey == act.AccountKey && kinds.Contains(message.Kind)
                    && message.ReceiptDay == act.Receipt.Day && message.ReceiptCount == act.Receipt.Count,
                cancellationToken);
        return found ?? Outcome<InboxMessage>.Refused(StaffTexts.InboxUnknown.With(act.Receipt));
    }

    public static IReadOnlyList<InboxKind> ReadableKinds(Acting by, string accountKey) =>
    [
        .. Enum.GetValues<InboxKind>().Where(kind => by.May(
            kind == InboxKind.Complaint ? Permission.ReadComplaints : Permission.AnswerInbox, accountKey)),
    ];

    public static async Task<InboxSheet> SheetAsync(
        BridgeContext context, InboxMessage message, WorkingCalendar calendar, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var talk = await context.Set<Handover>().AsNoTracking()
            .Where(handover => handover.MessageId == message.Id && handover.EndedAt == null).SingleOrDefaultAsync(cancellationToken);
        var replies = message.Replies.Select(reply => reply.Id).ToList();
        var sendings = await context.Set<OutgoingReply>().AsNoTracking().Where(outgoing => replies.Contains(outgoing.ReplyId))
            .OrderBy(outgoing => outgoing.Id).ToListAsync(cancellationToken);
        var deadline = Deadline.Of(message.State, message.Promised, OfficeTime.DateAt(at), calendar);
        return new InboxSheet(message, talk?.IsOverAt(at, calendar) == false ? talk : null, sendings, deadline) { At = at };
    }

    /// <summary>What a follower left with this account, the newest first.</summary>
    public static async Task<IReadOnlyList<InboxMessage>> OfFollowerAsync(
        BridgeContext store, string accountKey, string openId, CancellationToken cancellationToken) =>
        await store.Set<InboxMessage>().AsNoTracking().Include(message => message.Replies.OrderBy(reply => reply.Id))
            .Where(message => message.AccountKey == accountKey && message.OpenId == openId)
            .OrderByDescending(message => message.Id).ToListAsync(cancellationToken);
}
