using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Scheduling;

public abstract class PausingTests(StoreSource source) : SchedulingTests(source)
{
    [Fact]
    public async Task A_paused_account_is_known_as_such_to_whoever_sends_and_to_whoever_plans()
    {
        var paused = (await Office.Pauses.PauseAsync(SchedulingOffice.Account, " 发现错误 ", Office.Planner, Cancellation)).Value.Sending;

        (paused.IsPaused, paused.PauseReason, paused.PausedBy, paused.PausedAt).ShouldBe((true, "发现错误", "planner", OfficeClock.GetUtcNow()));
        (await Office.IsToldAsync("2026-01-21 09:00", await Office.ReleasesAsync("供水通知"))).Concerns
            .ShouldHaveSingleItem().Kind.ShouldBe(ConcernKind.AccountPaused);
        var theirs = await Office.ReleasesAsync("人大", account: SchedulingOffice.Other);
        (await Office.IsToldAsync("2026-01-21 09:00", theirs)).Concerns.ShouldBeEmpty();
        var entry = (await Office.AuditedAsync()).Single(entry => entry.Action == "sending.pause");
        (entry.Actor, entry.AccountKey).ShouldBe(("planner", SchedulingOffice.Account));
        entry.Detail.ShouldNotContain("错误");
    }

    [Fact]
    public async Task After_the_pause_what_is_a_little_late_goes_out_and_what_is_too_late_asks()
    {
        await Office.Pauses.PauseAsync(SchedulingOffice.Account, "检查", Office.Planner, Cancellation);
        var late = await Office.PlansAsync("2026-01-21 08:59", await Office.ReleasesAsync("误点"));
        var allowed = await Office.PlansAsync("2026-01-21 08:00", await Office.ReleasesAsync("误点也发"));
        (await Office.Rescheduling.AllowLateAsync(await Office.OnAsync(allowed.Id), Cancellation)).Refusal.ShouldBeNull();
        var inTime = await Office.PlansAsync("2026-01-21 09:00", await Office.ReleasesAsync("不算误点"));
        await Office.PlansAsync("2026-01-21 12:00", await Office.ReleasesAsync("还没到时间"));
        Office.ItBecomes("2026-01-21 11:00");

        var state = (await Office.Pauses.ResumeAsync(SchedulingOffice.Account, Office.Planner, Cancellation)).Value;

        state.Sending.IsPaused.ShouldBeFalse();
        state.TooLate.Select(one => one.Id).ShouldBe([late.Id]);
        state.Overdue.Select(one => one.Id).ShouldBe([allowed.Id, inTime.Id]);
    }

    [Fact]
    public async Task A_pause_has_a_reason_and_is_neither_made_nor_ended_twice()
    {
        (await PauseAsync(" ")).Refusal.ShouldNotBeNull().ShouldContain("理由");
        (await Office.Pauses.ResumeAsync(SchedulingOffice.Account, Office.Planner, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("没有暂停");
        (await PauseAsync("检查")).Refusal.ShouldBeNull();
        (await PauseAsync("再检查")).Refusal.ShouldNotBeNull().ShouldContain("已由 planner 暂停，理由：检查");
        (await Office.Pauses.ResumeAsync(SchedulingOffice.Account, Office.SigningOfficer, Cancellation)).Refusal.ShouldBeNull();
        (await PauseAsync("又检查")).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Two_who_pause_at_once_are_one_pause()
    {
        var both = await Task.WhenAll(
            Task.Run(() => PauseAsync("一"), Cancellation), Task.Run(() => PauseAsync("二"), Cancellation));

        both.Count(one => one.IsDone).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_says_that_the_right_is_back_lets_the_account_publish_again()
    {
        (await Office.Pauses.LiftDraftOnlyAsync(SchedulingOffice.Account, Office.Planner, Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("没有被限制");
        await Office.RightIsGoneAsync();
        var version = await Office.ReleasesAsync("供水通知");
        (await Office.TriesToPlanAsync("2026-01-21 09:00", version)).IsDone.ShouldBeFalse();

        (await Office.Pauses.LiftDraftOnlyAsync(SchedulingOffice.Account, Office.Planner, Cancellation)).Refusal.ShouldBeNull();

        (await Office.TriesToPlanAsync("2026-01-21 09:00", version)).Refusal.ShouldBeNull();
        (await Office.AuditedAsync()).ShouldContain(entry => entry.Action == "sending.lift-draft-only");
    }

    [Fact]
    public async Task Who_may_not_pause_this_account_neither_pauses_nor_resumes_nor_lifts()
    {
        var foreign = await Office.Reviewing.TakesOnAsync("foreign", [(SchedulingOffice.Other, StaffRole.Administrator)]);

        foreach (var by in new[] { Office.Editor, foreign, Acting.Installer })
        {
            (await Office.Pauses.PauseAsync(SchedulingOffice.Account, "检查", by, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("暂停发送");
            (await Office.Pauses.ResumeAsync(SchedulingOffice.Account, by, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("暂停发送");
            (await Office.Pauses.LiftDraftOnlyAsync(SchedulingOffice.Account, by, Cancellation)).Refusal
                .ShouldNotBeNull().ShouldContain("暂停发送");
        }

        (await CountAsync<AccountSending>()).ShouldBe(0);
        (await Office.Pauses.PauseAsync(SchedulingOffice.Account, "检查", Acting.CommandLine, Cancellation)).Refusal.ShouldBeNull();
    }

    private Task<Outcome<SendingState>> PauseAsync(string reason) =>
        Office.Pauses.PauseAsync(SchedulingOffice.Account, reason, Office.Planner, Cancellation);

    public sealed class OnSqlite() : PausingTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : PausingTests(server);
}
