using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Notices;
using WeChatBridge.Publishing;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>
/// Accounts whose followers have seen nothing for days: what was pushed to them (群发), or sent by hand on the platform's website, counts;
/// 发布 is seen by nobody who does not have the address. An account that never sent anything is not reckoned with.
/// </summary>
internal sealed class AccountsSilent(AccountFinder accounts) : INoticeLook
{
    private static readonly int[] Days = [13, 10, 7];

    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.Silence];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await context.Set<Publication>()
            .Where(one => one.State == PublicationState.Published && one.Act != SendingAct.Publish && one.EndedAt != null)
            .GroupBy(one => one.AccountKey).Select(group => new { group.Key, At = group.Max(one => one.EndedAt) })
            .ToDictionaryAsync(group => group.Key, group => group.At!.Value, cancellationToken);
        return [.. accounts.All.Where(account => last.ContainsKey(account.Key))
            .Select(account => Of(account, OfficeTime.DateAt(last[account.Key]), OfficeTime.DateAt(now))).OfType<WantedNotice>()];
    }

    private static WantedNotice? Of(ServedAccount account, DateOnly last, DateOnly today)
    {
        var silent = today.DayNumber - last.DayNumber;
        var reached = Days.FirstOrDefault(days => silent >= days);
        return reached == 0 ? null : new WantedNotice(
            account.Key,
            NoticeKind.Silence,
            $"silence/{last:yyyyMMdd}/{reached}",
            Addressee.Holding(Permission.Schedule),
            NoticeTexts.Silence.With(account.Name, silent, OfficeTime.Write(last)));
    }
}
