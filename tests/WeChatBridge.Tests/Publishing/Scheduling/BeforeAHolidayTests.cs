using WeChatBridge.CommandLine;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Scheduling;

/// <summary>
/// The spring festival of 2026 (15 to 23 February), looked at on the 9th. Followers last saw something on the 5th; one message is planned
/// for the 10th, another, still being examined, for the 18th.
/// </summary>
public abstract class BeforeAHolidayTests(StoreSource source) : SchedulingTests(source, "2026-02-09 10:00")
{
    private static readonly DateOnly First = new(2026, 2, 15);
    private static readonly DateOnly Last = new(2026, 2, 23);

    private long _before;
    private long _within;

    private protected override (string Key, string Value)[] Settings =>
    [
        ("Accounts:zhengwu:MassSendProtection", "true"), ("Publishing:Silence:StrictLimit", "5"), ("Publishing:Silence:Limit", "8"),
    ];

    [Fact]
    public async Task If_all_goes_out_the_longest_silence_is_eight_days_and_thirteen_if_the_unexamined_one_does_not()
    {
        var sheet = await SheetAsync();

        sheet.Planned.ShouldBe(new Silence(new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 18), SilenceSince.Sending));
        sheet.Planned.Days.ShouldBe(8);
        sheet.Certain.ShouldBe(new Silence(new DateOnly(2026, 2, 10), Last, SilenceSince.Sending));
        sheet.Certain.Days.ShouldBe(13);
        var waiting = sheet.Waiting.ShouldHaveSingleItem();
        (waiting.Publication.Id, waiting.Titles.Single()).ShouldBe((_within, "拜年"));
        sheet.AdministratorConfirms.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_the_message_before_the_holiday_it_would_be_eighteen_days()
    {
        (await Office.Rescheduling.CancelAsync(await Office.OnAsync(_before), Cancellation)).Refusal.ShouldBeNull();
        (await Office.Rescheduling.CancelAsync(await Office.OnAsync(_within), Cancellation)).Refusal.ShouldBeNull();

        var sheet = await SheetAsync();

        sheet.Planned.ShouldBe(new Silence(new DateOnly(2026, 2, 5), Last, SilenceSince.Sending));
        sheet.Planned.Days.ShouldBe(18);
        sheet.Certain.ShouldBe(sheet.Planned);
        sheet.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_the_account_is_paused_nothing_planned_is_certain()
    {
        await Office.Pauses.PauseAsync(SchedulingOffice.Account, "检查", Office.Planner, Cancellation);

        var sheet = await SheetAsync();

        (sheet.IsPaused, sheet.Planned.Days, sheet.Certain.Days).ShouldBe((true, 8, 18));
    }

    [Fact]
    public async Task An_account_that_never_sent_is_counted_from_the_day_it_was_set_up_and_says_so()
    {
        await Office.SubmitsAsync("第一篇", account: SchedulingOffice.Other);

        var sheet = (await Office.Holidays.LookAsync(SchedulingOffice.Other, First, Last, Office.Planner, Cancellation)).Value;

        sheet.Planned.ShouldBe(new Silence(new DateOnly(2026, 2, 9), Last, SilenceSince.SetUp));
        (sheet.Planned.Days, sheet.Allowances.Count, sheet.AdministratorConfirms).ShouldBe((14, 0, false));
    }

    [Fact]
    public async Task Days_before_the_account_was_set_up_are_counted_from_the_first_one_looked_at()
    {
        await Office.SubmitsAsync("第一篇", account: SchedulingOffice.Other);
        var first = new DateOnly(2026, 2, 1);

        var sheet = (await Office.Holidays.LookAsync(SchedulingOffice.Other, first, Last, Office.Planner, Cancellation)).Value;

        sheet.Planned.ShouldBe(new Silence(first, Last, SilenceSince.FirstDayLookedAt));
    }

    [Fact]
    public async Task The_sheet_judges_by_the_limits_the_office_set()
    {
        var sheet = await SheetAsync();

        (sheet.Limits.StrictLimit, sheet.Limits.Limit).ShouldBe((5, 8));
        CalendarLines.Whole(sheet).ShouldContain("共 8 个自然日没有群众看得到的更新。已到 8 天，会被判为不合格");
    }

    [Fact]
    public async Task Days_without_anybody_on_duty_are_named()
    {
        await SetAsync(new DateOnly(2026, 2, 15), new DateOnly(2026, 2, 19), "planner");
        await SetAsync(new DateOnly(2026, 2, 18), new DateOnly(2026, 2, 19), "signer", "planner");
        await SetAsync(new DateOnly(2026, 2, 21), Last, "signer");

        var sheet = await SheetAsync();

        sheet.WithoutDuty.ShouldBe([new DateOnly(2026, 2, 20)]);
        sheet.Days.Select(day => string.Join('+', day.OnDuty)).ShouldBe(
            ["planner", "planner", "planner", "planner+signer", "planner+signer", "", "signer", "signer", "signer"]);
        sheet.Days.ShouldAllBe(day => !day.IsWorkingDay && day.IsCertain);
    }

    [Fact]
    public async Task Two_mass_sends_on_one_day_are_one_too_many()
    {
        (await SheetAsync()).Allowances.ShouldHaveSingleItem().IsOver.ShouldBeFalse();
        await Office.PlansAsync("2026-02-18 16:00", await Office.ReleasesAsync("又一篇"));

        var day = (await SheetAsync()).Allowances.ShouldHaveSingleItem();

        (day.Day, day.Allowance.OnDay, day.IsOver).ShouldBe((new DateOnly(2026, 2, 18), 2, true));
    }

    [Fact]
    public async Task The_calendar_shows_each_day_with_what_is_due_and_what_was_sent_by_hand()
    {
        await SetAsync(new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 10), "planner");

        var days = (await Office.Calendar.BetweenAsync(
            SchedulingOffice.Account, new DateOnly(2026, 2, 5), new DateOnly(2026, 2, 18), Office.Editor, Cancellation)).Value;

        days.Count.ShouldBe(14);
        days[0].ByHand.ShouldHaveSingleItem().Title.ShouldBe("腊月通知");
        days[5].Publications.ShouldHaveSingleItem().Id.ShouldBe(_before);
        (days[5].OnDuty.Single(), days[5].IsWorkingDay, days[9].IsWorkingDay, days[10].IsWorkingDay).ShouldBe(("planner", true, true, false));
        days[13].Publications.ShouldHaveSingleItem().Id.ShouldBe(_within);
        days.Sum(day => day.Publications.Count).ShouldBe(2);
    }

    [Fact]
    public async Task The_roster_is_kept_by_who_schedules_or_administers_and_names_people_of_the_account()
    {
        var day = new DateOnly(2026, 2, 16);
        var administrator = await Office.Reviewing.TakesOnAsync("admin", StaffRole.Administrator);
        var foreign = await Office.Reviewing.TakesOnAsync("foreign", [(SchedulingOffice.Other, StaffRole.DutyOfficer)]);

        foreach (var by in new[] { Office.Editor, foreign, Acting.Installer })
        {
            (await Office.Duty.SetAsync(SchedulingOffice.Account, day, day, ["planner"], by, Cancellation)).Refusal
                .ShouldNotBeNull().ShouldContain("安排发布");
        }

        (await Office.Duty.ListAsync(SchedulingOffice.Account, day, day, foreign, Cancellation)).IsDone.ShouldBeFalse();
        (await Office.Holidays.LookAsync(SchedulingOffice.Account, day, day, foreign, Cancellation)).IsDone.ShouldBeFalse();
        (await Office.Calendar.BetweenAsync(SchedulingOffice.Account, day, day, foreign, Cancellation)).IsDone.ShouldBeFalse();
        (await Office.Duty.SetAsync(SchedulingOffice.Account, day, day, ["foreign"], administrator, Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("不能安排值班");
        (await Office.Duty.SetAsync(SchedulingOffice.Account, day, day.AddDays(-1), ["planner"], administrator, Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("结束不能早于开始");
        (await Office.Duty.SetAsync(SchedulingOffice.Account, day, day, ["planner"], administrator, Cancellation)).Refusal.ShouldBeNull();
        (await Office.AuditedAsync()).Single(entry => entry.Action == "duty.set").Actor.ShouldBe("admin");
        (await Office.Duty.SetAsync(SchedulingOffice.Account, day, day, [], administrator, Cancellation)).Refusal.ShouldBeNull();
        (await CountAsync<DutyDay>()).ShouldBe(0);
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        (await Office.Website.RegisterAsync(
            SchedulingOffice.Account,
            new NewWebsiteSending("https://mp.weixin.qq.com/s/a", "腊月通知", At("2026-02-05 09:00"), SendingAct.MassSend, ["王主任"]),
            Office.Planner,
            Cancellation)).Refusal.ShouldBeNull();
        _before = (await Office.PlansAsync("2026-02-10 09:30", await Office.ReleasesAsync("节前"))).Id;
        _within = (await Office.PlansAsync("2026-02-18 10:00", await Office.SubmitsAsync("拜年"))).Id;
    }

    private async Task<HolidaySheet> SheetAsync() =>
        (await Office.Holidays.LookAsync(SchedulingOffice.Account, First, Last, Office.Planner, Cancellation)).Value;

    private async Task SetAsync(DateOnly from, DateOnly to, params string[] names) =>
        (await Office.Duty.SetAsync(SchedulingOffice.Account, from, to, names, Office.Planner, Cancellation)).Refusal.ShouldBeNull();

    public sealed class OnSqlite() : BeforeAHolidayTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : BeforeAHolidayTests(server);
}
