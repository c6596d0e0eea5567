using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Scheduling;

public abstract class SettlingTests(StoreSource source) : SchedulingTests(source)
{
    private const string Address = "https://mp.weixin.qq.com/s/abcdefg";
    private const string Evidence = "后台“发表记录”里有这一条";

    [Fact]
    public async Task A_person_found_it_published_and_says_where_and_by_what_evidence()
    {
        var id = await UnknownAsync();

        (await Office.Settling.SettleAsPublishedAsync(await Office.OnAsync(id), [Address], Evidence, Cancellation)).Refusal.ShouldBeNull();

        var sheet = (await Office.Publications.ShowAsync(id, Office.Planner, Cancellation)).Value;
        (sheet.Publication.State, sheet.Publication.Items.Single().Url).ShouldBe((PublicationState.Published, Address));
        var settlement = sheet.Settlements.ShouldHaveSingleItem();
        (settlement.As, settlement.Evidence, settlement.By).ShouldBe((SettledAs.Published, Evidence, "planner"));
        var entry = (await Office.AuditedAsync())[^1];
        entry.Action.ShouldBe("publication.settle");
        entry.Detail.ShouldContain("found Published; evidence sha256 ");
        entry.Detail.ShouldNotContain(Evidence);
    }

    [Fact]
    public async Task A_person_found_that_nothing_went_out_and_it_is_tried_again()
    {
        var id = await UnknownAsync();

        (await Office.Settling.SettleAsNotSentAsync(await Office.OnAsync(id), Evidence, Cancellation)).Refusal.ShouldBeNull();

        var stopped = await Office.PublicationAsync(id);
        (stopped.State, stopped.StopReason).ShouldBe((PublicationState.Stopped, StopReason.NotSent));
        (await Office.AuditedAsync())[^1].Detail.ShouldContain("found NotSent; evidence sha256 ");
        (await Office.Rescheduling.RetryAsync(await Office.OnAsync(id), Cancellation)).Refusal.ShouldBeNull();
        (await Office.PublicationAsync(id)).State.ShouldBe(PublicationState.Scheduled);
    }

    [Theory]
    [InlineData("", Address, "依据")]
    [InlineData("   ", Address, "依据")]
    [InlineData(Evidence, "https://example.org/s/abcdefg", "不是公众号文章的网址")]
    [InlineData(Evidence, "https://mp.weixin.qq.com.example.org/s/a", "不是公众号文章的网址")]
    [InlineData(Evidence, "mp.weixin.qq.com/s/a", "不是公众号文章的网址")]
    public async Task Without_evidence_or_with_another_sites_address_nothing_is_settled(string evidence, string address, string words)
    {
        var id = await UnknownAsync();

        (await Office.Settling.SettleAsPublishedAsync(await Office.OnAsync(id), [address], evidence, Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain(words);

        (await Office.PublicationAsync(id)).State.ShouldBe(PublicationState.OutcomeUnknown);
        (await CountAsync<Settlement>()).ShouldBe(0);
    }

    [Fact]
    public async Task While_the_worker_looks_it_up_nobody_settles_it_for_the_call_may_just_be_repeated()
    {
        var id = await UnknownAsync();
        await Office.WorkerLooksUpAsync(id, "2026-01-20 10:15");

        (await Office.Settling.SettleAsNotSentAsync(await Office.OnAsync(id), Evidence, Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("正在向平台查证");
        (await Office.Settling.SettleAsPublishedAsync(await Office.OnAsync(id), [Address], Evidence, Cancellation)).IsDone.ShouldBeFalse();
        Office.ItBecomes("2026-01-20 10:15");
        (await Office.Settling.SettleAsNotSentAsync(await Office.OnAsync(id), Evidence, Cancellation)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Each_article_has_its_own_address()
    {
        var id = (await Office.PlansAsync(
            "2026-01-21 09:30", await Office.ReleasesAsync("一"), await Office.ReleasesAsync("二"))).Id;
        await Office.WorkerSendsAsync(id, "2026-01-21 09:30", PublicationState.OutcomeUnknown);

        (await Office.Settling.SettleAsPublishedAsync(await Office.OnAsync(id), [Address], Evidence, Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("需要按顺序给出 2 个网址，现在有 1 个");
        (await Office.Settling.SettleAsPublishedAsync(await Office.OnAsync(id), [Address, Address + "2"], Evidence, Cancellation)).Refusal
            .ShouldBeNull();
        (await Office.PublicationAsync(id)).Items.OrderBy(item => item.Position).Select(item => item.Url).ShouldBe([Address, Address + "2"]);
    }

    [Fact]
    public async Task Only_what_is_unknown_is_settled_and_only_a_draft_is_entered()
    {
        var id = (await Office.PlansAsync("2026-01-21 09:30", await Office.ReleasesAsync("供水通知"))).Id;

        (await Office.Settling.SettleAsPublishedAsync(await Office.OnAsync(id), [Address], Evidence, Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("已安排");
        (await Office.Settling.SettleAsNotSentAsync(await Office.OnAsync(id), Evidence, Cancellation)).IsDone.ShouldBeFalse();
        (await Office.Settling.EnterAsync(await Office.OnAsync(id), Sent("2026-01-20 09:00"), Cancellation)).IsDone.ShouldBeFalse();
        (await CountAsync<WebsiteSending>()).ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_sent_by_hand_is_published_where_the_person_says_and_counts_once()
    {
        var id = await DraftAsync("2026-01-21 09:30");
        Office.ItBecomes("2026-01-21 11:00");

        (await Office.Settling.EnterAsync(await Office.OnAsync(id), Sent("2026-01-21 10:00"), Cancellation)).Refusal.ShouldBeNull();

        var kept = await Office.PublicationAsync(id);
        (kept.State, kept.Items.Single().Url, kept.EndedAt).ShouldBe((PublicationState.Published, Address, At("2026-01-21 10:00")));
        var next = await Office.ReleasesAsync("下一篇");
        (await Office.IsToldAsync("2026-01-21 15:00", next)).Allowance.ShouldNotBeNull().OnDay.ShouldBe(1);
        (await Office.AuditedAsync()).Single(entry => entry.Action == "publication.enter").Detail.ShouldContain("by hand MassSend");
    }

    [Fact]
    public async Task A_draft_that_was_entered_wrongly_is_struck_out_and_waits_again()
    {
        var id = await DraftAsync("2026-01-21 09:30");
        Office.ItBecomes("2026-01-21 11:00");
        (await Office.Settling.EnterAsync(await Office.OnAsync(id), Sent("2026-01-21 10:00"), Cancellation)).Refusal.ShouldBeNull();
        var entered = (await Office.Website.ListAsync(SchedulingOffice.Account, Office.Planner, Cancellation)).Value.ShouldHaveSingleItem();
        var next = await Office.ReleasesAsync("下一篇");

        (await Office.Striking.StrikeAsync(entered.Id, "贴错了网址", Office.Planner, Cancellation)).Refusal.ShouldBeNull();

        var waiting = await Office.PublicationAsync(id);
        (waiting.State, waiting.Items.Single().Url).ShouldBe((PublicationState.DraftReady, ""));
        waiting.StopWords.ShouldContain("已划去");
        (await Office.IsToldAsync("2026-01-21 15:00", next)).Allowance.ShouldNotBeNull().OnDay.ShouldBe(0);
        (await Office.AuditedAsync()).Single(entry => entry.Action == "publication.entry-struck").Subject.ShouldBe($"publication/{id}");

        (await Office.Settling.EnterAsync(await Office.OnAsync(id), Sent("2026-01-21 10:30"), Cancellation)).Refusal.ShouldBeNull();
        (await Office.PublicationAsync(id)).Items.Single().Url.ShouldBe(Address);
        (await Office.IsToldAsync("2026-01-21 15:00", next)).Allowance.ShouldNotBeNull().OnDay.ShouldBe(1);
    }

    [Fact]
    public async Task How_a_draft_was_sent_is_said_and_not_in_the_future()
    {
        var id = await DraftAsync("2026-01-21 09:30");

        (await Office.Settling.EnterAsync(await Office.OnAsync(id), Sent("2026-01-20 10:01"), Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("不能晚于现在");
        (await Office.Settling.EnterAsync(
            await Office.OnAsync(id), Sent("2026-01-20 09:00") with { Act = SendingAct.DraftOnly }, Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("群发会通知关注者");
        (await Office.Settling.EnterAsync(await Office.OnAsync(id), Sent("2026-01-20 10:00"), Cancellation)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_out_and_has_no_address_is_given_one_by_a_person_and_only_once()
    {
        var id = (await Office.PlansAsync(
            "2026-01-21 09:30", await Office.ReleasesAsync("一"), await Office.ReleasesAsync("二"))).Id;
        await Office.WorkerSendsAsync(id, "2026-01-21 09:30");

        (await AddsAsync(id, "https://example.org/s/a", Address)).ShouldNotBeNull().ShouldContain("不是公众号文章的网址");
        (await AddsAsync(id, Address)).ShouldNotBeNull().ShouldContain("第 1、2 篇，需要按顺序给出 2 个网址，现在有 1 个");
        (await AddsAsync(id, Address, Address + "?scene=1")).ShouldNotBeNull().ShouldContain("同一篇文章");
        (await AddsAsync(id, Address, Address + "2")).ShouldBeNull();

        (await Office.PublicationAsync(id)).Items.OrderBy(item => item.Position).Select(item => item.Url).ShouldBe([Address, Address + "2"]);
        var entry = (await Office.AuditedAsync())[^1];
        (entry.Action, entry.Actor).ShouldBe(("publication.enter-address", "planner"));
        entry.Detail.ShouldNotContain(Address);
        (await AddsAsync(id, Address)).ShouldNotBeNull().ShouldContain("都已经有网址");
        var waiting = await DraftAsync("2026-01-22 09:30");
        (await AddsAsync(waiting, Address)).ShouldNotBeNull().ShouldContain("草稿已备好");
        (await Office.Settling.EnterAsync(await Office.OnAsync(waiting), Sent("2026-01-20 09:00"), Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain($"是发布计划 {id} 的文章");
    }

    [Fact]
    public async Task A_draft_that_was_registered_as_sent_on_the_website_before_is_entered_and_counts_once()
    {
        var id = await DraftAsync("2026-01-21 09:30");
        Office.ItBecomes("2026-01-21 11:00");
        var registered = await RegistersAsync(Address + "?scene=126");

        (await Office.Settling.EnterAsync(await Office.OnAsync(id), Sent("2026-01-21 10:00"), Cancellation)).Refusal.ShouldBeNull();

        (await Office.PublicationAsync(id)).State.ShouldBe(PublicationState.Published);
        var (struck, entered) = ((await WebsiteAsync()).Single(one => one.Id == registered), (await WebsiteAsync()).Single(one => one.Id != registered));
        (struck.StruckBy, struck.StruckReason).ShouldBe(("planner", $"与发布计划 {id} 是同一次发送，已并入"));
        (entered.PublicationId, entered.StruckAt).ShouldBe((id, null));
        var next = await Office.ReleasesAsync("下一篇");
        (await Office.IsToldAsync("2026-01-21 15:00", next)).Allowance.ShouldNotBeNull().OnDay.ShouldBe(1);
        (await Office.AuditedAsync()).Select(one => one.Action).Where(one => one is "website-sending.strike" or "publication.enter")
            .ShouldBe(["website-sending.strike", "publication.enter"]);
    }

    [Fact]
    public async Task An_unknown_end_that_was_registered_as_sent_on_the_website_is_settled_and_counts_once()
    {
        var id = await UnknownAsync();
        Office.ItBecomes("2026-01-21 11:00");
        await RegistersAsync(Address);

        (await Office.Settling.SettleAsPublishedAsync(await Office.OnAsync(id), [Address], Evidence, Cancellation)).Refusal.ShouldBeNull();

        (await WebsiteAsync()).ShouldHaveSingleItem().StruckAt.ShouldNotBeNull();
        var next = await Office.ReleasesAsync("下一篇");
        (await Office.IsToldAsync("2026-01-21 15:00", next)).Allowance.ShouldNotBeNull().OnDay.ShouldBe(1);
    }

    [Fact]
    public async Task Who_may_not_schedule_settles_nothing()
    {
        var (unknown, draft) = (await UnknownAsync(), await DraftAsync("2026-01-22 09:30"));
        var foreign = await Office.Reviewing.TakesOnAsync("foreign", [(SchedulingOffice.Other, StaffRole.DutyOfficer)]);

        foreach (var by in new[] { Office.Editor, foreign })
        {
            var act = await Office.OnAsync(unknown, by);
            (await Office.Settling.SettleAsPublishedAsync(act, [Address], Evidence, Cancellation)).IsDone.ShouldBeFalse();
            (await Office.Settling.SettleAsNotSentAsync(act, Evidence, Cancellation)).IsDone.ShouldBeFalse();
            (await Office.Settling.AddAddressesAsync(act, [Address], Cancellation)).IsDone.ShouldBeFalse();
            (await Office.Settling.EnterAsync(await Office.OnAsync(draft, by), Sent("2026-01-20 09:00"), Cancellation)).IsDone.ShouldBeFalse();
        }

        (await Office.PublicationAsync(unknown)).State.ShouldBe(PublicationState.OutcomeUnknown);
        (await Office.PublicationAsync(draft)).State.ShouldBe(PublicationState.DraftReady);
        await using var context = Contexts.CreateDbContext();
        (await context.Set<Settlement>().AnyAsync(Cancellation)).ShouldBeFalse();
    }

    private static DraftSentByHand Sent(string officeTime) => new([Address], At(officeTime), SendingAct.MassSend);

    private async Task<string?> AddsAsync(long id, params string[] addresses) =>
        (await Office.Settling.AddAddressesAsync(await Office.OnAsync(id), addresses, Cancellation)).Refusal;

    private async Task<long> RegistersAsync(string address)
    {
        var said = new NewWebsiteSending(address, "草稿", At("2026-01-21 10:00"), SendingAct.MassSend, ["王主任"]);
        return (await Office.Website.RegisterAsync(SchedulingOffice.Account, said, Office.Planner, Cancellation)).Value.Id;
    }

    private async Task<IReadOnlyList<WebsiteSending>> WebsiteAsync() =>
        (await Office.Website.ListAsync(SchedulingOffice.Account, Office.Planner, Cancellation)).Value;

    private async Task<long> UnknownAsync()
    {
        var id = (await Office.PlansAsync("2026-01-21 09:30", await Office.ReleasesAsync("不知道发没发"))).Id;
        await Office.WorkerSendsAsync(id, "2026-01-21 09:30", PublicationState.OutcomeUnknown);
        return id;
    }

    private async Task<long> DraftAsync(string due)
    {
        var id = (await Office.PlansAsync(due, await Office.ReleasesAsync("草稿", SendingAct.DraftOnly))).Id;
        await Office.WorkerLeavesDraftAsync(id);
        return id;
    }

    public sealed class OnSqlite() : SettlingTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : SettlingTests(server);
}
