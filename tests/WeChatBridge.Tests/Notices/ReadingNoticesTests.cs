using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Notices;
using WeChatBridge.Operations;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Notices;

/// <summary>A notice is raised once, waits until it is settled, and is each person's own to mark.</summary>
public abstract class ReadingNoticesTests(StoreSource source) : NoticeTests(source)
{
    [Fact]
    public async Task However_often_the_round_is_made_a_notice_is_raised_once()
    {
        await Office.SubmitsAsync(ReviewingOffice.Article("一"), Editor);
        await GoesRoundAsync();
        var first = (await LinesAsync(Reviewer)).ShouldHaveSingleItem().Notice;

        Clock.StandStill(Monday.AddMinutes(5));
        await GoesRoundAsync();
        await GoesRoundAsync();

        var still = (await LinesAsync(Reviewer)).ShouldHaveSingleItem().Notice;
        (still.Id, still.RaisedAt).ShouldBe((first.Id, first.RaisedAt));
        (await CountAsync<Notice>()).ShouldBe(1);
    }

    [Fact]
    public async Task Two_instances_at_once_raise_it_once()
    {
        for (var subject = 0; subject < 12; subject++)
        {
            await Office.SubmitsAsync(ReviewingOffice.Article("一", subject: $"article/{subject}"), Editor);
        }

        var workers = new[] { await WorkerAsync(), await WorkerAsync(), await WorkerAsync() };
        await Task.WhenAll(workers.Select(worker => Task.Run(() => worker.GoRoundAsync(Cancellation), Cancellation)));

        await GoesRoundAsync();
        (await CountAsync<Notice>()).ShouldBe(12);
        (await LinesAsync(Reviewer)).Count.ShouldBe(12);
    }

    [Fact]
    public async Task What_comes_again_after_it_was_settled_is_a_new_notice()
    {
        await Articles.AccountIsAsync(paused: true, draftOnly: false);
        var first = await ReadsAsync(Duty);
        await Articles.AccountIsAsync(paused: false, draftOnly: false);
        (await ReadsAsync(Duty)).ShouldBeEmpty();

        await Articles.AccountIsAsync(paused: true, draftOnly: false);
        (await ReadsAsync(Duty)).ShouldBe(first);
        (await CountAsync<Notice>()).ShouldBe(2);
    }

    [Fact]
    public async Task Having_seen_a_notice_is_each_persons_own_and_settles_nothing()
    {
        var other = await Office.TakesOnAsync("other", StaffRole.Reviewer);
        await Office.SubmitsAsync(ReviewingOffice.Article("一"), Editor);
        await GoesRoundAsync();
        var id = (await LinesAsync(Reviewer)).ShouldHaveSingleItem().Notice.Id;

        (await Desk.SeeAsync(id, Reviewer, Cancellation)).Refusal.ShouldBeNull();
        (await Desk.SeeAsync(id, Reviewer, Cancellation)).Refusal.ShouldBeNull();

        await GoesRoundAsync();
        (await LinesAsync(Reviewer)).ShouldHaveSingleItem().SeenAt.ShouldBe(Clock.GetUtcNow());
        (await LinesAsync(other)).ShouldHaveSingleItem().SeenAt.ShouldBeNull();
        await Office.SubmitsAsync(ReviewingOffice.Article("二", subject: "article/2"), Editor);
        await GoesRoundAsync();
        (await LinesAsync(Reviewer)).Select(line => line.SeenAt is null).ShouldBe([true, false]);
    }

    [Fact]
    public async Task A_notice_for_others_can_neither_be_read_nor_marked()
    {
        await Office.SubmitsAsync(ReviewingOffice.Article("一"), Editor);
        await GoesRoundAsync();
        var id = (await LinesAsync(Reviewer)).ShouldHaveSingleItem().Notice.Id;

        (await LinesAsync(Editor)).ShouldBeEmpty();
        (await Desk.SeeAsync(id, Editor, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain($"没有编号为 {id} 的待办");
        (await Desk.ListAsync(Acting.CommandLine, null, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("本人名义");
        (await Desk.SeeAsync(id, Acting.CommandLine, Cancellation)).Refusal.ShouldNotBeNull();
        (await CountAsync<NoticeSight>()).ShouldBe(0);
    }

    [Fact]
    public async Task A_role_in_one_account_shows_nothing_of_the_other()
    {
        var both = await Office.TakesOnAsync("both", [("zhengwu", StaffRole.Reviewer), ("renda", StaffRole.Editor)]);
        var stranger = await Office.TakesOnAsync("stranger", [("renda", StaffRole.Reviewer), ("renda", StaffRole.DutyOfficer)]);
        await Office.SubmitsAsync(ReviewingOffice.Article("一"), Editor);
        await Articles.AccountIsAsync(paused: true, draftOnly: false);
        await GoesRoundAsync();

        (await Desk.ListAsync(stranger, null, Cancellation)).Value.ShouldBeEmpty();
        (await Desk.ListAsync(both, "renda", Cancellation)).Value.ShouldBeEmpty();
        (await Desk.ListAsync(both, null, Cancellation)).Value.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_person_who_was_disabled_sees_nothing_from_that_moment_on()
    {
        await Office.SubmitsAsync(ReviewingOffice.Article("一"), Editor);
        await Articles.AccountIsAsync(paused: true, draftOnly: false);
        await GoesRoundAsync();
        await Office.Staff.DisableAsync("reviewer", Acting.CommandLine, Cancellation);
        await Office.Staff.DisableAsync("duty", Acting.CommandLine, Cancellation);

        (await LinesAsync(Reviewer)).ShouldBeEmpty();
        (await LinesAsync(Duty)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_settled_long_ago_is_deleted_and_what_waits_stays()
    {
        await Articles.AccountIsAsync(paused: true, draftOnly: true);
        await GoesRoundAsync();
        await Desk.SeeAsync((await LinesAsync(Duty))[0].Notice.Id, Duty, Cancellation);
        await Articles.AccountIsAsync(paused: true, draftOnly: false);
        await GoesRoundAsync();
        var retention = new RetentionDesk(Contexts, new RetentionOptions(), new AuditTrail(Clock), Clock);
        (await retention.DeletePortionAsync(Cancellation)).ShouldBeFalse();

        Clock.StandStill(Monday.AddDays(new RetentionOptions().QuestionDays + 1));
        (await retention.DeletePortionAsync(Cancellation)).ShouldBeTrue();

        (await LinesAsync(Duty)).ShouldHaveSingleItem().Notice.Text.ShouldContain("暂停");
        (await CountAsync<Notice>()).ShouldBe(1);
        (await Office.AuditAsync())[^1].Detail.ShouldBe("notices 1");
    }

    public sealed class OnSqlite() : ReadingNoticesTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : ReadingNoticesTests(server);
}
