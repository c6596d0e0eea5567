using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Scheduling;

/// <summary>Sendings on the platform's website, and how long the account has been silent.</summary>
public abstract class SilenceTests(StoreSource source) : SchedulingTests(source)
{
    private const string Address = "https://mp.weixin.qq.com/s/abcdefg";

    [Fact]
    public async Task A_sending_by_hand_is_registered_with_address_time_and_reviewers()
    {
        var sending = (await RegisterAsync("2026-01-19 15:00", SendingAct.MassSend, Address, "王主任", " 李副镇长 ")).Value;

        (sending.Url, sending.Title, sending.Reviewers, sending.RegisteredBy).ShouldBe((Address, "手工发送", "王主任、李副镇长", "planner"));
        var entry = (await Office.AuditedAsync())[^1];
        (entry.Action, entry.Actor).ShouldBe(("website-sending.register", "planner"));
        entry.Detail.ShouldStartWith("MassSend; sent 2026-01-19T15:00+08:00; address sha256 ");
    }

    [Fact]
    public async Task It_is_registered_once_with_its_reviewers_and_not_before_it_happened()
    {
        (await RegisterAsync("2026-01-19 15:00", SendingAct.MassSend, Address)).Refusal.ShouldNotBeNull().ShouldContain("由谁审核");
        (await RegisterAsync("2026-01-19 15:00", SendingAct.MassSend, Address, " ")).Refusal.ShouldNotBeNull().ShouldContain("由谁审核");
        (await RegisterAsync("2026-01-20 10:01", SendingAct.MassSend, Address, "王主任")).Refusal.ShouldNotBeNull().ShouldContain("不能晚于现在");
        (await RegisterAsync("2026-01-19 15:00", SendingAct.DraftOnly, Address, "王主任")).IsDone.ShouldBeFalse();
        (await RegisterAsync("2026-01-19 15:00", SendingAct.MassSend, "https://example.org/a", "王主任")).IsDone.ShouldBeFalse();
        (await RegisterAsync("2026-01-19 15:00", SendingAct.MassSend, Address, "王主任")).Refusal.ShouldBeNull();
        (await RegisterAsync("2026-01-18 15:00", SendingAct.MassSend, Address, "王主任")).Refusal.ShouldNotBeNull().ShouldContain("已经登记过");
        (await CountAsync<WebsiteSending>()).ShouldBe(1);
    }

    [Fact]
    public async Task What_we_published_ourselves_is_not_registered_beside()
    {
        var id = (await Office.PlansAsync("2026-01-21 09:00", await Office.ReleasesAsync("供水通知"))).Id;
        await Office.WorkerSendsAsync(id, "2026-01-21 09:00", PublicationState.OutcomeUnknown);
        (await Office.Settling.SettleAsPublishedAsync(await Office.OnAsync(id), [Address], "看到了", Cancellation)).Refusal.ShouldBeNull();

        (await RegisterAsync("2026-01-19 15:00", SendingAct.MassSend, Address, "王主任")).Refusal.ShouldNotBeNull().ShouldContain("本系统发布");
    }

    [Fact]
    public async Task Who_may_not_register_for_this_account_is_refused()
    {
        var foreign = await Office.Reviewing.TakesOnAsync("foreign", [(SchedulingOffice.Other, StaffRole.DutyOfficer)]);
        var said = new NewWebsiteSending(Address, "手工发送", At("2026-01-19 15:00"), SendingAct.MassSend, ["王主任"]);

        foreach (var by in new[] { Office.Editor, foreign, Acting.CommandLine })
        {
            (await Office.Website.RegisterAsync(SchedulingOffice.Account, said, by, Cancellation)).Refusal
                .ShouldNotBeNull().ShouldContain("登记在公众平台网站手工发送的稿件");
        }

        (await CountAsync<WebsiteSending>()).ShouldBe(0);
    }

    [Fact]
    public async Task Silence_is_counted_in_natural_days_of_the_office_since_followers_last_saw_something()
    {
        await RegisterAsync("2026-01-10 23:59", SendingAct.MassSend, Address, "王主任");
        (await SilenceAsync()).ShouldBe(10);

        // 发布 is seen by nobody, and a plan is not yet a sending.
        await RegisterAsync("2026-01-18 09:00", SendingAct.Publish, Address + "2", "王主任");
        var published = await Office.PlansAsync("2026-01-20 11:00", await Office.ReleasesAsync("发布", SendingAct.Publish));
        await Office.WorkerSendsAsync(published.Id, "2026-01-20 11:00");
        var planned = await Office.PlansAsync("2026-01-21 00:00", await Office.ReleasesAsync("群发"));
        (await SilenceAsync()).ShouldBe(10);

        await Office.WorkerSendsAsync(planned.Id, "2026-01-21 00:00");
        Office.ItBecomes("2026-01-21 23:59");
        (await SilenceAsync()).ShouldBe(0);
        Office.ItBecomes("2026-01-22 00:00");
        (await SilenceAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_goes_to_some_followers_by_their_tag_is_in_no_history_and_breaks_no_silence()
    {
        await RegisterAsync("2026-01-10 09:00", SendingAct.MassSend, Address, "王主任");
        var planned = await Office.PlansAsync("2026-01-20 11:00", await Office.ReleasesAsync("群发给牧民", tag: 3));
        await Office.WorkerSendsAsync(planned.Id, "2026-01-20 11:00");

        Office.ItBecomes("2026-01-20 23:59");

        (await SilenceAsync()).ShouldBe(10);
    }

    [Fact]
    public async Task An_account_that_never_sent_is_silent_since_it_was_set_up_here()
    {
        await Office.SubmitsAsync("第一篇");
        Office.ItBecomes("2026-02-03 09:00");
        var published = await Office.PlansAsync("2026-02-03 11:00", await Office.ReleasesAsync("发布", SendingAct.Publish));
        await Office.WorkerSendsAsync(published.Id, "2026-02-03 11:00");

        (await Office.SilenceAsync()).ShouldBe(new Silence(new DateOnly(2026, 1, 20), new DateOnly(2026, 2, 3), SilenceSince.SetUp));
        (await Office.SilenceAsync("nobody-set-it-up")).ShouldBeNull();

        await RegisterAsync("2026-01-19 15:00", SendingAct.MassSend, Address, "王主任");
        (await Office.SilenceAsync()).ShouldBe(new Silence(new DateOnly(2026, 1, 19), new DateOnly(2026, 2, 3), SilenceSince.Sending));
    }

    [Fact]
    public async Task What_was_registered_wrongly_is_struck_out_with_a_reason_and_counts_no_more()
    {
        await RegisterAsync("2026-01-12 09:00", SendingAct.MassSend, Address + "0", "王主任");
        var wrong = (await RegisterAsync("2026-01-20 09:00", SendingAct.MassSend, Address, "王主任")).Value;
        (await SilenceAsync()).ShouldBe(0);
        var next = await Office.ReleasesAsync("下一篇");
        (await Office.IsToldAsync("2026-01-20 18:00", next)).Allowance.ShouldNotBeNull().OnDay.ShouldBe(1);

        var struck = await Office.Striking.StrikeAsync(wrong.Id, " 那天没有发 ", Office.SigningOfficer, Cancellation);

        struck.Refusal.ShouldBeNull();
        (struck.Value.StruckBy, struck.Value.StruckAt, struck.Value.StruckReason).ShouldBe(("signer", OfficeClock.GetUtcNow(), "那天没有发"));
        (await SilenceAsync()).ShouldBe(8);
        (await Office.IsToldAsync("2026-01-20 18:00", next)).Allowance.ShouldNotBeNull().OnDay.ShouldBe(0);
        var entry = (await Office.AuditedAsync())[^1];
        (entry.Action, entry.Actor, entry.Subject).ShouldBe(("website-sending.strike", "signer", $"website-sending/{wrong.Id}"));
        entry.Detail.ShouldNotContain("没有发");
    }

    [Fact]
    public async Task The_row_stays_and_is_shown_as_struck_out_and_the_same_address_can_be_registered_as_it_should_be()
    {
        var wrong = (await RegisterAsync("2026-01-18 15:00", SendingAct.MassSend, Address, "王主任")).Value;
        (await Office.Striking.StrikeAsync(wrong.Id, "日期写错了", Office.Planner, Cancellation)).Refusal.ShouldBeNull();

        var right = await RegisterAsync("2026-01-19 15:00", SendingAct.MassSend, Address, "王主任");

        right.Refusal.ShouldBeNull();
        (await RegisterAsync("2026-01-19 16:00", SendingAct.MassSend, Address, "王主任")).Refusal.ShouldNotBeNull().ShouldContain("已经登记过");
        var listed = (await Office.Website.ListAsync(SchedulingOffice.Account, Office.Editor, Cancellation)).Value;
        listed.Select(one => (one.Id, one.StruckReason)).ShouldBe([(right.Value.Id, ""), (wrong.Id, "日期写错了")]);
        var days = (await Office.Calendar.BetweenAsync(
            SchedulingOffice.Account, new DateOnly(2026, 1, 18), new DateOnly(2026, 1, 19), Office.Editor, Cancellation)).Value;
        days.Select(day => day.ByHand.ShouldHaveSingleItem().StruckAt is not null).ShouldBe([true, false]);
        (await SilenceAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task It_is_struck_out_once_with_a_reason_and_by_who_may_register()
    {
        var wrong = (await RegisterAsync("2026-01-19 15:00", SendingAct.MassSend, Address, "王主任")).Value;
        var foreign = await Office.Reviewing.TakesOnAsync("foreign", [(SchedulingOffice.Other, StaffRole.DutyOfficer)]);

        (await Office.Striking.StrikeAsync(wrong.Id, "写错了", Office.Editor, Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("登记在公众平台网站手工发送的稿件");
        (await Office.Striking.StrikeAsync(wrong.Id, "写错了", Acting.CommandLine, Cancellation)).Refusal.ShouldNotBeNull();
        (await Office.Striking.StrikeAsync(wrong.Id, "写错了", foreign, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("没有编号为");
        (await Office.Website.ListAsync(SchedulingOffice.Account, foreign, Cancellation)).Refusal.ShouldNotBeNull();
        (await Office.Striking.StrikeAsync(wrong.Id, "  ", Office.Planner, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("理由");
        (await Office.Striking.StrikeAsync(wrong.Id, new string('长', 201), Office.Planner, Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("200");
        (await SilenceAsync()).ShouldBe(1);

        (await Office.Striking.StrikeAsync(wrong.Id, "写错了", Office.Planner, Cancellation)).Refusal.ShouldBeNull();
        (await Office.Striking.StrikeAsync(wrong.Id, "再划一次", Office.Planner, Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("已经由 planner 划去");
    }

    private async Task<int?> SilenceAsync() => (await Office.SilenceAsync())?.Days;

    private Task<Outcome<WebsiteSending>> RegisterAsync(string officeTime, SendingAct act, string address, params string[] reviewers) =>
        Office.Website.RegisterAsync(
            SchedulingOffice.Account,
            new NewWebsiteSending(address, "手工发送", At(officeTime), act, reviewers),
            Office.Planner,
            Cancellation);

    public sealed class OnSqlite() : SilenceTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : SilenceTests(server);
}
