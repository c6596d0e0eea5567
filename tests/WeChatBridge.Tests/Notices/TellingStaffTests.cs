using WeChatBridge.Inbox;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Notices;

/// <summary>Who is told of what, from when until when.</summary>
public abstract class TellingStaffTests(StoreSource source) : NoticeTests(source)
{
    [Fact]
    public async Task A_review_is_told_to_who_can_do_its_next_step_and_to_nobody_else()
    {
        var id = await Office.SubmitsAsync(ReviewingOffice.Article("一"), Editor);

        (await ReadsAsync(Reviewer)).ShouldBe([$"“关于供水的通知”等待您复审（审核 {id}）。"]);
        (await ReadsAsync(Editor)).ShouldBeEmpty();
        (await ReadsAsync(Officer)).ShouldBeEmpty();

        (await Office.ApprovesAsync(id, Reviewer)).Refusal.ShouldBeNull();
        (await ReadsAsync(Reviewer)).ShouldBeEmpty();
        (await ReadsAsync(Officer)).ShouldBe([$"“关于供水的通知”等待您签发（审核 {id}）。"]);

        (await Office.ApprovesAsync(id, Officer)).Refusal.ShouldBeNull();
        (await ReadsAsync(Officer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_stands_in_is_told_and_a_step_that_nobody_can_do_is_told_to_the_administrator()
    {
        var id = await Office.SubmitsAsync(ReviewingOffice.Article("一"), Editor);
        var now = Clock.GetUtcNow();
        await Office.Delegations.DelegateAsync(
            new NewDelegation(ReviewingOffice.Account, "reviewer", "duty", now, now.AddDays(1)), Reviewer, Cancellation);
        (await ReadsAsync(Duty)).ShouldBe([$"“关于供水的通知”等待您复审（审核 {id}）。"]);

        Clock.StandStill(Monday.AddDays(2));
        (await ReadsAsync(Duty)).ShouldBeEmpty();
        await Office.Staff.DisableAsync("reviewer", Acting.CommandLine, Cancellation);
        (await ReadsAsync(Administrator)).ShouldHaveSingleItem().ShouldContain("没有人能办这一步");
    }

    [Fact]
    public async Task What_was_sent_up_is_told_to_who_may_decide_it()
    {
        var id = await Office.SubmitsAsync(ReviewingOffice.Article("一"), Editor);
        await Office.SendsUpAsync(id, Reviewer);

        (await ReadsAsync(Administrator)).ShouldHaveSingleItem().ShouldContain("等待您决定（已上报）");
    }

    [Fact]
    public async Task An_author_is_told_what_came_back_until_another_version_is_submitted()
    {
        var id = await Office.SubmitsAsync(ReviewingOffice.Article("一"), Editor);
        await Office.ReturnsAsync(id, Reviewer, "王某某的电话不能公开");

        (await ReadsAsync(Editor)).ShouldBe([$"“关于供水的通知”被退回修改，退回的理由见审核 {id}。"]);
        (await ReadsAsync(Officer)).ShouldBeEmpty();

        await Office.SubmitsAsync(ReviewingOffice.Article("二"), Editor);
        (await ReadsAsync(Editor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_came_back_to_an_author_who_left_is_told_to_who_can_take_it_up()
    {
        var id = await Office.SubmitsAsync(ReviewingOffice.Article("一"), Editor);
        await Office.RejectsAsync(id, Reviewer);
        var successor = await Office.TakesOnAsync("successor", StaffRole.Editor);
        (await ReadsAsync(successor)).ShouldBeEmpty();

        await Office.Staff.DisableAsync("editor", Acting.CommandLine, Cancellation);
        (await ReadsAsync(successor)).ShouldHaveSingleItem().ShouldContain("不予发布");
    }

    [Theory]
    [InlineData(nameof(PublicationState.Stopped), nameof(StopReason.QuotaExhausted), "停下等您处理")]
    [InlineData(nameof(PublicationState.Stopped), nameof(StopReason.Late), "已经错过时间")]
    [InlineData(nameof(PublicationState.OutcomeUnknown), nameof(StopReason.None), "可能已经发出，也可能没有")]
    [InlineData(nameof(PublicationState.Refused), nameof(StopReason.None), "被平台拒绝")]
    [InlineData(nameof(PublicationState.DraftReady), nameof(StopReason.None), "请在平台网站上发出")]
    public async Task A_publication_in_trouble_is_told_to_who_schedules_until_it_is_settled(string state, string reason, string words)
    {
        var id = await PlansAsync("停水通知", Monday.AddHours(1));
        (await ReadsAsync(Duty)).ShouldBeEmpty();
        await Articles.BecomesAsync(
            id,
            Enum.Parse<PublicationState>(state),
            (nameof(Publication.StopReason), Enum.Parse<StopReason>(reason)),
            (nameof(Publication.StopWords), "今天的次数已经用完。"),
            (nameof(Publication.EndedAt), Clock.GetUtcNow()));

        var told = (await ReadsAsync(Duty)).ShouldHaveSingleItem();
        told.ShouldContain(words);
        told.ShouldContain("停水通知");
        told.ShouldContain($"发布 {id}");
        (await ReadsAsync(Officer)).ShouldHaveSingleItem();
        (await ReadsAsync(Editor)).ShouldBeEmpty();

        await Articles.BecomesAsync(id, PublicationState.Published);
        (await ReadsAsync(Duty)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_article_that_was_planned_anew_is_told_of_no_more()
    {
        var article = await Articles.FreezesAsync(FrozenArticles.Document("停水通知"));
        var id = await Articles.PlansAsync(Monday, SendingAct.Publish, article);
        await Articles.BecomesAsync(id, PublicationState.Refused, (nameof(Publication.EndedAt), Clock.GetUtcNow()));
        (await ReadsAsync(Duty)).ShouldHaveSingleItem();

        await Articles.PlansAsync(Monday.AddHours(2), SendingAct.Publish, article);
        (await ReadsAsync(Duty)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_article_of_a_message_that_the_platform_called_failed_is_told()
    {
        var (one, other) = (
            await Articles.FreezesAsync(FrozenArticles.Document("停水通知")),
            await Articles.FreezesAsync(FrozenArticles.Document("防火通知"), "article/2"));
        var id = await Articles.PlansAsync(Monday, SendingAct.Publish, one, other);
        await Articles.BecomesAsync(id, PublicationState.Published, (nameof(Publication.EndedAt), Clock.GetUtcNow()));
        await Articles.ItemFailsAsync((await Articles.PublicationAsync(id)).Items[1].Id);

        (await ReadsAsync(Duty)).ShouldHaveSingleItem().ShouldContain("“停水通知等2篇”已发出，但其中有文章");
    }

    [Fact]
    public async Task A_due_time_that_passes_without_anything_happening_is_told()
    {
        await PlansAsync("停水通知", Monday.AddHours(1));
        Clock.StandStill(Monday.AddHours(1).AddMinutes(9));
        (await ReadsAsync(Duty)).ShouldBeEmpty();

        Clock.StandStill(Monday.AddHours(1).AddMinutes(11));
        (await ReadsAsync(Duty)).ShouldHaveSingleItem().ShouldContain("到现在还没有发出");
    }

    [Theory]
    [InlineData(2, 10, 3, 8, 29, false)] // A Monday: the window ends on Wednesday at ten, and Tuesday is the last day to answer on.
    [InlineData(2, 10, 3, 8, 31, true)]
    [InlineData(6, 10, 6, 10, 1, true)] // A Friday: it ends on Sunday.
    [InlineData(6, 16, 7, 9, 0, true)]
    [InlineData(2, 10, 4, 10, 1, false)] // Over.
    public async Task The_last_working_day_to_answer_a_message_on_is_told(int day, int hour, int nowDay, int nowHour, int nowMinute, bool isTold)
    {
        await LeavesAsync(InboxKind.Ordinary, At(day, hour, 0));
        Clock.StandStill(At(nowDay, nowHour, nowMinute));

        (await ReadsAsync(Duty)).Any(text => text.Contains("留言 990302-0001 还没有答复")).ShouldBe(isTold);
    }

    [Fact]
    public async Task A_complaint_about_an_official_is_told_to_the_supervisor_alone_and_the_answer_settles_it()
    {
        var supervisor = await Office.TakesOnAsync("supervisor", StaffRole.Supervisor);
        await LeavesAsync(InboxKind.Complaint, At(2, 9, 0));
        Clock.StandStill(At(3, 10, 0));

        (await ReadsAsync(supervisor)).ShouldHaveSingleItem();
        (await ReadsAsync(Duty)).ShouldBeEmpty();
        (await ReadsAsync(Administrator)).ShouldBeEmpty();

        await ExecuteAsync("UPDATE \"InboxMessages\" SET \"State\" = 'Answered'");
        (await ReadsAsync(supervisor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Days_without_a_mass_send_are_told_at_seven_ten_and_thirteen()
    {
        var id = await PlansAsync("停水通知", Monday, SendingAct.MassSend);
        await Articles.BecomesAsync(id, PublicationState.Published, (nameof(Publication.SubmittedAt), Clock.GetUtcNow()));
        // Nobody who does not have its address sees what is only published.
        var hidden = await PlansAsync("防火通知", Monday, SendingAct.Publish);
        foreach (var (day, told) in new[] { (8, 0), (9, 7), (11, 9), (12, 10), (15, 13), (31, 29) })
        {
            Clock.StandStill(At(day, 7, 0));
            await Articles.BecomesAsync(hidden, PublicationState.Published, (nameof(Publication.SubmittedAt), Clock.GetUtcNow()));
            var texts = await ReadsAsync(Duty);
            if (told == 0)
            {
                texts.ShouldBeEmpty();
            }
            else
            {
                texts.ShouldBe([$"“红花尔基镇政务”已经 {told} 天没有群发，上一次是2099年3月2日（周一）。"]);
            }
        }

        (await CountAsync<WeChatBridge.Notices.Notice>()).ShouldBe(3);
        await Articles.BecomesAsync(id, PublicationState.Published, (nameof(Publication.SubmittedAt), Clock.GetUtcNow()));
        (await ReadsAsync(Duty)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_article_whose_twenty_working_days_are_nearly_over_is_told_until_it_is_out()
    {
        var article = await Articles.FreezesAsync(FrozenArticles.Document("财政预算", new DateOnly(2099, 3, 16)));
        var id = await Articles.SubmitsAsync(article, Editor);
        Clock.StandStill(At(6, 9, 0));
        (await ReadsAsync(Editor)).ShouldBeEmpty();

        Clock.StandStill(At(9, 9, 0));
        (await ReadsAsync(Editor)).ShouldBe(["“财政预算”应在2099年3月16日（周一）前公开，还有 5 个工作日，目前没有发出。"]);
        await Office.ApprovesAsync(id, Reviewer);
        await Office.ApprovesAsync(id, Officer);
        Clock.StandStill(At(17, 9, 0));
        (await ReadsAsync(Editor)).ShouldBeEmpty();
        (await DutyReadsOfBudgetAsync()).ShouldBe(["“财政预算”应在2099年3月16日（周一）前公开，已经超期，目前没有发出。"]);

        var publication = await Articles.PlansAsync(Clock.GetUtcNow(), SendingAct.Publish, article);
        await Articles.BecomesAsync(publication, PublicationState.Published, (nameof(Publication.EndedAt), Clock.GetUtcNow()));
        (await DutyReadsOfBudgetAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_stands_still_is_told_with_its_reason()
    {
        await Articles.AccountIsAsync(paused: true, draftOnly: true);
        var told = await ReadsAsync(Duty);
        told.ShouldContain(text => text.Contains("暂停一切发送：白名单里没有本机地址。"));
        told.ShouldContain(text => text.Contains("只能存草稿"));

        await Articles.AccountIsAsync(paused: false, draftOnly: false);
        (await ReadsAsync(Duty)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_near_year_without_holidays_is_told_to_the_administrator()
    {
        Clock.StandStill(new DateTimeOffset(2099, 11, 1, 9, 0, 0, TimeSpan.FromHours(8)));
        (await ReadsAsync(Administrator)).ShouldBeEmpty();

        Clock.StandStill(new DateTimeOffset(2099, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        (await ReadsAsync(Administrator)).ShouldHaveSingleItem().ShouldContain("2100 年的放假安排");
        (await ReadsAsync(Editor)).ShouldBeEmpty();
    }

    // By then the account has been silent for long, too.
    private async Task<IEnumerable<string>> DutyReadsOfBudgetAsync() => (await ReadsAsync(Duty)).Where(text => text.Contains("财政预算"));

    private async Task<long> PlansAsync(string title, DateTimeOffset dueAt, SendingAct act = SendingAct.MassSend) =>
        await Articles.PlansAsync(dueAt, act, await Articles.FreezesAsync(FrozenArticles.Document(title), $"article/{title}"));

    private async Task LeavesAsync(InboxKind kind, DateTimeOffset at)
    {
        await using var context = Contexts.CreateDbContext();
        context.Add(InboxMessage.Of(
            new Sender(ReviewingOffice.Account, "oSomebody", at),
            ReceiptNumber.Create(new DateOnly(2099, 3, 2), 1),
            kind,
            new WeChatBridge.Accounts.WorkingDate(new DateOnly(2099, 3, 10), IsEstimated: false)));
        await context.SaveChangesAsync(Cancellation);
    }

    public sealed class OnSqlite() : TellingStaffTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : TellingStaffTests(server);
}
