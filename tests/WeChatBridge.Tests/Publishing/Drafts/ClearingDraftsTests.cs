using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Drafts;
using WeChatBridge.Simulator;
using WeChatBridge.Tests.Publishing.Sending;

namespace WeChatBridge.Tests.Publishing.Drafts;

/// <summary>A draft nobody needs any more is deleted, so that nobody at the website publishes it by mistake; every other one stays.</summary>
public sealed class ClearingDraftsTests : SendingTests
{
    private const string DeleteDraft = "/cgi-bin/draft/delete";
    private const string Compare = "/cgi-bin/draft/get";

    [Fact]
    public async Task A_sending_that_the_platform_refused_for_good_leaves_no_draft()
    {
        Spoil(FaultKind.ErrorCode, Submit, 99999);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Refused);
        Platform.Drafts.All.ShouldHaveSingleItem();

        await Bridge.PreviewsAreShownAsync();
        await Bridge.PreviewsAreShownAsync();

        Platform.Drafts.All.ShouldBeEmpty();
        Calls(DeleteDraft).ShouldBe(1);
        (await Newsroom.SeesTrailAsync(id)).ShouldBe(["publication.begin", "publication.refused", "draft.cleared"]);
    }

    [Fact]
    public async Task A_sending_stopped_by_the_days_limit_and_tried_again_leaves_no_draft_and_goes_out_once()
    {
        Spoil(FaultKind.ErrorCode, Submit, 45009);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await IsStoppedAsync(id, StopReason.QuotaExhausted);
        await Bridge.PreviewsAreShownAsync();
        Platform.Drafts.All.ShouldBeEmpty();

        (await Bridge.Rescheduling.RetryAsync(await SeenAsync(id), Cancellation)).Refusal.ShouldBeNull();
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);
        await Bridge.PreviewsAreShownAsync();

        await IsAsync(id, PublicationState.Published);
        Platform.Publications.All.ShouldHaveSingleItem();
        Platform.Drafts.All.ShouldBeEmpty();
        Calls(DeleteDraft).ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_the_person_is_told_to_look_at_stays_until_they_have_decided()
    {
        Spoil(FaultKind.ErrorCode, Submit, 53503);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        (await IsStoppedAsync(id, StopReason.ContentRejected)).StopWords.ShouldContain("打开草稿查看原因");
        await Bridge.PreviewsAreShownAsync();
        Platform.Drafts.All.ShouldHaveSingleItem();

        (await Bridge.Rescheduling.CancelAsync(await SeenAsync(id), Cancellation)).Refusal.ShouldBeNull();
        await Bridge.PreviewsAreShownAsync();

        Platform.Drafts.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_draft_of_an_earlier_sending_goes_and_the_one_that_is_sent_now_stays()
    {
        Spoil(FaultKind.ErrorCode, Submit, 53503);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        var earlier = Platform.Drafts.All.ShouldHaveSingleItem().MediaId;
        (await Bridge.Rescheduling.RetryAsync(await SeenAsync(id), Cancellation)).Refusal.ShouldBeNull();
        Spoil(FaultKind.ErrorCode, Submit, 45011);

        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Sending);
        Platform.Drafts.All.Count.ShouldBe(2);
        await Bridge.PreviewsAreShownAsync();

        Platform.Drafts.All.ShouldHaveSingleItem().MediaId.ShouldBe((await Newsroom.SeesAsync(id)).DraftMediaId);
        Platform.Drafts.Find(earlier).ShouldBeNull();
        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PassesAsync(Moment);
        await IsAsync(id, PublicationState.Published);
        Calls(DeleteDraft).ShouldBe(1);
    }

    [Theory]
    [InlineData(nameof(SendingAct.Publish))]
    [InlineData(nameof(SendingAct.MassSend))]
    public async Task While_nobody_knows_whether_it_is_out_nothing_is_deleted_and_found_not_sent_it_is(string act)
    {
        Spoil(FaultKind.DropBeforeActing, act == nameof(SendingAct.Publish) ? Submit : SendAll, times: 2);
        var id = await Newsroom.HasDueAsync(Enum.Parse<SendingAct>(act), "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.OutcomeUnknown);
        await Bridge.PreviewsAreShownAsync();
        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PreviewsAreShownAsync();
        await IsAsync(id, PublicationState.OutcomeUnknown);
        (Calls(DeleteDraft), Platform.Drafts.All.Count).ShouldBe((0, 1));

        (await Bridge.Settling.SettleAsNotSentAsync(await SeenAsync(id), "发表记录里没有", Cancellation)).Refusal.ShouldBeNull();
        await Bridge.PreviewsAreShownAsync();

        await IsStoppedAsync(id, StopReason.NotSent);
        (Calls(DeleteDraft), Platform.Drafts.All.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_draft_that_is_what_was_wanted_stays_until_it_is_called_off()
    {
        var id = await Newsroom.HasDueAsync(SendingAct.DraftOnly, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.DraftReady);
        await Bridge.LaterDraftsAreClearedAsync(TimeSpan.FromDays(2));
        Platform.Drafts.All.ShouldHaveSingleItem();
        Calls(DeleteDraft).ShouldBe(0);

        (await Bridge.Rescheduling.CancelAsync(await SeenAsync(id), Cancellation)).Refusal.ShouldBeNull();
        await Bridge.PreviewsAreShownAsync();

        Platform.Drafts.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_left_to_a_person_for_lack_of_the_right_stays_until_the_publication_is_called_off()
    {
        Spoil(FaultKind.RightWithdrawn, Submit);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.DraftReady);
        await Bridge.PreviewsAreShownAsync();
        Platform.Drafts.All.ShouldHaveSingleItem();

        (await Bridge.Rescheduling.CancelAsync(await SeenAsync(id), Cancellation)).Refusal.ShouldBeNull();
        await Bridge.PreviewsAreShownAsync();

        Platform.Drafts.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_deleted_is_tried_a_few_times_and_then_told_to_a_person()
    {
        Spoil(FaultKind.ErrorCode, Submit, 99999);
        Spoil(FaultKind.ErrorCode, DeleteDraft, 48004, times: null);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();

        for (var i = 0; i < 10; i++)
        {
            await Bridge.LaterDraftsAreClearedAsync(TimeSpan.FromHours(25));
        }

        Calls(DeleteDraft).ShouldBe(6);
        var left = (await Newsroom.SeesAllAsync<OwnDraft>()).ShouldHaveSingleItem();
        left.State.ShouldBe(OwnDraftState.Left);
        left.Words.ShouldContain("封禁");
        (await Newsroom.SeesTrailAsync(id)).ShouldBe(["publication.begin", "publication.refused", "draft.left"]);
    }

    [Theory]
    [InlineData(FaultKind.DropBeforeActing)]
    [InlineData(FaultKind.DropAfterActing)]
    public async Task A_deletion_whose_answer_is_lost_is_made_again_and_does_no_harm(FaultKind fault)
    {
        Spoil(FaultKind.ErrorCode, Submit, 99999);
        Spoil(fault, DeleteDraft);
        await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();

        await Bridge.PreviewsAreShownAsync();
        await Bridge.LaterDraftsAreClearedAsync(2 * Minute);

        Platform.Drafts.All.ShouldBeEmpty();
        (await Newsroom.SeesAllAsync<OwnDraft>()).ShouldHaveSingleItem().State.ShouldBe(OwnDraftState.Gone);
    }

    [Fact]
    public async Task A_draft_whose_name_was_never_learnt_is_found_by_its_words_and_no_other_one_is_touched()
    {
        Spoil(FaultKind.DropAfterActing, AddDraft);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Newsroom.HasDueAsync(SendingAct.DraftOnly, "别的");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Sending);
        // Before it is looked for, its approval is refused.
        var version = (await Newsroom.SeesAsync(id)).Items.Single().ContentHash;
        (await Newsroom.TakesBackAsync(version)).Refusal.ShouldBeNull();
        await Bridge.PassesAsync(2 * Minute);
        await IsStoppedAsync(id, StopReason.NotReleased);

        await Bridge.LaterDraftsAreClearedAsync(Minute);

        Platform.Drafts.All.ShouldHaveSingleItem().Articles.ShouldHaveSingleItem().Title.ShouldBe("别的");
    }

    [Fact]
    public async Task A_draft_somebody_worked_on_at_the_website_is_left_to_them()
    {
        Spoil(FaultKind.ErrorCode, Submit, 53503);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        var draft = Platform.Drafts.All.ShouldHaveSingleItem().MediaId;
        Platform.Drafts.Edit(draft, 0, article => article with { Title = "停水通知（修改）" });
        (await Bridge.Rescheduling.CancelAsync(await SeenAsync(id), Cancellation)).Refusal.ShouldBeNull();

        await Bridge.PreviewsAreShownAsync();

        Platform.Drafts.Find(draft).ShouldNotBeNull();
        Calls(DeleteDraft).ShouldBe(0);
        (await Newsroom.SeesAllAsync<OwnDraft>()).ShouldHaveSingleItem().Words.ShouldContain("有人在网站上改过");
        (await Newsroom.SeesTrailAsync(id))[^1].ShouldBe("draft.left");
    }

    [Fact]
    public async Task A_draft_that_reads_otherwise_stays_to_be_compared()
    {
        Spoil(FaultKind.ErrorCode, Compare, 40007);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await IsStoppedAsync(id, StopReason.ContentLost);

        await Bridge.PreviewsAreShownAsync();

        Platform.Drafts.All.ShouldHaveSingleItem();
        Calls(DeleteDraft).ShouldBe(0);
    }
}
