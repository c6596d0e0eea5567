using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Inbox;

/// <summary>
/// Hands out receipt numbers, counted per account and day. Within this process no number is handed out twice, even before its message is
/// stored; where another instance stored the same number first, the unique index refuses ours and the follower is answered anew.
/// </summary>
internal sealed class ReceiptBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ReceiptNumber> _last = [];

    /// <summary>Null when the day's numbers are used up.</summary>
    public async Task<ReceiptNumber?> NextAsync(BridgeContext store, string accountKey, DateOnly day, CancellationToken cancellationToken)
    {
        var stored = await store.Set<InboxMessage>().Where(message => message.AccountKey == accountKey && message.ReceiptDay == day)
            .MaxAsync(message => (int?)message.ReceiptCount, cancellationToken) ?? 0;
        lock (_gate)
        {
            var handedOut = _last.TryGetValue(accountKey, out var last) && last.Day == day ? last.Count : 0;
            var next = Math.Max(stored, handedOut) + 1;
            return next > ReceiptNumber.LastOfDay ? null : _last[accountKey] = ReceiptNumber.Create(day, next);
        }
    }
}
