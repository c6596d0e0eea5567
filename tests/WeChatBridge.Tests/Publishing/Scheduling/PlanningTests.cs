using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Operations;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Scheduling;

public abstract class PlanningTests(StoreSource source) : SchedulingTests(source)
{
    [Fact]
    public async Task A_released_article_is_planned_as_it_was_examined_and_the_trail_says_who_planned_it()
    {
        var version = await Office.ReleasesAsync("供水通知");

        var planned = await Office.PlansAsync("2026-01-21 09:30", version);

        var kept = await Office.PublicationAsync(planned.Id);
        (kept.State, kept.Act, kept.AudienceTag, kept.ScheduledBy).ShouldBe((PublicationState.Scheduled, SendingAct.MassSend, null, "planner"));
        kept.DueAt.ShouldBe(new DateTimeOffset(2026, 1, 21, 1, 30, 0, TimeSpan.Zero));
        kept.Items.ShouldHaveSingleItem().ContentHash.ShouldBe(version.ContentHash);
        var entry = (await Office.AuditedAsync())[^1];
        (entry.Actor, entry.Action, entry.Subject).ShouldBe(("planner", "publication.plan", $"publication/{planned.Id}"));
        entry.Detail.ShouldContain(version.ContentHash);
        entry.Detail.ShouldContain("2026-01-21T09:30+08:00");
        entry.Detail.ShouldNotContain("供水");
    }

    [Fact]
    public async Task A_schedule_may_be_set_before_the_approval_and_says_that_it_waits_for_it()
    {
        var version = await Office.SubmitsAsync("供水通知");

        var planned = (await Office.TriesToPlanAsync("2026-01-21 09:30", version)).Value;

        planned.Preview.Concerns.ShouldContain(concern => concern.Kind == ConcernKind.NotYetReleased);
        (await Office.Publications.ShowAsync(planned.Publication.Id, Office.Planner, Cancellation)).Value.NotReleased
            .ShouldHaveSingleItem().Title.ShouldBe("供水通知");
        await Office.ApproveAsync(version);
        (await Office.Publications.ShowAsync(planned.Publication.Id, Office.Planner, Cancellation)).Value.NotReleased.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_plans_what_nobody_is_there_to_examine_is_told_at_once_and_at_each_change()
    {
        var (waiting, released) = (await Office.SubmitsAsync("没审完"), await Office.ReleasesAsync("审完了"));
        (await Office.IsToldAsync("2026-01-21 09:30", waiting)).Concerns.ShouldNotContain(concern => concern.Kind == ConcernKind.NobodyToExamine);
        (await Office.Reviewing.Staff.DisableAsync("signer", Acting.CommandLine, Cancellation)).Refusal.ShouldBeNull();

        (await Office.IsToldAsync("2026-01-21 09:30", waiting)).Concerns
            .ShouldContain(concern => concern.Kind == ConcernKind.NobodyToExamine && concern.Sentence.Contains("签发"));
        var planned = (await Office.TriesToPlanAsync("2026-01-21 09:30", waiting)).Value;
        planned.Preview.Concerns.ShouldContain(concern => concern.Kind == ConcernKind.NobodyToExamine);
        (await Office.AuditedAsync())[^1].Detail.ShouldContain(nameof(ConcernKind.NobodyToExamine));
        var moved = await Office.Rescheduling.ChangeAsync(
            await Office.OnAsync(planned.Publication.Id), new PublicationChange(At("2026-01-22 09:30")), Cancellation);
        moved.Value.Preview.Concerns.ShouldContain(concern => concern.Kind == ConcernKind.NobodyToExamine);
        (await Office.TriesToPlanAsync("2026-01-23 09:30", released)).Value.Preview.Concerns
            .ShouldNotContain(concern => concern.Kind == ConcernKind.NobodyToExamine);
    }

    [Fact]
    public async Task What_was_sent_back_or_overtaken_by_a_later_version_cannot_be_planned()
    {
        var returned = await Office.SubmitsAsync("退回的");
        await Office.ReturnAsync(returned);
        var old = await Office.ReleasesAsync("改前", subject: "article/9");
        var edited = await Office.SubmitsAsync("改后", subject: "article/9");

        (await Office.TriesToPlanAsync("2026-01-21 09:30", returned)).Refusal.ShouldNotBeNull().ShouldContain("没有通过审核");
        (await Office.TriesToPlanAsync("2026-01-21 09:30", old)).Refusal.ShouldNotBeNull().ShouldContain("没有通过审核");
        (await Office.TriesToPlanAsync("2026-01-21 09:30", edited)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_version_goes_out_once_whatever_became_of_its_first_message_except_called_off()
    {
        var version = await Office.ReleasesAsync("供水通知");
        var first = await Office.PlansAsync("2026-01-21 09:30", version);

        (await Office.TriesToPlanAsync("2026-01-22 09:30", version)).Refusal.ShouldNotBeNull().ShouldContain($"发布计划 {first.Id}");
        foreach (var state in new[] { PublicationState.OutcomeUnknown, PublicationState.Published })
        {
            await Office.WorkerSendsAsync(first.Id, "2026-01-21 09:30", state);
            (await Office.TriesToPlanAsync("2026-01-22 09:30", version)).Refusal.ShouldNotBeNull().ShouldContain("不能重复安排");
        }

        var other = await Office.ReleasesAsync("停电通知");
        var second = await Office.PlansAsync("2026-01-23 09:30", other);
        (await Office.Rescheduling.CancelAsync(await Office.OnAsync(second.Id), Cancellation)).Refusal.ShouldBeNull();
        (await Office.TriesToPlanAsync("2026-01-24 09:30", other)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_who_plan_the_same_version_at_once_one_is_told()
    {
        var version = await Office.ReleasesAsync("供水通知");

        var both = await Task.WhenAll(
            Task.Run(() => Office.TriesToPlanAsync("2026-01-21 09:30", version), Cancellation),
            Task.Run(() => Office.TriesToPlanAsync("2026-01-22 09:30", version), Cancellation));

        both.Count(one => one.IsDone).ShouldBe(1);
        both.Single(one => !one.IsDone).Refusal.ShouldNotBeNull().ShouldContain("不能重复安排");
        (await CountAsync<Publication>()).ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-01-20 10:00")]
    [InlineData("2026-01-20 09:59")]
    [InlineData("2025-12-31 23:59")]
    public async Task A_due_time_that_is_not_ahead_is_refused(string officeTime) =>
        (await Office.TriesToPlanAsync(officeTime, await Office.ReleasesAsync("供水通知"))).Refusal.ShouldNotBeNull().ShouldContain("已经过去");

    [Fact]
    public async Task One_message_is_of_one_account()
    {
        var ours = await Office.ReleasesAsync("政务");
        var theirs = await Office.ReleasesAsync("人大", account: SchedulingOffice.Other);

        (await Office.TriesToPlanAsync("2026-01-21 09:30", ours, theirs)).Refusal.ShouldNotBeNull().ShouldContain("同一个公众号");
        var elsewhere = new NewPublication("nowhere", [ours], At("2026-01-21 09:30"));
        (await Office.Planning.PlanAsync(elsewhere, Office.Planner, Cancellation)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Act_and_followers_are_those_that_were_examined()
    {
        var massSend = await Office.ReleasesAsync("群发的");
        var publish = await Office.ReleasesAsync("发布的", SendingAct.Publish);
        var tagged = await Office.ReleasesAsync("给一部分人的", tag: 7);

        (await Office.TriesToPlanAsync("2026-01-21 09:30", massSend, publish)).Refusal.ShouldNotBeNull().ShouldContain("两者必须一致");
        (await Office.TriesToPlanAsync("2026-01-21 09:30", massSend, tagged)).Refusal.ShouldNotBeNull().ShouldContain("标签 7");
        var otherwise = Plan("2026-01-21 09:30", publish) with { Act = SendingAct.MassSend };
        (await Office.Planning.PlanAsync(otherwise, Office.Planner, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("重新送审");
        var stated = Plan("2026-01-21 09:30", tagged) with { Act = SendingAct.MassSend, AudienceTag = 7 };
        (await Office.Planning.PlanAsync(stated, Office.Planner, Cancellation)).Value.Publication.AudienceTag.ShouldBe(7);
    }

    [Fact]
    public async Task A_message_has_one_to_eight_articles_in_the_order_they_were_named_and_none_twice()
    {
        var nine = new List<PlannedVersion>();
        for (var number = 1; number <= 9; number++)
        {
            nine.Add(await Office.ReleasesAsync($"第{number}篇"));
        }

        (await Office.TriesToPlanAsync("2026-01-21 09:30")).Refusal.ShouldNotBeNull().ShouldContain("现在有 0 篇");
        (await Office.TriesToPlanAsync("2026-01-21 09:30", [.. nine])).Refusal.ShouldNotBeNull().ShouldContain("现在有 9 篇");
        (await Office.TriesToPlanAsync("2026-01-21 09:30", nine[0], nine[1], nine[0])).Refusal.ShouldNotBeNull().ShouldContain("只能出现一次");
        var planned = await Office.PlansAsync("2026-01-21 09:30", [.. nine.Skip(1).Reverse()]);
        TitlesOf(await Office.PublicationAsync(planned.Id)).ShouldBe(
            ["第9篇", "第8篇", "第7篇", "第6篇", "第5篇", "第4篇", "第3篇", "第2篇"]);
    }

    [Fact]
    public async Task An_account_whose_right_is_gone_saves_drafts_only_and_the_sentence_says_so()
    {
        await Office.RightIsGoneAsync();

        (await Office.TriesToPlanAsync("2026-01-21 09:30", await Office.ReleasesAsync("群发的"))).Refusal
            .ShouldNotBeNull().ShouldContain("只能仅存草稿");
        (await Office.TriesToPlanAsync("2026-01-21 09:30", await Office.ReleasesAsync("草稿", SendingAct.DraftOnly))).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_hash_that_is_no_article_of_the_account_is_refused()
    {
        await Office.StoresAsync("{}"u8.ToArray(), ArticleDocument.MediaType);

        foreach (var hash in new[] { new string('a', 64), StoredFile.HashOf("{}"u8) })
        {
            (await Office.TriesToPlanAsync("2026-01-21 09:30", new PlannedVersion("article/1", hash))).Refusal
                .ShouldNotBeNull().ShouldContain("没有稿件 article/1 的这个版本");
        }

        var version = await Office.ReleasesAsync("供水通知");
        (await Office.TriesToPlanAsync("2026-01-21 09:30", version with { SubjectId = "article/77" })).Refusal
            .ShouldNotBeNull().ShouldContain("没有通过审核");
    }

    [Fact]
    public async Task Who_may_not_schedule_for_this_account_plans_nothing_and_sees_no_preview()
    {
        var version = await Office.ReleasesAsync("供水通知");
        var foreign = await Office.Reviewing.TakesOnAsync("foreign", [(SchedulingOffice.Other, StaffRole.DutyOfficer)]);

        foreach (var by in new[] { Office.Editor, foreign, Acting.CommandLine, Acting.Installer })
        {
            (await Office.Planning.PlanAsync(Plan("2026-01-21 09:30", version), by, Cancellation)).Refusal
                .ShouldNotBeNull().ShouldContain("安排发布");
            (await Office.Planning.PreviewAsync(Plan("2026-01-21 09:30", version), by, Cancellation)).IsDone.ShouldBeFalse();
        }

        (await CountAsync<Publication>()).ShouldBe(0);
        (await Office.Planning.PlanAsync(Plan("2026-01-21 09:30", version), Office.SigningOfficer, Cancellation)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_planned_document_is_kept_however_long_it_waits()
    {
        var version = await Office.ReleasesAsync("供水通知");
        await Office.PlansAsync("2026-06-01 09:30", version);
        await Office.StoresAsync("nobody refers to this"u8.ToArray(), "text/plain");
        Office.ItBecomes("2026-05-01 00:00");

        await new RetentionDesk(Contexts, new RetentionOptions(), new AuditTrail(OfficeClock), OfficeClock).DeletePortionAsync(Cancellation);

        await using var context = Contexts.CreateDbContext();
        (await context.Set<StoredFile>().Select(file => file.Hash).ToListAsync(Cancellation)).ShouldBe([version.ContentHash]);
    }

    public sealed class OnSqlite() : PlanningTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : PlanningTests(server);
}
