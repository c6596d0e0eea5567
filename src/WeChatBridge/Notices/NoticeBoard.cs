using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Notices;

/// <summary>Keeps the open notices equal to what the present state calls for, however often it is asked to.</summary>
internal static class NoticeBoard
{
    /// <summary>
    /// Raises what is wanted and not there, settles what is there and no longer wanted, among these kinds; and saves. Where nothing
    /// changed, nothing is written.
    /// </summary>
    /// <returns>How many notices were raised, changed or settled.</returns>
    public static async Task<int> BringUpToDateAsync(
        BridgeContext context,
        IReadOnlyCollection<NoticeKind> kinds,
        IReadOnlyList<WantedNotice> wanted,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var open = await context.Set<Notice>().Where(notice => notice.SettledAt == null && kinds.Contains(notice.Kind))
            .ToDictionaryAsync(notice => (notice.AccountKey, notice.Kind, notice.SubjectKey), cancellationToken);
        foreach (var one in wanted)
        {
            if (open.Remove((one.AccountKey, one.Kind, one.SubjectKey), out var known))
            {
                known.Follow(one);
            }
            else
            {
                context.Add(Notice.Of(one, now));
            }
        }

        foreach (var settled in open.Values)
        {
            settled.Settle(now);
        }

        return await context.SaveChangesAsync(cancellationToken);
    }
}
