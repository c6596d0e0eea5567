using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Scheduling;

/// <summary>What a planner is told before the click: the account 政务 is a 公众号, the account 人大 a 服务号 with its protection on.</summary>
public abstract class BeforeTheClickTests(StoreSource source) : SchedulingTests(source)
{
    private protected override (string Key, string Value)[] Settings =>
        [("Accounts:renda:Kind", "Service"), ("Accounts:renda:MassSendProtection", "true")];

    [Fact]
    public async Task The_day_of_the_allowance_ends_at_midnight_in_the_office()
    {
        // By UTC 31 January 23:59 and 1 February 00:00 of the office are one day, 15:59 and 16:00 of the 31st.
        await Office.PlansAsync("2026-01-31 23:59", await Office.ReleasesAsync("月末的"));
        var next = await Office.ReleasesAsync("另一篇");

        (await AllowanceAsync("2026-01-31 08:00", next)).ShouldBe((1, true));
        (await AllowanceAsync("2026-01-31 00:00", next)).ShouldBe((1, true));
        (await AllowanceAsync("2026-02-01 00:00", next)).ShouldBe((0, false));
        (await AllowanceAsync("2026-01-30 23:59", next)).ShouldBe((0, false));
    }

    [Fact]
    public async Task A_month_of_the_allowance_is_the_offices_natural_month()
    {
        foreach (var due in new[] { "2026-01-28 09:00", "2026-01-29 09:00", "2026-01-30 09:00", "2026-01-31 23:59", "2026-02-01 00:00" })
        {
            await RendaPlansAsync(due, await Office.ReleasesAsync(due, account: SchedulingOffice.Other));
        }

        var next = await Office.ReleasesAsync("再一篇", account: SchedulingOffice.Other);
        var january = await Office.IsToldAsync("2026-01-27 09:00", next);
        var february = await Office.IsToldAsync("2026-02-28 23:59", next);

        january.Allowance.ShouldBe(new MassSendAllowance(0, 1, 4, 4));
        january.Concerns.ShouldContain(concern => concern.Kind == ConcernKind.MonthAllowance && concern.Sentence.Contains("2026年1月已有 4 次"));
        february.Allowance.ShouldBe(new MassSendAllowance(0, 1, 1, 4));
        february.Concerns.ShouldNotContain(concern => concern.Kind == ConcernKind.MonthAllowance);
    }

    [Fact]
    public async Task A_service_account_sends_to_all_once_a_day_and_to_a_tag_as_the_month_allows()
    {
        await RendaPlansAsync("2026-01-21 09:00", await Office.ReleasesAsync("给所有人", account: SchedulingOffice.Other));
        var toAll = await Office.ReleasesAsync("又给所有人", account: SchedulingOffice.Other);
        var toTag = await Office.ReleasesAsync("给一部分人", account: SchedulingOffice.Other, tag: 3);

        (await KindsAsync("2026-01-21 15:00", toAll)).ShouldContain(ConcernKind.DayAllowance);
        (await KindsAsync("2026-01-21 15:00", toTag)).ShouldNotContain(ConcernKind.DayAllowance);
    }

    [Fact]
    public async Task What_was_sent_or_registered_counts_and_what_stands_still_or_was_called_off_does_not()
    {
        var sent = await Office.PlansAsync("2026-01-21 09:00", await Office.ReleasesAsync("已发"));
        await Office.WorkerSendsAsync(sent.Id, "2026-01-21 09:00");
        var stopped = await Office.PlansAsync("2026-01-22 09:00", await Office.ReleasesAsync("停下"));
        await Office.WorkerStopsAsync(stopped.Id, StopReason.QuotaExhausted);
        var cancelled = await Office.PlansAsync("2026-01-23 09:00", await Office.ReleasesAsync("取消"));
        (await Office.Rescheduling.CancelAsync(await Office.OnAsync(cancelled.Id), Cancellation)).Refusal.ShouldBeNull();
        await Office.PlansAsync("2026-01-24 09:00", await Office.ReleasesAsync("发布", SendingAct.Publish));
        await RegistersAsync("2026-01-20 08:00", SendingAct.MassSend, "a");
        await RegistersAsync("2026-01-19 08:00", SendingAct.Publish, "b");
        var next = await Office.ReleasesAsync("下一篇");

        (await AllowanceAsync("2026-01-21 15:00", next)).ShouldBe((1, true));
        (await AllowanceAsync("2026-01-22 15:00", next)).ShouldBe((0, false));
        (await AllowanceAsync("2026-01-23 15:00", next)).ShouldBe((0, false));
        (await AllowanceAsync("2026-01-24 15:00", next)).ShouldBe((0, false));
        (await AllowanceAsync("2026-01-20 15:00", next)).ShouldBe((1, true));
    }

    [Fact]
    public async Task A_plan_that_is_moved_does_not_count_against_itself()
    {
        var id = (await Office.PlansAsync("2026-01-21 09:00", await Office.ReleasesAsync("供水通知"))).Id;

        var preview = (await Office.Rescheduling.PreviewAsync(
            await Office.OnAsync(id), new PublicationChange(At("2026-01-21 09:10")), Cancellation)).Value;

        preview.Allowance.ShouldNotBeNull().OnDay.ShouldBe(0);
        preview.Concerns.ShouldBeEmpty();
        (await Office.PublicationAsync(id)).DueAt.ShouldBe(At("2026-01-21 09:00"));
    }

    [Theory]
    [InlineData("2026-01-21 09:29", true)]
    [InlineData("2026-01-21 08:31", true)]
    [InlineData("2026-01-21 09:30", false)]
    [InlineData("2026-01-21 08:30", false)]
    public async Task Two_messages_too_close_to_each_other_are_pointed_out(string second, bool clashes)
    {
        var first = await Office.PlansAsync("2026-01-21 09:00", await Office.ReleasesAsync("第一", SendingAct.Publish));

        var told = await Office.IsToldAsync(second, await Office.ReleasesAsync("第二", SendingAct.Publish));

        told.Concerns.Any(concern => concern.Kind == ConcernKind.Clash && concern.Sentence.Contains($"发布计划 {first.Id}（《第一》")).ShouldBe(clashes);
    }

    [Theory]
    [InlineData("2026-01-21 21:59", false)]
    [InlineData("2026-01-21 22:00", true)]
    [InlineData("2026-01-22 00:00", true)]
    [InlineData("2026-01-22 06:59", true)]
    [InlineData("2026-01-22 07:00", false)]
    public async Task Quiet_hours_are_the_offices(string officeTime, bool quiet) =>
        (await KindsAsync(officeTime, await Office.ReleasesAsync("供水通知"))).Contains(ConcernKind.QuietHours).ShouldBe(quiet);

    [Theory]
    [InlineData("2026-02-14 09:00", false)]
    [InlineData("2026-02-16 09:00", true)]
    [InlineData("2026-02-24 09:00", false)]
    [InlineData("2026-01-24 09:00", true)]
    public async Task A_day_off_is_pointed_out_and_a_weekend_that_is_worked_is_not(string officeTime, bool isOff) =>
        (await KindsAsync(officeTime, await Office.ReleasesAsync("供水通知"))).Contains(ConcernKind.DayOff).ShouldBe(isOff);

    [Fact]
    public async Task A_date_without_holiday_data_says_so() =>
        (await Office.IsToldAsync("2027-02-08 09:00", await Office.ReleasesAsync("供水通知"))).Concerns
            .ShouldHaveSingleItem().Sentence.ShouldContain("还没有 2027 年的放假安排");

    [Fact]
    public async Task Each_act_says_what_it_does_not_do()
    {
        (await KindsAsync("2026-01-21 09:00", await Office.ReleasesAsync("群发"))).ShouldBeEmpty();
        (await KindsAsync("2026-01-21 09:00", await Office.ReleasesAsync("发布", SendingAct.Publish))).ShouldBe([ConcernKind.NotPushed]);
        (await KindsAsync("2026-01-21 09:00", await Office.ReleasesAsync("草稿", SendingAct.DraftOnly))).ShouldBe([ConcernKind.SentByHand]);
        var theirs = await Office.ReleasesAsync("群发", account: SchedulingOffice.Other);
        (await KindsAsync("2026-01-21 09:00", theirs)).ShouldBe([ConcernKind.AdministratorConfirms]);
    }

    [Fact]
    public async Task Several_articles_one_of_them_unexamined_and_one_past_its_deadline_are_pointed_out()
    {
        var waiting = await Office.SubmitsAsync("没审完");
        var overdue = await Office.ReleasesAsync("过期限", dueOn: new DateOnly(2026, 1, 20));
        var intime = await Office.ReleasesAsync("不过期限", dueOn: new DateOnly(2026, 1, 21));

        var told = await Office.IsToldAsync("2026-01-21 09:00", waiting, overdue, intime);

        told.Concerns.Select(concern => concern.Kind).ShouldBe(
            [ConcernKind.SeveralArticles, ConcernKind.NotYetReleased, ConcernKind.AfterDeadline]);
        told.Concerns[1].Sentence.ShouldContain("《没审完》");
        told.Concerns[2].Sentence.ShouldContain("《过期限》");
        (await CountAsync<Publication>()).ShouldBe(0);
    }

    private static IEnumerable<ConcernKind> KindsOf(SchedulePreview preview) => preview.Concerns.Select(concern => concern.Kind);

    private async Task<IEnumerable<ConcernKind>> KindsAsync(string officeTime, PlannedVersion version) =>
        KindsOf(await Office.IsToldAsync(officeTime, version));

    private async Task<(int OnDay, bool IsTold)> AllowanceAsync(string officeTime, PlannedVersion version)
    {
        var told = await Office.IsToldAsync(officeTime, version);
        return (told.Allowance.ShouldNotBeNull().OnDay, KindsOf(told).Contains(ConcernKind.DayAllowance));
    }

    private async Task RendaPlansAsync(string officeTime, PlannedVersion version) =>
        (await Office.Planning.PlanAsync(new NewPublication(SchedulingOffice.Other, [version], At(officeTime)), Office.Planner, Cancellation))
            .Refusal.ShouldBeNull();

    private async Task RegistersAsync(string officeTime, SendingAct act, string address) =>
        (await Office.Website.RegisterAsync(
            SchedulingOffice.Account,
            new NewWebsiteSending($"https://mp.weixin.qq.com/s/{address}", "手工发送", At(officeTime), act, ["王主任"]),
            Office.Planner,
            Cancellation)).Refusal.ShouldBeNull();

    public sealed class OnSqlite() : BeforeTheClickTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : BeforeTheClickTests(server);
}
