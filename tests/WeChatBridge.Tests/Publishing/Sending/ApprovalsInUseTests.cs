using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Reviews;
using WeChatBridge.Simulator;
using WeChatBridge.Simulator.Api.Mass;
using WeChatBridge.Tests.Storage;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>An approval is bound while its version is out, or may be; no longer once it is certain that nothing went out.</summary>
public abstract class ApprovalsInUseTests(StoreSource source) : SendingTests(source)
{
    private const string ReadDraft = "/cgi-bin/draft/get";

    // What only reads is asked again at once, three times.
    private const int EveryRepeat = 4;

    private const string InUse = "不能撤回审核";

    [Theory]
    [InlineData(45009, nameof(PublicationState.Stopped))]
    [InlineData(99999, nameof(PublicationState.Refused))]
    public async Task What_the_platform_did_not_take_lets_its_approval_be_taken_back(int code, string state)
    {
        Spoil(FaultKind.ErrorCode, Submit, code);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        var version = (await IsAsync(id, Enum.Parse<PublicationState>(state))).Items.Single().ContentHash;
        (await ReviewOfAsync(version)).UsedAt.ShouldBeNull();
        (await Newsroom.SeesWholeTrailAsync()).ShouldContain(entry => entry.Action == "review.use-ended" && entry.Detail.Contains(version));

        (await Newsroom.TakesBackAsync(version)).Refusal.ShouldBeNull();

        (await ReviewOfAsync(version)).State.ShouldBe(ReviewState.Withdrawn);
    }

    [Fact]
    public async Task Nothing_is_tried_again_whose_approval_was_taken_back()
    {
        var id = await StandsStillAsync("停水通知");
        var version = (await Newsroom.SeesAsync(id)).Items.Single().ContentHash;
        (await Newsroom.TakesBackAsync(version)).Refusal.ShouldBeNull();

        (await Bridge.Rescheduling.RetryAsync(await SeenAsync(id), Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("审核已被撤回：要发的请重新提交审核");

        await Bridge.DueIsWorkedOffAsync();
        Calls(Submit).ShouldBe(1);
    }

    [Fact]
    public async Task An_earlier_version_is_not_tried_again_once_a_later_one_is_approved()
    {
        var id = await StandsStillAsync("停水通知");
        var later = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("停水通知", "<p>明天停水。</p>"));

        (await Bridge.Rescheduling.RetryAsync(await SeenAsync(id), Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("已有更新的版本通过审核：请把发布计划改用新版本");

        var change = new PublicationChange(Now + Minute, [new PlannedVersion(later.SubjectId, later.ContentHash)]);
        (await Bridge.Rescheduling.ChangeAsync(await SeenAsync(id), change, Cancellation)).Refusal.ShouldBeNull();
        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PassesAsync(Moment);
        (await IsAsync(id, PublicationState.Published)).Items.Single().ContentHash.ShouldBe(later.ContentHash);
    }

    [Fact]
    public async Task The_worker_does_not_go_on_with_a_version_once_a_later_one_is_approved()
    {
        Spoil(FaultKind.ErrorCode, Submit, 45011);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Sending);
        await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("停水通知", "<p>明天停水。</p>"));

        await Bridge.PassesAsync(2 * Minute);

        var stopped = await IsStoppedAsync(id, StopReason.NotReleased);
        stopped.StopWords.ShouldContain("已有更新的版本通过审核");
        (await ReviewOfAsync(stopped.Items.Single().ContentHash)).State.ShouldBe(ReviewState.Superseded);
        Platform.Publications.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_that_was_written_over_while_it_was_sent_is_void_when_that_came_to_nothing()
    {
        Spoil(FaultKind.ErrorCode, Submit, 45011);
        Spoil(FaultKind.ErrorCode, Submit, 45009);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Sending);
        await Newsroom.SubmitsAsync(await Newsroom.WritesAsync("停水通知", "<p>明天停水。</p>"));
        await Bridge.PassesAsync(2 * Minute);
        await IsStoppedAsync(id, StopReason.QuotaExhausted);

        (await Bridge.Rescheduling.RetryAsync(await SeenAsync(id), Cancellation)).Refusal
            .ShouldNotBeNull().ShouldContain("这个版本已作废");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_version_that_was_only_saved_over_while_it_was_sent_is_void_too_unless_it_reads_as_before_again(bool isUndone)
    {
        Spoil(FaultKind.ErrorCode, Submit, 45011);
        Spoil(FaultKind.ErrorCode, Submit, 45009);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        var version = (await IsAsync(id, PublicationState.Sending)).Items.Single().ContentHash;
        await Newsroom.SavesAsync("停水通知", "");
        if (isUndone)
        {
            await Newsroom.SavesAsync("停水通知", version);
        }

        await Bridge.PassesAsync(2 * Minute);
        await IsStoppedAsync(id, StopReason.QuotaExhausted);

        (await ReviewOfAsync(version)).State.ShouldBe(isUndone ? ReviewState.Passed : ReviewState.Superseded);
    }

    [Fact]
    public async Task While_nobody_knows_the_approval_stays_bound_and_found_not_sent_it_is_free()
    {
        Spoil(FaultKind.DropBeforeActing, Submit);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        var version = (await IsAsync(id, PublicationState.OutcomeUnknown)).Items.Single().ContentHash;
        (await Newsroom.TakesBackAsync(version)).Refusal.ShouldNotBeNull().ShouldContain(InUse);

        (await Bridge.Settling.SettleAsNotSentAsync(await SeenAsync(id), "发表记录里没有", Cancellation)).Refusal.ShouldBeNull();

        (await Newsroom.TakesBackAsync(version)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task What_another_publication_has_sent_stays_bound()
    {
        var article = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("停水通知"));
        await Newsroom.PlansAsync(SendingAct.Publish, Now, article);
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);
        Spoil(FaultKind.ErrorCode, Submit, 45009);
        var again = await Newsroom.PlansAsync(SendingAct.Publish, Now, article);

        await Bridge.DueIsWorkedOffAsync();

        await IsStoppedAsync(again, StopReason.QuotaExhausted);
        (await Newsroom.TakesBackAsync(article.ContentHash)).Refusal.ShouldNotBeNull().ShouldContain(InUse);
    }

    [Fact]
    public async Task What_turns_out_to_be_public_after_all_is_bound_again()
    {
        Platform.MassSends.EndNextWith(MassEnding.Failure);
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);
        var refused = await IsAsync(id, PublicationState.Refused);
        var version = refused.Items.Single().ContentHash;
        (await ReviewOfAsync(version)).UsedAt.ShouldBeNull();

        await Bridge.WeChatTellsAsync("MASSSENDJOBFINISH", ("MsgID", refused.TaskId), ("Status", "send success"));

        await IsAsync(id, PublicationState.Published);
        (await Newsroom.TakesBackAsync(version)).Refusal.ShouldNotBeNull().ShouldContain(InUse);
    }

    [Theory]
    [InlineData(nameof(SendingAct.DraftOnly))]
    [InlineData(nameof(SendingAct.Publish))]
    public async Task A_draft_a_person_may_send_binds_the_approval_until_it_is_cleared(string act)
    {
        Spoil(FaultKind.RightWithdrawn, Submit);
        var id = await Newsroom.HasDueAsync(Enum.Parse<SendingAct>(act), "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        var version = (await IsAsync(id, PublicationState.DraftReady)).Items.Single().ContentHash;
        (await Newsroom.TakesBackAsync(version)).Refusal.ShouldNotBeNull().ShouldContain("草稿已备好等人发表");
        (await Bridge.Rescheduling.CancelAsync(await SeenAsync(id), Cancellation)).Refusal.ShouldBeNull();
        (await Newsroom.TakesBackAsync(version)).Refusal.ShouldNotBeNull().ShouldContain(InUse);

        await Bridge.PreviewsAreShownAsync();

        Platform.Drafts.All.ShouldBeEmpty();
        (await Newsroom.TakesBackAsync(version)).Refusal.ShouldBeNull();
        (await Newsroom.SeesWholeTrailAsync()).Count(entry => entry.Action == "review.use-ended").ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_that_is_left_to_a_person_because_another_sending_lost_the_right_binds_the_approval()
    {
        Spoil(FaultKind.DropBeforeActing, ReadDraft, times: EveryRepeat);
        var second = await Newsroom.HasDueAsync(SendingAct.Publish, "二");
        await Bridge.DueIsWorkedOffAsync();
        var version = (await IsAsync(second, PublicationState.Sending)).Items.Single().ContentHash;
        (await ReviewOfAsync(version)).UsedAt.ShouldBeNull();
        Spoil(FaultKind.RightWithdrawn, Submit);
        await Newsroom.HasDueAsync(SendingAct.Publish, "一");
        await Bridge.DueIsWorkedOffAsync();

        await Bridge.PassesAsync(2 * Minute);

        await IsAsync(second, PublicationState.DraftReady);
        (await Newsroom.TakesBackAsync(version)).Refusal.ShouldNotBeNull().ShouldContain(InUse);
    }

    [Fact]
    public async Task A_draft_whose_approval_was_taken_back_is_not_left_to_a_person()
    {
        Spoil(FaultKind.DropBeforeActing, ReadDraft, times: EveryRepeat);
        var second = await Newsroom.HasDueAsync(SendingAct.Publish, "二");
        await Bridge.DueIsWorkedOffAsync();
        var version = (await IsAsync(second, PublicationState.Sending)).Items.Single().ContentHash;
        Spoil(FaultKind.RightWithdrawn, Submit);
        await Newsroom.HasDueAsync(SendingAct.Publish, "一");
        await Bridge.DueIsWorkedOffAsync();
        (await Newsroom.TakesBackAsync(version)).Refusal.ShouldBeNull();

        await Bridge.PassesAsync(2 * Minute);
        await Bridge.PreviewsAreShownAsync();

        await IsStoppedAsync(second, StopReason.NotReleased);
        Platform.Drafts.All.ShouldHaveSingleItem().Articles.ShouldHaveSingleItem().Title.ShouldBe("一");
    }

    private async Task<long> StandsStillAsync(string title)
    {
        Spoil(FaultKind.ErrorCode, Submit, 45009);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, title);
        await Bridge.DueIsWorkedOffAsync();
        await IsStoppedAsync(id, StopReason.QuotaExhausted);
        return id;
    }

    private async Task<Review> ReviewOfAsync(string version) =>
        (await Newsroom.SeesAllAsync<Review>()).Single(review => review.ContentHash == version);

    public sealed class OnSqlite() : ApprovalsInUseTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : ApprovalsInUseTests(server);
}
