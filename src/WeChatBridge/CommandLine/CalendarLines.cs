using WeChatBridge.Accounts;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>The calendar, the duty roster and the check before a holiday as lines of text.</summary>
internal static class CalendarLines
{
    public static IEnumerable<string> Of(CalendarDay day)
    {
        yield return PublishingTexts.LineDay.With(
            OfficeTime.Write(day.Date),
            (day.IsWorkingDay ? "" : PublishingTexts.LineDayOff) + (day.IsCertain ? "" : PublishingTexts.LineDayUnsure),
            day.OnDuty.Count > 0 ? PublishingTexts.LineDayDuty.With(string.Join("、", day.OnDuty)) : "");
        foreach (var one in day.Publications)
        {
            yield return PublishingTexts.LineDayDue.With(
                one.DueAt.ToOffset(OfficeTime.Offset),
                one.Id,
                PublicationWords.NameOf(one.Act),
                PublicationWords.TitleOf(one),
                PublicationWords.NameOf(one.State));
        }

        foreach (var one in day.ByHand)
        {
            yield return PublishingTexts.LineDayByHand.With(
                one.SentAt.ToOffset(OfficeTime.Offset),
                PublicationWords.NameOf(one.Act),
                one.Title,
                one.Url,
                one.Id,
                WebsiteSendingLines.MarkOf(one));
        }
    }

    public static string Duty(IReadOnlyList<DutyDay> found, DateOnly from, DateOnly to)
    {
        var names = found.ToLookup(one => one.Date, one => one.Name);
        return string.Join('\n', DutyRosterDesk.DaysOf(from, to).Select(day => PublishingTexts.LineDuty.With(
            OfficeTime.Write(day), names[day].Any() ? string.Join("、", names[day]) : PublishingTexts.LineDutyNone)));
    }

    public static string Whole(HolidaySheet sheet) => string.Join(
        '\n',
        [
            .. sheet.Days.SelectMany(Of),
            .. sheet.IsPaused ? [PublishingTexts.LineAccountPaused] : Array.Empty<string>(),
            Gap(PublishingTexts.LineGap, sheet.Planned, sheet.Limits),
            .. sheet.Certain == sheet.Planned ? [] : new[] { Gap(PublishingTexts.LineGapCertain, sheet.Certain, sheet.Limits) },
            .. Waiting(sheet),
            Duty(sheet),
            .. Allowances(sheet),
            sheet.AdministratorConfirms ? PublishingTexts.LineProtection : PublishingTexts.LineNoProtection,
        ]);

    private static string Gap(string line, Silence silence, SilenceOptions limits) => line.With(
        OfficeTime.Write(silence.From),
        OfficeTime.Write(silence.To),
        silence.Days,
        silence.Since switch
        {
            SilenceSince.SetUp => PublishingTexts.LineGapSinceSetUp,
            SilenceSince.FirstDayLookedAt => PublishingTexts.LineGapNoStart,
            _ => "",
        } + silence.Days switch
        {
            var days when days >= limits.Limit => PublishingTexts.LineGapOver.With(limits.Limit),
            var days when days >= limits.StrictLimit => PublishingTexts.LineGapStrict.With(limits.StrictLimit),
            _ => PublishingTexts.LineGapFine.With(limits.StrictLimit),
        });

    private static IEnumerable<string> Waiting(HolidaySheet sheet) => sheet.Waiting.Count == 0
        ? [PublishingTexts.LineNothingWaiting]
        : sheet.Waiting.Select(one => PublishingTexts.LineWaiting.With(
            string.Concat(one.Titles.Select(title => $"《{title}》")), one.Publication.Id, OfficeTime.Write(one.Publication.DueAt)));

    private static string Duty(HolidaySheet sheet)
    {
        var missing = sheet.WithoutDuty.ToList();
        return missing.Count == 0
            ? PublishingTexts.LineDutyComplete
            : PublishingTexts.LineDutyMissing.With(string.Join("、", missing.Select(OfficeTime.Write)));
    }

    private static IEnumerable<string> Allowances(HolidaySheet sheet) => sheet.Allowances.Count == 0
        ? [PublishingTexts.LineNoAllowance]
        : sheet.Allowances.Select(one => PublishingTexts.LineAllowanceDay.With(
            OfficeTime.Write(one.Day),
            one.Allowance.OnDay,
            one.Allowance.PerDay,
            one.Allowance.PerMonth is { } most ? PublishingTexts.LineAllowanceInMonth.With(one.Allowance.InMonth, most) : "",
            one.IsOver ? PublishingTexts.LineAllowanceOver : ""));
}
