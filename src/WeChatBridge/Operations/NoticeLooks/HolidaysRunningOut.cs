using WeChatBridge.Accounts;
using WeChatBridge.Notices;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>
/// Years that are near and whose holidays are not known. The State Council's notice comes early in November; from the middle of that
/// month on it can be entered.
/// </summary>
internal sealed class HolidaysRunningOut(AccountFinder accounts, WorkingCalendar calendar) : INoticeLook
{
    private const int DaysBefore = 45;

    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.HolidaysUnknown];

    public Task<IReadOnlyList<WantedNotice>> LookAsync(BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = OfficeTime.DateAt(now);
        DateOnly[] ends = [today, today.AddDays(DaysBefore)];
        return Task.FromResult<IReadOnlyList<WantedNotice>>(
        [
            .. from year in ends.Where(day => !calendar.IsKnown(day)).Select(day => day.Year).Distinct()
               from account in accounts.All
               select new WantedNotice(
                   account.Key,
                   NoticeKind.HolidaysUnknown,
                   $"holidays/{year}",
                   Addressee.Holding(Permission.KeepAccounts),
                   NoticeTexts.HolidaysUnknown.With(year)),
        ]);
    }
}
