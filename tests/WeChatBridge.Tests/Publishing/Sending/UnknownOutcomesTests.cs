using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Simulator;
using WeChatBridge.Simulator.Api.Mass;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>Calls and events that are lost: looked up, never repeated on a guess.</summary>
public sealed class UnknownOutcomesTests : SendingTests
{
    [Fact]
    public async Task A_submission_that_timed_out_before_acting_is_not_repeated_and_asks_a_person()
    {
        Spoil(FaultKind.DropBeforeActing, Submit);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        (await IsAsync(id, PublicationState.OutcomeUnknown)).StopWords.ShouldContain("可能已经发出，也可能没有");

        await LooksAreOverAsync(id);

        var publication = await IsAsync(id, PublicationState.OutcomeUnknown);
        publication.StopWords.ShouldContain("草稿还在草稿箱里");
        Calls(Submit).ShouldBe(1);
        Platform.Publications.All.ShouldBeEmpty();
        (await Newsroom.SeesTrailAsync(id)).ShouldBe(["publication.begin", "publication.unknown"]);
    }

    [Fact]
    public async Task A_submission_that_timed_out_after_acting_is_found_among_what_is_public()
    {
        Spoil(FaultKind.DropAfterActing, Submit);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.OutcomeUnknown);

        await Bridge.PassesAsync(2 * Minute);

        var publication = await IsAsync(id, PublicationState.Published);
        publication.PlatformArticleId.ShouldBe(Platform.Publications.All.ShouldHaveSingleItem().ArticleId);
        publication.Items.ShouldHaveSingleItem().Url.ShouldNotBeEmpty();
        Calls(Submit).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_article_published_earlier_is_not_taken_for_the_lost_one()
    {
        var article = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("停水通知"));
        await Newsroom.PlansAsync(SendingAct.Publish, Now, article);
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);
        Spoil(FaultKind.DropBeforeActing, Submit);
        var again = await Newsroom.PlansAsync(SendingAct.Publish, Now, article);

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(2 * Minute);

        await IsAsync(again, PublicationState.OutcomeUnknown);
        Platform.Publications.All.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(FaultKind.DropBeforeActing)]
    [InlineData(FaultKind.DropAfterActing)]
    public async Task A_mass_send_that_timed_out_is_asked_for_once_more_by_its_own_name_and_reaches_followers_once(FaultKind fault)
    {
        Spoil(fault, SendAll);
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.OutcomeUnknown);

        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PassesAsync(2 * Minute);

        await IsAsync(id, PublicationState.Published);
        Platform.MassSends.All.ShouldHaveSingleItem();
        Bridge.Follower("zhengwu").Chat.ShouldHaveSingleItem();
        Calls(SendAll).ShouldBe(2);
    }

    [Fact]
    public async Task A_mass_send_whose_repetition_is_lost_too_is_left_to_a_person()
    {
        Spoil(FaultKind.DropBeforeActing, SendAll, times: 2);
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        await Bridge.DueIsWorkedOffAsync();

        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PassesAsync(60 * Minute);

        (await IsAsync(id, PublicationState.OutcomeUnknown)).AskAgainAt.ShouldBeNull();
        Calls(SendAll).ShouldBe(2);
    }

    [Fact]
    public async Task A_repetition_that_comes_too_fast_waits_a_minute()
    {
        Spoil(FaultKind.DropAfterActing, SendAll);
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        Spoil(FaultKind.ErrorCode, SendAll, 45066);

        await Bridge.PassesAsync(2 * Minute);
        await IsAsync(id, PublicationState.OutcomeUnknown);
        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PassesAsync(2 * Minute);

        await IsAsync(id, PublicationState.Published);
        Platform.MassSends.All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_mass_send_is_not_repeated_after_the_late_limit()
    {
        Spoil(FaultKind.DropAfterActing, SendAll);
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        await Bridge.DueIsWorkedOffAsync();

        await Bridge.IsSwitchedOffForAsync(TimeSpan.FromHours(3));
        await Bridge.DueIsWorkedOffAsync();

        (await IsAsync(id, PublicationState.OutcomeUnknown)).StopWords.ShouldContain("不会重发");
        Calls(SendAll).ShouldBe(1);
    }

    [Theory]
    [InlineData(nameof(SendingAct.Publish))]
    [InlineData(nameof(SendingAct.MassSend))]
    public async Task A_handing_over_begun_by_a_killed_worker_is_looked_up_before_anything_else(string act)
    {
        var id = await Newsroom.HasDueAsync(Enum.Parse<SendingAct>(act), "停水通知");
        await Newsroom.WasKilledAfterBeginningAsync(id, Enum.Parse<SendingStep>(act), "somedraft");

        await Bridge.DueIsWorkedOffAsync();

        await IsAsync(id, PublicationState.OutcomeUnknown);
        (Calls(AddDraft), Calls(Submit), Calls(SendAll)).ShouldBe((0, 0, 0));
        (await Newsroom.SeesAllAsync<SendingAttempt>()).ShouldHaveSingleItem().Outcome.ShouldBe(AttemptOutcome.Unknown);
    }

    [Fact]
    public async Task A_process_killed_while_it_hands_over_leaves_it_to_the_next_which_finds_it_published()
    {
        Spoil(FaultKind.Latency, Submit, delay: TimeSpan.FromHours(1));
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        var killed = Bridge.DueIsWorkedOffAsync();
        while (Platform.Publications.All.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        await Bridge.IsKilledAsync();
        await Bridge.PassesAsync(ClaimBook.Lease + Minute);
        await IsAsync(id, PublicationState.OutcomeUnknown);
        await Bridge.PassesAsync(2 * Minute);

        var publication = await IsAsync(id, PublicationState.Published);
        publication.TaskId.ShouldBe(Platform.Publications.All.ShouldHaveSingleItem().PublishId);
        (await Newsroom.SeesAllAsync<UnmatchedOutcome>()).ShouldBeEmpty();
        await Task.WhenAny(killed);
        Calls(Submit).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_draft_whose_answer_was_lost_is_found_by_its_words_and_used()
    {
        Spoil(FaultKind.DropAfterActing, AddDraft);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Sending);

        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PassesAsync(Moment);

        await IsAsync(id, PublicationState.Published);
        Calls(AddDraft).ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_that_never_arrived_is_made_again()
    {
        Spoil(FaultKind.DropBeforeActing, AddDraft);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();

        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PassesAsync(Moment);

        await IsAsync(id, PublicationState.Published);
        Calls(AddDraft).ShouldBe(2);
        Platform.Publications.All.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(nameof(SendingAct.Publish))]
    [InlineData(nameof(SendingAct.MassSend))]
    public async Task An_event_that_is_lost_is_made_up_for_by_asking(string act)
    {
        Platform.Jobs.LoseNextEvents(1);
        var id = await Newsroom.HasDueAsync(Enum.Parse<SendingAct>(act), "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Submitted);

        await Bridge.PassesAsync(2 * Minute);

        await IsAsync(id, PublicationState.Published);
        (Calls("/cgi-bin/freepublish/get") + Calls("/cgi-bin/message/mass/get")).ShouldBe(1);
    }

    [Fact]
    public async Task An_event_that_comes_twice_has_its_effect_once()
    {
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);
        var report = (await Platform.Jobs.EventsDeliveredAsync(Cancellation)).ShouldHaveSingleItem();

        await Bridge.WeChat.Delivery.DeliverAsync(report.Message, Cancellation);

        await IsAsync(id, PublicationState.Published);
        (await Newsroom.SeesTrailAsync(id)).Count(action => action == "publication.published").ShouldBe(1);
        (await Newsroom.SeesAllAsync<UnmatchedOutcome>()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(SendingAct.Publish))]
    [InlineData(nameof(SendingAct.MassSend))]
    public async Task An_event_that_comes_before_the_answer_waits_for_it(string act)
    {
        Spoil(FaultKind.Latency, act == nameof(SendingAct.Publish) ? Submit : SendAll, delay: TimeSpan.FromSeconds(4));
        var id = await Newsroom.HasDueAsync(Enum.Parse<SendingAct>(act), "停水通知");

        await Bridge.DueIsWorkedOffAsync();

        var publication = await IsAsync(id, PublicationState.Published);
        publication.TaskId.ShouldNotBeEmpty();
        publication.Items.ShouldHaveSingleItem().Url.ShouldNotBeEmpty();
        (await Newsroom.SeesTrailAsync(id)).ShouldBe(["publication.begin", "publication.submitted", "publication.published"]);
        (await Newsroom.SeesAllAsync<UnmatchedOutcome>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_that_comes_after_the_question_still_tells_why_a_mass_send_failed()
    {
        Platform.MassSends.EndNextWith(MassEnding.Refusal(40002));
        Platform.Jobs.LoseNextEvents(1);
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(2 * Minute);
        var refused = await IsAsync(id, PublicationState.Refused);
        refused.StopWords.ShouldContain("没有说明原因");

        await Bridge.WeChatTellsAsync("MASSSENDJOBFINISH", ("MsgID", refused.TaskId), ("Status", "err(40002)"));

        (await IsStoppedAsync(id, StopReason.NotConfirmed)).StopWords.ShouldContain("30 分钟");
    }

    [Fact]
    public async Task A_task_without_any_outcome_for_a_day_asks_a_person()
    {
        Platform.Publications.Duration = TimeSpan.FromDays(3);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        for (var i = 0; i < 30 && (await Newsroom.SeesAsync(id)).State == PublicationState.Submitted; i++)
        {
            Bridge.WeChat.Clock.StandStill(Now + TimeSpan.FromHours(1));
            await Bridge.DueIsWorkedOffAsync();
        }

        (await IsAsync(id, PublicationState.OutcomeUnknown)).StopWords.ShouldContain("已有一天");
        Calls("/cgi-bin/freepublish/get").ShouldBeInRange(20, 30);
    }

    private async Task LooksAreOverAsync(long id)
    {
        for (var i = 0; i < 10 && (await Newsroom.SeesAsync(id)).AskAgainAt is { } next; i++)
        {
            Bridge.WeChat.Clock.StandStill(next + TimeSpan.FromSeconds(1));
            await Bridge.DueIsWorkedOffAsync();
        }

        (await Newsroom.SeesAsync(id)).AskAgainAt.ShouldBeNull();
    }
}
