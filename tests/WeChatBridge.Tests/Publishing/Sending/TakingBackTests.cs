using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Simulator;
using WeChatBridge.Tests.Storage;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>Deletions whose answer was lost, and those a person made on the platform's website.</summary>
public abstract class TakingBackTests(StoreSource source) : SendingTests(source)
{
    private const string Delete = "/cgi-bin/freepublish/delete";
    private const string MassDelete = "/cgi-bin/message/mass/delete";

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_is_done_when_the_article_is_no_longer_known()
    {
        var id = await IsPublishedAsync(SendingAct.Publish);
        Spoil(FaultKind.DropAfterActing, Delete);
        await IsConfirmedAsync(id);
        Spoil(FaultKind.ErrorCode, "/cgi-bin/freepublish/getarticle", 48001);
        Spoil(FaultKind.ErrorCode, Delete, 53600);

        await Bridge.PassesAsync(6 * Minute);

        (await WithdrawalAsync()).State.ShouldBe(WithdrawalState.Done);
        await IsAsync(id, PublicationState.Withdrawn);
        Calls(Delete).ShouldBe(2);
    }

    [Fact]
    public async Task A_mass_send_that_is_not_found_after_a_lost_deletion_is_looked_at_and_done()
    {
        var id = await IsPublishedAsync(SendingAct.MassSend);
        Spoil(FaultKind.DropAfterActing, MassDelete);
        await IsConfirmedAsync(id);
        Spoil(FaultKind.ErrorCode, "/cgi-bin/message/mass/get", 48001);

        await Bridge.PassesAsync(6 * Minute);

        (await WithdrawalAsync()).State.ShouldBe(WithdrawalState.Done);
        await IsAsync(id, PublicationState.Withdrawn);
    }

    [Fact]
    public async Task What_the_platform_never_heard_of_and_was_not_asked_before_is_refused()
    {
        var id = await IsPublishedAsync(SendingAct.Publish);
        Spoil(FaultKind.ErrorCode, Delete, 53600);

        await IsConfirmedAsync(id);

        (await WithdrawalAsync()).State.ShouldBe(WithdrawalState.Refused);
        await IsAsync(id, PublicationState.Published);
        await Bridge.NoticesAreRaisedAsync();
        (await Bridge.NoticesForAsync("officer")).ShouldContain(told => told.Contains("撤稿微信平台没有办成"));
    }

    [Fact]
    public async Task One_article_of_a_mass_send_of_which_nobody_can_tell_is_left_to_a_person_who_looks()
    {
        var first = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("一"));
        var second = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("二"));
        var id = await Newsroom.PlansAsync(SendingAct.MassSend, Now, first, second);
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);
        Spoil(FaultKind.DropAfterActing, MassDelete);
        await IsConfirmedAsync(id, position: 1);
        Spoil(FaultKind.ErrorCode, MassDelete, 40059);

        await Bridge.PassesAsync(6 * Minute);

        var unknown = await WithdrawalAsync();
        unknown.State.ShouldBe(WithdrawalState.Unknown);
        unknown.Words.ShouldContain("可能已经删掉，也可能没有");
        (await IsAsync(id, PublicationState.Published)).Items.ShouldAllBe(item => item.WithdrawnAt == null);
        await Bridge.NoticesAreRaisedAsync();
        (await Bridge.NoticesForAsync("officer")).ShouldContain(told => told.Contains("“二”") && told.Contains("不清楚办成没有"));

        var reported = await ReportsAsync(id, Now, position: 1);
        (await Bridge.Withdrawals.ConfirmAsync(Newsroom.Reviewer, "zhengwu", reported.Value.Id, Cancellation)).Refusal.ShouldBeNull();
        (await IsAsync(id, PublicationState.Published)).Items.OrderBy(item => item.Position).Select(item => item.WithdrawnAt is null)
            .ShouldBe([true, false]);
        await Bridge.NoticesAreRaisedAsync();
        (await Bridge.NoticesForAsync("officer")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_person_deleted_on_the_website_is_recorded_by_two()
    {
        var id = await IsPublishedAsync(SendingAct.Publish);
        var sent = Now;
        Bridge.WeChat.Clock.StandStill(sent.AddHours(3));
        (await ReportsAsync(id, sent.AddHours(4))).Refusal.ShouldNotBeNull().ShouldContain("不能晚于现在");
        (await ReportsAsync(id, sent.AddHours(-1))).Refusal.ShouldNotBeNull().ShouldContain("不会在那以前删除");
        (await ReportsAsync(id, sent.AddHours(1), who: " ")).Refusal.ShouldNotBeNull().ShouldContain("是谁");
        var reported = await ReportsAsync(id, sent.AddHours(1));
        reported.Refusal.ShouldBeNull();
        (await Bridge.Withdrawals.ConfirmAsync(Newsroom.Officer, "zhengwu", reported.Value.Id, Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("另一人");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Published);

        (await Bridge.Withdrawals.ConfirmAsync(Newsroom.Reviewer, "zhengwu", reported.Value.Id, Cancellation)).Refusal.ShouldBeNull();

        var publication = await IsAsync(id, PublicationState.Withdrawn);
        publication.Items.ShouldHaveSingleItem().WithdrawnAt.ShouldBe(sent.AddHours(1));
        publication.StopWords.ShouldContain("时间写错了");
        var done = await WithdrawalAsync();
        (done.State, done.ByHandBy, done.ProposedBy, done.DecidedBy).ShouldBe((WithdrawalState.Done, "王五", "officer", "reviewer"));
        (await Newsroom.SeesTrailAsync(id)).TakeLast(3).ShouldBe(["withdrawal.propose", "withdrawal.confirm", "publication.withdrawn"]);
        Calls(Delete).ShouldBe(0);
    }

    private async Task<Withdrawal> WithdrawalAsync() =>
        (await Bridge.Withdrawals.ListAsync(Newsroom.Officer, "zhengwu", Cancellation)).Value.ShouldHaveSingleItem();

    private Task<Outcome<Withdrawal>> ReportsAsync(long id, DateTimeOffset at, int? position = null, string who = "王五") =>
        Bridge.Withdrawals.ReportAsync(
            Newsroom.Officer, new("zhengwu", id, position), "时间写错了", new DeletionByHand(at, who), Cancellation);

    private async Task<long> IsPublishedAsync(SendingAct act)
    {
        var id = await Newsroom.HasDueAsync(act, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);
        await IsAsync(id, PublicationState.Published);
        return id;
    }

    private async Task IsConfirmedAsync(long id, int? position = null)
    {
        var proposed = await Bridge.Withdrawals.ProposeAsync(Newsroom.Officer, new("zhengwu", id, position), "时间写错了", Cancellation);
        proposed.Refusal.ShouldBeNull();
        (await Bridge.Withdrawals.ConfirmAsync(Newsroom.Reviewer, "zhengwu", proposed.Value.Id, Cancellation)).Refusal.ShouldBeNull();
        await Bridge.DueIsWorkedOffAsync();
    }

    public sealed class OnSqlite() : TakingBackTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : TakingBackTests(server);
}
