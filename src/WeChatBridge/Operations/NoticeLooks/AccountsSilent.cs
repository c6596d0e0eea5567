using WeChatBridge.Accounts;
using WeChatBridge.Notices;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>
/// Accounts whose followers have seen nothing for days: what was pushed to them (群发) counts, by us or by hand on the platform's website;
/// 发布 is seen by nobody who does not have the address. An account that never sent anything is not reckoned with.
/// </summary>
internal sealed class AccountsSilent(AccountFinder accounts) : INoticeLook
{
    private static readonly int[] Days = [13, 10, 7];

    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.Silence];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var wanted = new List<WantedNotice>();
        foreach (var account in accounts.All)
        {
            if (await MassSendings.LastSeenAsync(context, account.Key, now, cancellationToken) is { } last
                && Of(account, OfficeTime.DateAt(last), OfficeTime.DateAt(now)) is { } notice)
            {
                wanted.Add(notice);
            }
        }

        return wanted;
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
