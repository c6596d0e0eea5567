using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Simulator;
using WeChatBridge.Tests.Storage;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>What the platform refuses is explained to a person, and never fails in silence.</summary>
public abstract class RefusedStepsTests(StoreSource source) : SendingTests(source)
{
    [Fact]
    public async Task When_the_days_mass_sends_are_used_up_the_message_stops_and_says_so()
    {
        var first = await Newsroom.HasDueAsync(SendingAct.MassSend, "一");
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);
        var second = await Newsroom.HasDueAsync(SendingAct.MassSend, "二");

        await Bridge.DueIsWorkedOffAsync();

        await IsAsync(first, PublicationState.Published);
        (await IsStoppedAsync(second, StopReason.QuotaExhausted)).StopWords.ShouldContain("群发次数已用完");
        Platform.MassSends.All.ShouldHaveSingleItem();
        (await Newsroom.SeesAccountAsync())?.IsPaused.ShouldBe(false);
    }

    [Fact]
    public async Task A_right_withdrawn_midway_leaves_the_draft_and_turns_the_account_to_drafts()
    {
        Spoil(FaultKind.RightWithdrawn, Submit);
        var first = await Newsroom.HasDueAsync(SendingAct.Publish, "一");
        await Bridge.DueIsWorkedOffAsync();

        (await IsAsync(first, PublicationState.DraftReady)).StopWords.ShouldContain("没有给本公众号发送的权限");
        (await Newsroom.SeesAccountAsync()).ShouldNotBeNull().IsDraftOnly.ShouldBeTrue();
        (await Newsroom.SeesTrailAsync(first)).ShouldBe(["publication.begin", "publication.draft-ready"]);

        var second = await Newsroom.HasDueAsync(SendingAct.Publish, "二");
        await Bridge.DueIsWorkedOffAsync();

        await IsAsync(second, PublicationState.DraftReady);
        Calls(Submit).ShouldBe(1);
        Platform.Drafts.All.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(40164, "IP 白名单")]
    [InlineData(40125, "AppSecret")]
    [InlineData(50002, "被限制")]
    public async Task An_account_that_is_turned_away_is_paused_with_the_reason(int code, string words)
    {
        Spoil(FaultKind.ErrorCode, AddDraft, code);
        var first = await Newsroom.HasDueAsync(SendingAct.Publish, "一");
        var second = await Newsroom.HasDueAsync(SendingAct.Publish, "二");

        await Bridge.DueIsWorkedOffAsync();

        (await IsStoppedAsync(first, StopReason.AccountRefused)).StopWords.ShouldContain(words);
        await IsAsync(second, PublicationState.Scheduled);
        var account = (await Newsroom.SeesAccountAsync()).ShouldNotBeNull();
        (account.IsPaused, account.PausedBy).ShouldBe((true, "publishing-worker"));
        account.PauseReason.ShouldContain(words);
        Calls(AddDraft).ShouldBe(1);
    }

    [Fact]
    public void A_refusal_that_comes_back_after_a_person_paused_holds_the_account_when_the_person_lets_go()
    {
        var account = AccountSending.Unhindered(Worlds.Newsroom.Account);
        account.Pause("发现错误", Newsroom.Officer.Name, Now).ShouldBeNull();

        account.PauseAfterRefusal("IP 白名单", Now + Minute);
        account.PauseAfterRefusal("额度", Now + (2 * Minute));

        (account.PausedBy, account.PauseReason).ShouldBe((Newsroom.Officer.Name, "发现错误"));
        account.PauseWords.ShouldContain("IP 白名单");
        account.Resume().ShouldBeNull();
        (account.IsPaused, account.PauseReason, account.PausedAt).ShouldBe((true, "IP 白名单", Now + Minute));
    }

    [Fact]
    public async Task A_pause_by_a_person_lies_over_the_platforms_and_both_are_lifted_one_by_one()
    {
        Spoil(FaultKind.ErrorCode, AddDraft, 40164);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "一");
        await Bridge.DueIsWorkedOffAsync();

        (await PauseAsync("发现错误")).Refusal.ShouldBeNull();
        await Bridge.PassesAsync(2 * Minute);
        (await PauseAsync("再暂停")).Refusal.ShouldNotBeNull().ShouldContain("理由：发现错误");
        var both = (await Newsroom.SeesAccountAsync()).ShouldNotBeNull();
        (both.PausedBy, both.PauseReason).ShouldBe((Newsroom.Officer.Name, "发现错误"));
        both.PauseWords.ShouldContain("IP 白名单");

        var platforms = (await ResumeAsync()).Value.Sending;

        (platforms.IsPaused, platforms.PausedBy).ShouldBe((true, "publishing-worker"));
        platforms.PauseReason.ShouldContain("IP 白名单");
        (await ResumeAsync()).Value.Sending.IsPaused.ShouldBeFalse();
        (await Newsroom.SeesAccountAsync())!.PauseWords.ShouldBeEmpty();
        await IsStoppedAsync(id, StopReason.AccountRefused);
    }

    [Fact]
    public async Task What_stands_still_when_the_right_is_lost_is_tried_again_as_a_draft_for_a_person()
    {
        Spoil(FaultKind.ErrorCode, Submit, 45009);
        Spoil(FaultKind.RightWithdrawn, Submit);
        var first = await Newsroom.HasDueAsync(SendingAct.Publish, "一");
        await Bridge.DueIsWorkedOffAsync();
        await IsStoppedAsync(first, StopReason.QuotaExhausted);
        var second = await Newsroom.HasDueAsync(SendingAct.Publish, "二");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(second, PublicationState.DraftReady);

        var retried = (await Bridge.Rescheduling.RetryAsync(await SeenAsync(first), Cancellation)).Value;

        retried.Preview.Concerns.Select(concern => concern.Kind).ShouldContain(ConcernKind.OnlyDraft);
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(first, PublicationState.DraftReady);
        Calls(Submit).ShouldBe(2);
        Platform.Publications.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_busy_moment_is_waited_for_and_the_message_then_goes_out_once()
    {
        Spoil(FaultKind.ErrorCode, SendAll, 42010);
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "一");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Sending);

        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PassesAsync(Moment);

        await IsAsync(id, PublicationState.Published);
        Platform.MassSends.All.ShouldHaveSingleItem();
        Calls(AddDraft).ShouldBe(1);
    }

    [Fact]
    public async Task What_does_not_get_through_within_the_limit_asks_a_person()
    {
        Spoil(FaultKind.ErrorCode, SendAll, 42010, times: null);
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "一");
        for (var i = 0; i < 15 && (await Newsroom.SeesAsync(id)).State != PublicationState.Stopped; i++)
        {
            await Bridge.PassesAsync(15 * Minute);
        }

        await IsStoppedAsync(id, StopReason.NotReached);
        Platform.MassSends.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_refusal_is_final_and_tells_the_code()
    {
        Spoil(FaultKind.ErrorCode, Submit, 99999);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "一");

        await Bridge.DueIsWorkedOffAsync();

        (await IsAsync(id, PublicationState.Refused)).StopWords.ShouldContain("99999");
        (await Newsroom.SeesTrailAsync(id)).ShouldBe(["publication.begin", "publication.refused"]);
    }

    [Fact]
    public async Task A_cover_somebody_deleted_on_the_website_is_uploaded_anew()
    {
        var cover = await Newsroom.KeepsPictureAsync();
        await Newsroom.PlansAsync(
            SendingAct.DraftOnly, Now, await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("一", cover: cover)));
        await Bridge.DueIsWorkedOffAsync();
        Spoil(FaultKind.ErrorCode, AddDraft, 40007);
        var second = await Newsroom.PlansAsync(
            SendingAct.DraftOnly, Now, await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("二", cover: cover)));
        await Bridge.DueIsWorkedOffAsync();

        await Bridge.PassesAsync(2 * Minute);

        await IsAsync(second, PublicationState.DraftReady);
        Calls("/cgi-bin/material/add_material").ShouldBe(2);
    }

    private Task<Outcome<SendingState>> PauseAsync(string reason) =>
        Bridge.Pauses.PauseAsync(Worlds.Newsroom.Account, reason, Newsroom.Officer, Cancellation);

    private Task<Outcome<SendingState>> ResumeAsync() => Bridge.Pauses.ResumeAsync(Worlds.Newsroom.Account, Newsroom.Officer, Cancellation);

    public sealed class OnSqlite() : RefusedStepsTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : RefusedStepsTests(server);
}
