using WeChatBridge.Audit;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;
using FrozenArticles = WeChatBridge.Tests.Worlds.FrozenArticles;

namespace WeChatBridge.Tests.Notices;

/// <summary>What others did in a person's place, or with what they wrote, does not go unseen by that person.</summary>
public abstract class TellingOfOthersActsTests(StoreSource source) : NoticeTests(source)
{
    [Fact]
    public async Task Who_is_away_is_told_whom_somebody_else_set_in_their_place_until_they_have_seen_it()
    {
        await DelegatesAsync("officer", "duty", Administrator);
        await DelegatesAsync("reviewer", "duty", Reviewer);

        var told = (await ReadsAsync(Officer)).ShouldHaveSingleItem();
        told.ShouldContain("admin 替您安排了代审");
        told.ShouldContain("由 duty 以您的权限");
        (await ReadsAsync(Reviewer)).ShouldBeEmpty();
        (await ReadsAsync(Duty)).ShouldBeEmpty();

        await Desk.SeeAsync((await LinesAsync(Officer))[0].Notice.Id, Officer, Cancellation);
        (await ReadsAsync(Officer)).ShouldBeEmpty();
        (await ReadsAsync(Officer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_taken_in_their_absence_is_told_of_no_more_when_it_is_over()
    {
        await DelegatesAsync("officer", "duty", Administrator);
        (await ReadsAsync(Officer)).ShouldHaveSingleItem();

        Clock.StandStill(Monday.AddDays(8));
        (await ReadsAsync(Officer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whose_authenticator_was_taken_away_is_told_until_they_have_seen_it()
    {
        await ExecuteAsync("UPDATE \"StaffMembers\" SET \"TwoFactorEnabled\" = (1 = 1) WHERE \"Name\" = 'editor'");
        (await Office.Staff.ResetAuthenticatorAsync("editor", Administrator, Cancellation)).Refusal.ShouldBeNull();

        (await ReadsAsync(Editor)).ShouldHaveSingleItem().ShouldContain("由 admin 停用");
        (await ReadsAsync(Administrator)).ShouldBeEmpty();

        await Desk.SeeAsync((await LinesAsync(Editor))[0].Notice.Id, Editor, Cancellation);
        (await ReadsAsync(Editor)).ShouldBeEmpty();
        (await ReadsAsync(Editor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_taking_back_is_told_to_everybody_who_may_confirm_it_but_not_to_who_proposed_it()
    {
        var article = await Articles.FreezesAsync(FrozenArticles.Document("停水通知"));
        var id = await Articles.PlansAsync(Monday, SendingAct.Publish, article);
        await Articles.BecomesAsync(id, PublicationState.Published, (nameof(Publication.EndedAt), Clock.GetUtcNow()));
        var desk = new WithdrawalDesk(Contexts, new AuditTrail(Clock), Clock);
        var proposed = await desk.ProposeAsync(Duty, new(ReviewingOffice.Account, id), "时间写错了", Cancellation);

        var told = (await ReadsAsync(Officer)).ShouldHaveSingleItem();
        told.ShouldContain($"duty 提出撤下“停水通知”（发布 {id}）");
        told.ShouldNotContain("时间写错了");
        (await ReadsAsync(Duty)).ShouldBeEmpty();
        (await ReadsAsync(Editor)).ShouldBeEmpty();

        (await desk.DropAsync(Officer, ReviewingOffice.Account, proposed.Value.Id, Cancellation)).Refusal.ShouldBeNull();
        (await ReadsAsync(Officer)).ShouldBeEmpty();
        var deletion = new DeletionByHand(Clock.GetUtcNow(), "王五");
        (await desk.ReportAsync(Officer, new(ReviewingOffice.Account, id), "时间写错了", deletion, Cancellation)).Refusal.ShouldBeNull();
        (await ReadsAsync(Duty)).ShouldHaveSingleItem().ShouldContain("officer 登记“停水通知”");
        (await ReadsAsync(Officer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_emergency_that_is_out_and_did_not_pass_afterwards_is_told_until_it_is_taken_back()
    {
        var (publication, followUp) = await EmergencyIsOutAsync();
        (await Office.RejectsAsync(followUp, Reviewer, "地点写错")).Refusal.ShouldBeNull();

        var told = (await ReadsAsync(Duty)).ShouldHaveSingleItem();
        told.ShouldContain("“火情通报”已经紧急发出");
        told.ShouldContain($"审核 {followUp}");
        told.ShouldContain($"发布 {publication}");
        (await ReadsAsync(Editor)).ShouldBe([told]);
        (await ReadsAsync(Officer)).ShouldBe([told]);
        (await ReadsAsync(Administrator)).ShouldBeEmpty();

        await Articles.BecomesAsync(publication, PublicationState.Withdrawn);
        (await ReadsAsync(Duty)).ShouldBeEmpty();
        (await ReadsAsync(Editor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_emergency_that_is_out_and_did_not_pass_afterwards_is_told_until_its_correction_is_out()
    {
        var (_, followUp) = await EmergencyIsOutAsync();
        await Office.RejectsAsync(followUp, Reviewer, "地点写错");
        var writing = new WritingOffice(Contexts, Clock);

        var correction = (await writing.CorrectsAsync(Editor, 1)).Value.Id;
        (await ReadsAsync(Duty)).ShouldHaveSingleItem();
        var corrected = await Articles.FreezesAsync(FrozenArticles.Document("【更正】火情通报"), $"article/{correction}");
        await Articles.BecomesAsync(
            await Articles.PlansAsync(Clock.GetUtcNow(), SendingAct.Publish, corrected), PublicationState.Published);

        (await ReadsAsync(Duty)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_emergency_that_did_not_pass_before_it_was_out_comes_back_to_its_authors()
    {
        var article = await Articles.FreezesAsync(FrozenArticles.Document("火情通报"));
        var id = await Articles.SubmitsAsync(article, Editor, "草原火情，须马上告知群众");
        (await Office.ApprovesAsync(id, Officer)).Refusal.ShouldBeNull();

        (await Office.RejectsAsync((await Office.FollowUpOfAsync(id)).Id, Reviewer)).Refusal.ShouldBeNull();

        (await ReadsAsync(Editor)).ShouldBe([$"“火情通报”不予发布，理由见审核 {id}。"]);
        (await ReadsAsync(Duty)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_author_is_told_when_an_approval_was_taken_back_and_the_twenty_working_days_go_on()
    {
        var article = await Articles.FreezesAsync(FrozenArticles.Document("财政预算", new DateOnly(2099, 3, 16)));
        var id = await Articles.SubmitsAsync(article, Editor);
        await Office.ApprovesAsync(id, Reviewer);
        await Office.ApprovesAsync(id, Officer);
        Clock.StandStill(At(9, 9, 0));

        (await Office.WithdrawsAsync(id, Officer, "数字有误")).Refusal.ShouldBeNull();

        (await ReadsAsync(Editor)).ShouldBe(
            [
                $"“财政预算”的审核已被撤回，须重新提交审核才能发布，理由见审核 {id}。",
                "“财政预算”应在2099年3月16日（周一）前公开，还有 5 个工作日，目前没有发出。",
            ],
            ignoreOrder: true);
        (await ReadsAsync(Officer)).ShouldBeEmpty();

        Clock.StandStill(At(9, 10, 0));
        await Articles.SubmitsAsync(article, Editor);
        (await ReadsAsync(Editor)).ShouldHaveSingleItem().ShouldContain("前公开");
    }

    [Fact]
    public async Task Who_returned_to_an_earlier_version_is_reminded_of_that_one()
    {
        var due = new DateOnly(2099, 3, 16);
        var first = await Articles.FreezesAsync(FrozenArticles.Document("财政预算", due));
        var second = await Articles.FreezesAsync(FrozenArticles.Document("财政预算", due, "<p>另一种写法。</p>"));
        var id = await Articles.SubmitsAsync(first, Editor);
        Clock.StandStill(At(9, 9, 0));
        await Articles.SubmitsAsync(second, Editor);
        Clock.StandStill(At(9, 10, 0));
        (await Articles.SubmitsAsync(first, Editor)).ShouldBe(id);
        await Office.ApprovesAsync(id, Reviewer);
        await Office.ApprovesAsync(id, Officer);

        (await ReadsAsync(Duty)).ShouldHaveSingleItem().ShouldContain("应在2099年3月16日");
    }

    [Fact]
    public async Task The_twenty_working_days_of_what_is_being_written_are_told_without_reading_a_document()
    {
        var writing = new WritingOffice(Contexts, Clock);
        var id = await writing.WritesAsync(Editor);
        var given = await writing.WritesAsync(Editor, writing.Fine with { Content = writing.Fine.Content with { Title = "不写了" } });
        (await writing.DiscardsAsync(Editor, given)).Refusal.ShouldBeNull();
        Clock.StandStill(At(25, 9, 0));
        (await ReadsAsync(Editor)).ShouldHaveSingleItem().ShouldContain("应在2099年3月30日（周一）前公开");

        var submitted = (await writing.SubmitsAsync(Editor, id)).Value;
        await ExecuteAsync("UPDATE \"StoredFiles\" SET \"Content\" = '' WHERE \"MediaType\" = 'application/json'");
        (await ReadsAsync(Editor)).ShouldHaveSingleItem().ShouldContain("应在2099年3月30日（周一）前公开");

        var sent = new PlannedArticle($"article/{id}", submitted.ContentHash, "关于城乡居民医保集中缴费的通知");
        await Articles.BecomesAsync(
            await Articles.PlansAsync(Clock.GetUtcNow(), SendingAct.Publish, sent), PublicationState.Published);
        (await ReadsAsync(Editor)).ShouldBeEmpty();
        await writing.SavesAsync(Editor, id, content => content with { Digest = "发出以后又改" });
        (await ReadsAsync(Editor)).ShouldBeEmpty();
    }

    // An account that sends nothing for days is told of, too: that has its own tests.
    private new async Task<IReadOnlyList<string>> ReadsAsync(Acting person) =>
        [.. (await base.ReadsAsync(person)).Where(text => !text.Contains("没有群发的记录", StringComparison.Ordinal))];

    private async Task<(long Publication, long FollowUp)> EmergencyIsOutAsync()
    {
        var article = await Articles.FreezesAsync(FrozenArticles.Document("火情通报"));
        var id = await Articles.SubmitsAsync(article, Editor, "草原火情，须马上告知群众");
        (await Office.ApprovesAsync(id, Officer)).Refusal.ShouldBeNull();
        var release = (await Office.ReleaseOfAsync(FrozenArticles.Version(article, Editor))).ShouldNotBeNull();
        (await Office.BeginsToSendAsync(release)).ShouldBeTrue();
        var publication = await Articles.PlansAsync(Clock.GetUtcNow(), SendingAct.Publish, article);
        await Articles.BecomesAsync(publication, PublicationState.Published, (nameof(Publication.EndedAt), Clock.GetUtcNow()));
        return (publication, (await Office.FollowUpOfAsync(id)).Id);
    }

    private async Task DelegatesAsync(string from, string to, Acting by)
    {
        var now = Clock.GetUtcNow();
        (await Office.Delegations.DelegateAsync(
            new NewDelegation(ReviewingOffice.Account, from, to, now, now.AddDays(7)), by, Cancellation)).Refusal.ShouldBeNull();
    }

    public sealed class OnSqlite() : TellingOfOthersActsTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : TellingOfOthersActsTests(server);
}
