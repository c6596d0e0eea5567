using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Inbox;
using WeChatBridge.Notices;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>Complaints about officials (监督类留言) in accounts where nobody is appointed to read them.</summary>
internal sealed class ComplaintsUnread(AccountFinder accounts) : INoticeLook
{
    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.ComplaintUnread];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var wanted = new List<WantedNotice>();
        foreach (var (key, count) in await OfAsync(context, cancellationToken))
        {
            if (!await StaffFinder.AnyHoldsAsync(context, Permission.ReadComplaints, key, cancellationToken))
            {
                wanted.Add(new WantedNotice(
                    key,
                    NoticeKind.ComplaintUnread,
                    "complaints",
                    // Whoever appoints people; that there is one is all they learn.
                    Addressee.Holding(Permission.KeepStaff),
                    NoticeTexts.ComplaintUnread.With(accounts.Find(key)?.Name ?? key, count)));
            }
        }

        return wanted;
    }

    /// <summary>How many wait for an answer, by account.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> OfAsync(BridgeContext context, CancellationToken cancellationToken) =>
        await context.Set<InboxMessage>()
            .Where(message => message.Kind == InboxKind.Complaint
                && (message.State == InboxState.Open || message.State == InboxState.InProgress))
            .GroupBy(message => message.AccountKey).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
}
