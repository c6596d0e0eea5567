using WeChatBridge.Publishing;
using WeChatBridge.Simulator;
using WeChatBridge.Simulator.Api.Mass;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>What is due goes out, once, as it was examined.</summary>
public sealed class SendingWhatIsDueTests : SendingTests
{
    [Fact]
    public async Task A_publication_goes_out_when_it_is_due_and_gets_its_address()
    {
        var article = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("停水通知"));
        var id = await Newsroom.PlansAsync(SendingAct.Publish, Now + (5 * Minute), article);
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Scheduled);
        Calls(AddDraft).ShouldBe(0);

        await Bridge.PassesAsync(5 * Minute);
        await Bridge.PassesAsync(Moment);

        var sent = Platform.Publications.All.ShouldHaveSingleItem();
        var publication = await IsAsync(id, PublicationState.Published);
        publication.TaskId.ShouldBe(sent.PublishId);
        publication.PlatformArticleId.ShouldBe(sent.ArticleId);
        publication.DataId.ShouldBe($"{sent.MessageDataId}");
        publication.Items.ShouldHaveSingleItem().Url.ShouldStartWith("http://mp.weixin.qq.com/s?");
        sent.Articles.ShouldHaveSingleItem().ContentSourceUrl.ShouldBe("https://www.example.gov.cn/1.html");
        (await Newsroom.SeesTrailAsync(id)).ShouldBe(["publication.begin", "publication.submitted", "publication.published"]);
        (await Newsroom.SeesAllAsync<SendingAttempt>()).OrderBy(attempt => attempt.Id).Select(attempt => (attempt.Step, attempt.Outcome)).ShouldBe(
        [
            (SendingStep.Cover, AttemptOutcome.Done),
            (SendingStep.Draft, AttemptOutcome.Done),
            (SendingStep.DraftComparison, AttemptOutcome.Done),
            (SendingStep.Publish, AttemptOutcome.Done),
        ]);
    }

    [Fact]
    public async Task A_mass_send_of_several_articles_reaches_followers_as_one_message()
    {
        var first = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("停水通知"));
        var second = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("医保缴费"));
        var id = await Newsroom.PlansAsync(SendingAct.MassSend, Now, first, second);

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        var publication = await IsAsync(id, PublicationState.Published);
        publication.Items.Select(item => item.Title).ShouldBe(["停水通知", "医保缴费"]);
        publication.Items.ShouldAllBe(item => item.Url.Length > 0);
        var sent = Platform.MassSends.All.ShouldHaveSingleItem();
        sent.ClientMessageId.ShouldBe(publication.ClientMessageId);
        sent.ClientMessageId.Length.ShouldBe(32);
        Bridge.Follower("zhengwu").Chat.ShouldHaveSingleItem().Articles.Select(card => card.Title).ShouldBe(["停水通知", "医保缴费"]);
    }

    [Fact]
    public async Task A_draft_for_the_website_is_left_in_the_box_and_goes_no_further()
    {
        var id = await Newsroom.HasDueAsync(SendingAct.DraftOnly, "停水通知");

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        (await IsAsync(id, PublicationState.DraftReady)).StopWords.ShouldContain("草稿");
        Platform.Drafts.All.ShouldHaveSingleItem();
        (Calls(Submit), Calls(SendAll)).ShouldBe((0, 0));
        (await Newsroom.SeesTrailAsync(id)).ShouldBe(["publication.begin", "publication.draft-ready"]);
    }

    [Fact]
    public async Task Of_three_that_are_due_the_first_fails_and_the_others_go_out()
    {
        Spoil(FaultKind.ErrorCode, AddDraft, 45166);
        var first = await Newsroom.HasDueAsync(SendingAct.Publish, "一");
        var second = await Newsroom.HasDueAsync(SendingAct.Publish, "二");
        var third = await Newsroom.HasDueAsync(SendingAct.Publish, "三");

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        (await IsStoppedAsync(first, StopReason.ContentRejected)).StopWords.ShouldContain("正文含有微信不接受的内容");
        await IsAsync(second, PublicationState.Published);
        await IsAsync(third, PublicationState.Published);
        Platform.Publications.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_broken_one_does_not_stop_the_others()
    {
        var broken = await Newsroom.HasDueAsync(SendingAct.Publish, "一");
        await Bridge.StoreIsChangedAsync($"UPDATE Publications SET Act = 'Nonsense' WHERE Id = {broken}");
        var whole = await Newsroom.HasDueAsync(SendingAct.Publish, "二");

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        await IsAsync(whole, PublicationState.Published);
        Bridge.Log.ShouldContain(line => line.Contains($"Publication {broken} could not be taken further"));
    }

    [Fact]
    public async Task A_restart_before_the_due_time_changes_nothing()
    {
        var article = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("停水通知"));
        var id = await Newsroom.PlansAsync(SendingAct.Publish, Now + (5 * Minute), article);
        await Bridge.RestartsAsync();
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Scheduled);

        await Bridge.PassesAsync(5 * Minute);
        await Bridge.PassesAsync(Moment);

        await IsAsync(id, PublicationState.Published);
        Calls(Submit).ShouldBe(1);
    }

    [Theory]
    [InlineData(119, true)]
    [InlineData(126, false)]
    public async Task What_fell_due_while_the_machine_was_off_goes_out_within_the_limit_and_asks_a_person_after_it(int minutes, bool goesOut)
    {
        var article = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("停水通知"));
        var id = await Newsroom.PlansAsync(SendingAct.Publish, Now + Minute, article);

        await Bridge.IsSwitchedOffForAsync(minutes * Minute);
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        if (goesOut)
        {
            await IsAsync(id, PublicationState.Published);
        }
        else
        {
            (await IsStoppedAsync(id, StopReason.Late)).StopWords.ShouldContain("120 分钟");
            Calls(AddDraft).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Two_workers_at_once_send_it_once()
    {
        var one = await Newsroom.HasDueAsync(SendingAct.Publish, "一");
        var other = await Newsroom.HasDueAsync(SendingAct.MassSend, "二");

        await Bridge.DueIsWorkedOffByAsync(workers: 4);
        await Bridge.PassesAsync(Moment);

        await IsAsync(one, PublicationState.Published);
        await IsAsync(other, PublicationState.Published);
        (Calls(Submit), Calls(SendAll), Calls(AddDraft)).ShouldBe((1, 1, 2));
    }

    [Fact]
    public async Task Nothing_of_a_paused_account_goes_out()
    {
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        await Bridge.StoreIsChangedAsync(
            "INSERT INTO AccountSendings (AccountKey, IsPaused, PauseReason, PausedBy, IsDraftOnly, Revision) VALUES ('zhengwu', 1, '有误', 'officer', 0, 0)");

        await Bridge.PassesAsync(5 * Minute);

        await IsAsync(id, PublicationState.Scheduled);
        (Calls(AddDraft), Calls(SendAll)).ShouldBe((0, 0));
        await Bridge.StoreIsChangedAsync("UPDATE AccountSendings SET IsPaused = 0");
        await Bridge.PassesAsync(Moment);
        await Bridge.PassesAsync(Moment);
        await IsAsync(id, PublicationState.Published);
    }

    [Fact]
    public async Task An_approval_taken_back_before_the_due_time_stops_the_whole_message()
    {
        var first = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("一"));
        var second = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("二"));
        var id = await Newsroom.PlansAsync(SendingAct.MassSend, Now, first, second);
        (await Newsroom.TakesBackAsync(second.ContentHash)).Refusal.ShouldBeNull();

        await Bridge.DueIsWorkedOffAsync();

        (await IsStoppedAsync(id, StopReason.NotReleased)).StopWords.ShouldContain("二");
        (Calls(AddDraft), Calls(SendAll)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Once_the_sending_has_begun_no_approval_can_be_taken_back()
    {
        var article = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("停水通知"));
        await Newsroom.PlansAsync(SendingAct.Publish, Now, article);

        await Bridge.DueIsWorkedOffAsync();

        (await Newsroom.TakesBackAsync(article.ContentHash)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_version_that_is_still_being_examined_does_not_go_out()
    {
        var (_, planned) = await Newsroom.SubmitsAsync(await Newsroom.WritesAsync("停水通知"));
        var id = await Newsroom.PlansAsync(SendingAct.Publish, Now, planned);

        await Bridge.DueIsWorkedOffAsync();

        await IsStoppedAsync(id, StopReason.NotReleased);
        Calls(AddDraft).ShouldBe(0);
    }

    [Fact]
    public async Task What_the_platform_lost_of_a_draft_is_shown_and_not_sent()
    {
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知", "<p>供水时间有变化。</p><p><button>请点这里</button></p>");

        await Bridge.DueIsWorkedOffAsync();

        (await IsStoppedAsync(id, StopReason.ContentLost)).StopWords.ShouldContain("正文文字变了（原 12 字，现 8 字）");
        Calls(Submit).ShouldBe(0);
    }

    [Fact]
    public async Task Marks_that_no_reader_misses_are_no_loss()
    {
        var id = await Newsroom.HasDueAsync(
            SendingAct.Publish, "停水通知", "<div id=\"a\" class=\"b\"><p style=\"position:fixed;color:red\">供水时间有变化。</p></div>");

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        await IsAsync(id, PublicationState.Published);
    }

    [Theory]
    [InlineData("err(20001)", nameof(PublicationState.Refused), "涉嫌政治")]
    [InlineData("err(40002)", nameof(PublicationState.Stopped), "30 分钟")]
    [InlineData("send fail", nameof(PublicationState.Refused), "平台没有说明原因")]
    public async Task A_mass_send_the_platform_refuses_late_says_why(string outcome, string state, string words)
    {
        Platform.MassSends.EndNextWith(
            outcome == "send fail" ? MassEnding.Failure : MassEnding.Refusal(int.Parse(outcome[4..^1], System.Globalization.CultureInfo.InvariantCulture)));
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        (await IsAsync(id, Enum.Parse<PublicationState>(state))).StopWords.ShouldContain(words);
        Bridge.Follower("zhengwu").Chat.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_publication_the_platform_refuses_late_names_the_article()
    {
        Platform.Publications.EndNextWith(Simulator.Api.Publishing.PublishStatus.ReviewRejected, 2);
        var first = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("一"));
        var second = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("二"));
        var id = await Newsroom.PlansAsync(SendingAct.Publish, Now, first, second);

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        var publication = await IsAsync(id, PublicationState.Refused);
        publication.StopWords.ShouldContain("审核没有通过");
        publication.Items.Select(item => item.HasFailed).ShouldBe([false, true]);
        (await Newsroom.SeesTrailAsync(id))[^1].ShouldBe("publication.refused");
    }
}
