using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Scheduling;

public abstract class ChangingPlansTests(StoreSource source) : SchedulingTests(source)
{
    [Fact]
    public async Task A_plan_is_moved_to_another_time_and_the_trail_keeps_both()
    {
        var id = await PlannedAsync("供水通知");

        var moved = (await Office.Rescheduling.ChangeAsync(
            await Office.OnAsync(id, Office.SigningOfficer), new PublicationChange(At("2026-01-22 15:00")), Cancellation)).Value;

        moved.Publication.DueAt.ShouldBe(At("2026-01-22 15:00"));
        (await Office.PublicationAsync(id)).ScheduledBy.ShouldBe("signer");
        var entry = (await Office.AuditedAsync())[^1];
        entry.Action.ShouldBe("publication.change");
        entry.Detail.ShouldContain("due 2026-01-22T15:00+08:00");
        entry.Detail.ShouldContain("was due 2026-01-21T09:30+08:00");
    }

    [Fact]
    public async Task The_second_of_two_who_saw_the_same_state_looks_again()
    {
        var id = await PlannedAsync("供水通知");
        var (one, other) = (await Office.OnAsync(id), await Office.OnAsync(id, Office.SigningOfficer));

        (await Office.Rescheduling.ChangeAsync(one, new PublicationChange(At("2026-01-22 15:00")), Cancellation)).Refusal.ShouldBeNull();

        (await Office.Rescheduling.ChangeAsync(other, new PublicationChange(At("2026-01-23 15:00")), Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("有了变化");
        (await Office.Rescheduling.CancelAsync(other, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("有了变化");
        (await Office.PublicationAsync(id)).DueAt.ShouldBe(At("2026-01-22 15:00"));
    }

    [Fact]
    public async Task Two_who_cancel_and_move_in_the_same_moment_do_not_both_succeed()
    {
        var id = await PlannedAsync("供水通知");
        var act = await Office.OnAsync(id);

        var cancelled = Task.Run(() => Office.Rescheduling.CancelAsync(act, Cancellation), Cancellation);
        var moved = Task.Run(
            () => Office.Rescheduling.ChangeAsync(act, new PublicationChange(At("2026-01-22 15:00")), Cancellation), Cancellation);

        new[] { (await cancelled).IsDone, (await moved).IsDone }.Count(done => done).ShouldBe(1);
    }

    [Fact]
    public async Task What_the_worker_has_taken_is_out_of_peoples_hands()
    {
        var id = await PlannedAsync("供水通知");
        var before = await Office.OnAsync(id);
        await Office.WorkerTakesAsync(id);

        (await Office.Rescheduling.CancelAsync(before, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("有了变化");
        var now = await Office.OnAsync(id);
        (await Office.Rescheduling.CancelAsync(now, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("正在发送");
        (await Office.Rescheduling.ChangeAsync(now, new PublicationChange(At("2026-01-22 15:00")), Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("正在发送");
        (await Office.Rescheduling.RetryAsync(now, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("正在发送");
        (await Office.Rescheduling.AllowLateAsync(now, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("正在发送");
        (await Office.PublicationAsync(id)).State.ShouldBe(PublicationState.Sending);
    }

    [Fact]
    public async Task Articles_are_put_in_another_order_exchanged_left_out_and_added()
    {
        var (one, two, three) = (await Office.ReleasesAsync("一"), await Office.ReleasesAsync("二"), await Office.ReleasesAsync("三"));
        var id = (await Office.PlansAsync("2026-01-21 09:30", one, two)).Id;

        await RecomposedAsync(id, two, one);
        TitlesOf(await Office.PublicationAsync(id)).ShouldBe(["二", "一"]);
        await RecomposedAsync(id, three, two, one);
        TitlesOf(await Office.PublicationAsync(id)).ShouldBe(["三", "二", "一"]);
        await RecomposedAsync(id, one);

        var kept = await Office.PublicationAsync(id);
        TitlesOf(kept).ShouldBe(["一"]);
        kept.DueAt.ShouldBe(At("2026-01-21 09:30"));
        (await Office.TriesToPlanAsync("2026-01-22 09:30", three)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task An_edited_article_takes_the_place_of_its_earlier_version()
    {
        var id = (await Office.PlansAsync("2026-01-21 09:30", await Office.ReleasesAsync("改前", subject: "article/9"))).Id;
        await Office.WorkerStopsAsync(id, StopReason.NotReleased);
        Office.ItBecomes("2026-01-21 10:00");
        var edited = await Office.ReleasesAsync("改后", subject: "article/9");

        (await Office.Rescheduling.ChangeAsync(
            await Office.OnAsync(id), new PublicationChange(At("2026-01-22 09:30")), Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("《改前》的这个版本没有通过审核");
        (await Office.Rescheduling.ChangeAsync(
            await Office.OnAsync(id), new PublicationChange(At("2026-01-22 09:30"), [edited]), Cancellation)).Refusal.ShouldBeNull();

        var kept = await Office.PublicationAsync(id);
        (kept.State, kept.StopReason, TitlesOf(kept).Single()).ShouldBe((PublicationState.Scheduled, StopReason.None, "改后"));
    }

    [Fact]
    public async Task What_stands_still_is_tried_again_at_once()
    {
        var id = await PlannedAsync("供水通知");
        await Office.WorkerStopsAsync(id, StopReason.QuotaExhausted);
        Office.ItBecomes("2026-01-22 08:00");

        (await Office.Rescheduling.RetryAsync(await Office.OnAsync(id), Cancellation)).Refusal.ShouldBeNull();

        var again = await Office.PublicationAsync(id);
        (again.State, again.StopReason, again.DueAt).ShouldBe((PublicationState.Scheduled, StopReason.None, At("2026-01-22 08:00")));
        again.EndedAt.ShouldBeNull();
        (await Office.Rescheduling.RetryAsync(await Office.OnAsync(id), Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("不需要重试");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task What_was_believed_not_sent_goes_by_its_name_again_so_that_the_platform_knows_it(bool isOtherVersion, bool sameName)
    {
        var id = await PlannedAsync("供水通知");
        await Office.WorkerSendsAsync(id, "2026-01-21 09:30", PublicationState.OutcomeUnknown);
        var name = (await Office.PublicationAsync(id)).ClientMessageId;
        (await Office.Settling.SettleAsNotSentAsync(await Office.OnAsync(id), "手机上没看到", Cancellation)).Refusal.ShouldBeNull();
        Office.ItBecomes("2026-01-21 11:00");
        if (isOtherVersion)
        {
            var change = new PublicationChange(At("2026-01-21 11:30"), [await Office.ReleasesAsync("改过的供水通知")]);
            (await Office.Rescheduling.ChangeAsync(await Office.OnAsync(id), change, Cancellation)).Refusal.ShouldBeNull();
        }
        else
        {
            (await Office.Rescheduling.RetryAsync(await Office.OnAsync(id), Cancellation)).Refusal.ShouldBeNull();
        }

        await Office.WorkerSendsAsync(id, "2026-01-21 11:30");

        name.ShouldNotBeEmpty();
        (await Office.PublicationAsync(id)).ClientMessageId.Equals(name, StringComparison.Ordinal).ShouldBe(sameName);
    }

    [Fact]
    public async Task What_is_still_being_examined_is_not_tried_again()
    {
        var version = await Office.SubmitsAsync("供水通知");
        var id = (await Office.PlansAsync("2026-01-21 09:30", version)).Id;
        await Office.WorkerStopsAsync(id, StopReason.NotReleased);

        (await Office.Rescheduling.RetryAsync(await Office.OnAsync(id), Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("还没有办完审核");
        await Office.ApproveAsync(version);
        (await Office.Rescheduling.RetryAsync(await Office.OnAsync(id), Cancellation)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_late_one_goes_out_because_a_person_says_so_and_one_that_stands_for_another_reason_does_not()
    {
        var (late, other) = (await PlannedAsync("误点的"), await PlannedAsync("没额度的"));
        await Office.WorkerStopsAsync(late, StopReason.Late);
        await Office.WorkerStopsAsync(other, StopReason.QuotaExhausted);
        Office.ItBecomes("2026-01-21 18:00");

        (await Office.Rescheduling.AllowLateAsync(await Office.OnAsync(late), Cancellation)).Refusal.ShouldBeNull();
        (await Office.Rescheduling.AllowLateAsync(await Office.OnAsync(other), Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("群发次数已用完");

        var allowed = await Office.PublicationAsync(late);
        (allowed.State, allowed.MayBeLate, allowed.DueAt).ShouldBe((PublicationState.Scheduled, true, At("2026-01-21 09:30")));
        (await Office.AuditedAsync())[^1].Action.ShouldBe("publication.allow-late");
        (await Office.Rescheduling.ChangeAsync(
            await Office.OnAsync(late), new PublicationChange(At("2026-01-22 09:30")), Cancellation)).Refusal.ShouldBeNull();
        (await Office.PublicationAsync(late)).MayBeLate.ShouldBeFalse();
    }

    [Theory]
    [InlineData(nameof(PublicationState.Scheduled), true)]
    [InlineData(nameof(PublicationState.Stopped), true)]
    [InlineData(nameof(PublicationState.DraftReady), true)]
    [InlineData(nameof(PublicationState.Submitted), false)]
    [InlineData(nameof(PublicationState.Published), false)]
    [InlineData(nameof(PublicationState.OutcomeUnknown), false)]
    [InlineData(nameof(PublicationState.Refused), false)]
    [InlineData(nameof(PublicationState.Cancelled), false)]
    public async Task Only_what_has_not_gone_out_can_be_called_off(string standing, bool possible)
    {
        var state = Enum.Parse<PublicationState>(standing);
        var id = await PlannedAsync("供水通知");
        await Office.WorkerSendsAsync(id, "2026-01-21 09:30", state);

        (await Office.Rescheduling.CancelAsync(await Office.OnAsync(id), Cancellation)).IsDone.ShouldBe(possible);

        (await Office.PublicationAsync(id)).State.ShouldBe(possible ? PublicationState.Cancelled : state);
    }

    [Theory]
    [InlineData(nameof(PublicationState.DraftReady), true)]
    [InlineData(nameof(PublicationState.Stopped), true)]
    [InlineData(nameof(PublicationState.Published), false)]
    public async Task What_waits_for_a_person_is_listed_however_long_it_waits(string standing, bool listed)
    {
        var id = await PlannedAsync("供水通知");
        await Office.WorkerSendsAsync(id, "2026-01-21 09:30", Enum.Parse<PublicationState>(standing));
        await ExecuteAsync("UPDATE \"Publications\" SET \"EndedAt\" = \"SubmittedAt\"");

        Office.ItBecomes("2026-03-01 09:00");

        (await Office.Publications.ListAsync(SchedulingOffice.Account, Office.Editor, Cancellation)).Value.Any().ShouldBe(listed);
    }

    [Fact]
    public async Task Who_may_not_schedule_changes_nothing_and_a_stranger_learns_not_even_that_it_exists()
    {
        var id = await PlannedAsync("供水通知");
        await Office.WorkerStopsAsync(id, StopReason.Late);
        var foreign = await Office.Reviewing.TakesOnAsync("foreign", [(SchedulingOffice.Other, StaffRole.DutyOfficer)]);

        foreach (var (by, words) in new[] { (Office.Editor, "安排发布"), (foreign, "没有编号为") })
        {
            var act = await Office.OnAsync(id, by);
            string?[] refusals =
            [
                (await Office.Rescheduling.PreviewAsync(act, new PublicationChange(At("2026-01-22 15:00")), Cancellation)).Refusal,
                (await Office.Rescheduling.ChangeAsync(act, new PublicationChange(At("2026-01-22 15:00")), Cancellation)).Refusal,
                (await Office.Rescheduling.RetryAsync(act, Cancellation)).Refusal,
                (await Office.Rescheduling.AllowLateAsync(act, Cancellation)).Refusal,
                (await Office.Rescheduling.CancelAsync(act, Cancellation)).Refusal,
            ];
            refusals.ShouldAllBe(refusal => refusal != null && refusal.Contains(words));
        }

        (await Office.PublicationAsync(id)).State.ShouldBe(PublicationState.Stopped);
        (await Office.Publications.ShowAsync(id, foreign, Cancellation)).Refusal.ShouldNotBeNull();
        (await Office.Publications.ListAsync(SchedulingOffice.Account, foreign, Cancellation)).Refusal.ShouldNotBeNull();
        (await Office.Publications.ListAsync(SchedulingOffice.Account, Office.Editor, Cancellation)).Value.ShouldHaveSingleItem();
    }

    private async Task<long> PlannedAsync(string title) =>
        (await Office.PlansAsync("2026-01-21 09:30", await Office.ReleasesAsync(title))).Id;

    private async Task RecomposedAsync(long id, params PlannedVersion[] versions) => (await Office.Rescheduling.ChangeAsync(
        await Office.OnAsync(id), new PublicationChange(null, versions), Cancellation)).Refusal.ShouldBeNull();

    public sealed class OnSqlite() : ChangingPlansTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : ChangingPlansTests(server);
}
