using WeChatBridge.Audit;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Reports;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Notices;

/// <summary>Who schedules is told that followers have seen nothing; the account was set up on the Monday and has sent nothing.</summary>
public abstract class SilentAccountsTests(StoreSource source) : NoticeTests(source)
{
    private const string Address = "https://mp.weixin.qq.com/s/";

    [Fact]
    public async Task An_account_that_never_sent_is_told_of_from_the_day_it_was_set_up()
    {
        Clock.StandStill(At(8, 23, 0));
        (await ReadsAsync(Duty)).ShouldBeEmpty();

        Clock.StandStill(At(9, 7, 0));
        (await ReadsAsync(Duty)).ShouldBe(
            ["“红花尔基镇政务”自2099年3月2日（周一）在本系统启用以来 7 天没有群发的记录。如果在公众平台网站上发过，请登记。"]);
        (await ReadsAsync(Officer)).ShouldHaveSingleItem();
        (await ReadsAsync(Editor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_registered_sending_on_the_website_ends_the_silence_and_is_counted_from()
    {
        Clock.StandStill(At(12, 9, 0));
        (await ReadsAsync(Duty)).ShouldHaveSingleItem().ShouldContain(" 10 天");

        await RegistersAsync(At(11, 16, 0), SendingAct.MassSend, "a");

        (await ReadsAsync(Duty)).ShouldBeEmpty();
        Clock.StandStill(At(18, 9, 0));
        (await ReadsAsync(Duty)).ShouldBe(["“红花尔基镇政务”已经 7 天没有群发，上一次是2099年3月11日（周三）。"]);
    }

    [Fact]
    public async Task A_publication_on_the_website_of_which_nobody_was_told_does_not_end_it()
    {
        Clock.StandStill(At(9, 9, 0));

        await RegistersAsync(At(8, 16, 0), SendingAct.Publish, "a");

        (await ReadsAsync(Duty)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_sending_that_was_struck_out_does_not_end_it_any_more()
    {
        Clock.StandStill(At(9, 9, 0));
        var wrong = await RegistersAsync(At(8, 16, 0), SendingAct.MassSend, "a");
        (await ReadsAsync(Duty)).ShouldBeEmpty();

        var striking = new StrikingDesk(Contexts, new AuditTrail(Clock), Clock);
        (await striking.StrikeAsync(wrong.Id, "记在了另一个公众号上", Duty, Cancellation)).Refusal.ShouldBeNull();

        (await ReadsAsync(Duty)).ShouldHaveSingleItem().ShouldContain(" 7 天");
    }

    [Fact]
    public async Task An_office_says_itself_on_which_days_it_wants_to_be_told()
    {
        Publishing = new PublishingOptions { Silence = new SilenceOptions { NoticeDays = "3, 5" } }.Checked();
        foreach (var (day, told) in new[] { (4, 0), (5, 3), (6, 3), (7, 5), (8, 5) })
        {
            Clock.StandStill(At(day, 9, 0));
            await GoesRoundAsync();
            (await LinesAsync(Duty)).Select(line => line.Notice.SubjectKey)
                .ShouldBe(told == 0 ? [] : [$"silence/20990302/{told}"]);
        }
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        // As the product does at its first start.
        var audit = new AuditTrail(Clock);
        var wordings = new WordingLog(new ReviewDesk(new ReviewPlans(new ReviewOptions()), audit, Clock), Clock);
        await new SynonymDesk(Contexts, wordings).InstallAsync(
            [ReviewingOffice.Account], SynonymList.Empty, Acting.Installer, Cancellation);
    }

    private async Task<WebsiteSending> RegistersAsync(DateTimeOffset at, SendingAct act, string address)
    {
        var desk = new WebsiteSendingDesk(Contexts, await AccountsAsync(Contexts), new AuditTrail(Clock), Clock);
        var said = new NewWebsiteSending(Address + address, "手工发送", at, act, ["王主任"]);
        var registered = await desk.RegisterAsync(ReviewingOffice.Account, said, Duty, Cancellation);
        registered.Refusal.ShouldBeNull();
        return registered.Value;
    }

    public sealed class OnSqlite() : SilentAccountsTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : SilentAccountsTests(server);
}
