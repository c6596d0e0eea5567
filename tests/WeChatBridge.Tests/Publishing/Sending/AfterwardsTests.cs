using System.Text.Json.Nodes;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Simulator;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>What has gone out is taken back by two people, counted, and told from what was not sent from here.</summary>
public sealed class AfterwardsTests : SendingTests
{
    [Theory]
    [InlineData(nameof(SendingAct.Publish))]
    [InlineData(nameof(SendingAct.MassSend))]
    public async Task What_is_public_is_taken_back_when_a_second_person_confirms(string act)
    {
        var id = await IsPublishedAsync(Enum.Parse<SendingAct>(act));
        var proposed = await Bridge.Withdrawals.ProposeAsync(Newsroom.Officer, new("zhengwu", id), "时间写错了", Cancellation);
        proposed.Refusal.ShouldBeNull();
        (await Bridge.Withdrawals.ConfirmAsync(Newsroom.Officer, "zhengwu", proposed.Value.Id, Cancellation))
            .Refusal.ShouldNotBeNull().ShouldContain("另一人");
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Published);

        (await Bridge.Withdrawals.ConfirmAsync(Newsroom.Reviewer, "zhengwu", proposed.Value.Id, Cancellation)).Refusal.ShouldBeNull();
        await Bridge.DueIsWorkedOffAsync();

        (await IsAsync(id, PublicationState.Withdrawn)).StopWords.ShouldContain("时间写错了");
        Platform.Publications.All.ShouldAllBe(sent => !sent.IsPublic);
        Platform.MassSends.All.ShouldAllBe(sent => sent.Status == Simulator.Api.Mass.MassStatus.Deleted);
        (await Newsroom.SeesTrailAsync(id)).TakeLast(3).ShouldBe(["withdrawal.propose", "withdrawal.confirm", "publication.withdrawn"]);
    }

    [Fact]
    public async Task One_article_of_several_is_taken_back_alone()
    {
        var first = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("一"));
        var second = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("二"));
        var id = await Newsroom.PlansAsync(SendingAct.Publish, Now, first, second);
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        await IsTakenBackAsync(id, position: 1);

        var publication = await IsAsync(id, PublicationState.Published);
        publication.Items.Select(item => item.WithdrawnAt is not null).ShouldBe([false, true]);
        Platform.Publications.All.ShouldHaveSingleItem().DeletedIndexes.ShouldBe([2]);
    }

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_is_looked_up_and_not_made_again()
    {
        var id = await IsPublishedAsync(SendingAct.Publish);
        Spoil(FaultKind.DropAfterActing, "/cgi-bin/freepublish/delete");

        await IsTakenBackAsync(id, position: null);
        await IsAsync(id, PublicationState.Published);
        await Bridge.PassesAsync(6 * Minute);

        await IsAsync(id, PublicationState.Withdrawn);
        Calls("/cgi-bin/freepublish/delete").ShouldBe(1);
    }

    [Theory]
    [InlineData(nameof(SendingAct.Publish))]
    [InlineData(nameof(SendingAct.MassSend))]
    public async Task What_a_person_found_to_be_out_has_no_number_here_and_is_deleted_on_the_website(string act)
    {
        var id = await IsPublishedAsync(Enum.Parse<SendingAct>(act));
        await Bridge.StoreIsChangedAsync("UPDATE Publications SET TaskId = '', PlatformArticleId = ''");

        await IsTakenBackAsync(id, position: null);

        await IsAsync(id, PublicationState.Published);
        var withdrawal = (await Bridge.Withdrawals.ListAsync(Newsroom.Officer, "zhengwu", Cancellation)).Value.ShouldHaveSingleItem();
        withdrawal.State.ShouldBe(WithdrawalState.Refused);
        withdrawal.Words.ShouldContain("公众平台网站上删除");
        Calls("/cgi-bin/freepublish/delete").ShouldBe(0);
    }

    [Fact]
    public async Task Only_those_who_plan_may_take_back_and_only_what_is_public()
    {
        var id = await Newsroom.PlansAsync(
            SendingAct.Publish, Now + (5 * Minute), await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("一")));
        var target = new WithdrawalTarget("zhengwu", id);

        (await Bridge.Withdrawals.ProposeAsync(Newsroom.Editor, target, "写错了", Cancellation)).Refusal.ShouldNotBeNull();
        (await Bridge.Withdrawals.ProposeAsync(Newsroom.Officer, target, "写错了", Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("已经发出");
        (await Bridge.Withdrawals.ProposeAsync(Newsroom.Officer, target, " ", Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("理由");
        (await Bridge.Withdrawals.ListAsync(Newsroom.Editor, "zhengwu", Cancellation)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_somebody_published_past_this_system_is_shown_as_foreign_and_ours_is_not()
    {
        await IsPublishedAsync(SendingAct.Publish);
        var draft = Platform.Drafts.Find(await SomebodyDraftsAsync("未经审核的消息")).ShouldNotBeNull();
        await SomebodySubmitsAsync(draft.MediaId);
        await Bridge.PassesAsync(Moment);

        (await Bridge.Foreign.LookAsync(Newsroom.Officer, "zhengwu", Cancellation)).Refusal.ShouldBeNull();
        (await Bridge.Foreign.LookAsync(Newsroom.Officer, "zhengwu", Cancellation)).Value.ShouldBe(0);

        var foreign = (await Bridge.Foreign.ListAsync(Newsroom.Officer, "zhengwu", Cancellation)).Value.ShouldHaveSingleItem();
        foreign.Title.ShouldBe("未经审核的消息");
        foreign.Url.ShouldNotBeEmpty();
        (await Bridge.Foreign.ListAsync(Newsroom.Editor, "zhengwu", Cancellation)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Reading_figures_are_fetched_the_next_morning_and_corrected_later()
    {
        var id = await IsPublishedAsync(SendingAct.Publish);
        var publication = await Newsroom.SeesAsync(id);
        var day = new DateOnly(2099, 3, 4);
        CountsReaders(day, publication.DataId, 120);
        Bridge.WeChat.Clock.StandStill(new DateTimeOffset(2099, 3, 5, 7, 59, 0, TimeSpan.FromHours(8)));
        await Bridge.RoundsAreMadeAsync();
        (await Newsroom.SeesAllAsync<ArticleFigures>()).ShouldBeEmpty();

        Bridge.WeChat.Clock.StandStill(new DateTimeOffset(2099, 3, 5, 8, 30, 0, TimeSpan.FromHours(8)));
        await Bridge.RoundsAreMadeAsync();
        await Bridge.RoundsAreMadeAsync();

        var figures = (await Newsroom.SeesAllAsync<ArticleFigures>()).ShouldHaveSingleItem();
        (figures.ItemId, figures.UpTo, figures.Readers).ShouldBe((publication.Items[0].Id, day, 120));
        Calls("/datacube/getarticletotaldetail").ShouldBe(1);
    }

    private void CountsReaders(DateOnly day, string dataId, int readers) => Platform.Statistics.Add("getarticletotaldetail", day, new JsonObject
    {
        ["msgid"] = $"{dataId}_1",
        ["title"] = "停水通知",
        ["detail_list"] = new JsonArray(new JsonObject { ["stat_date"] = day.ToString("yyyy-MM-dd"), ["read_user"] = readers }),
    });

    private async Task<long> IsPublishedAsync(SendingAct act)
    {
        var id = await Newsroom.HasDueAsync(act, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);
        await IsAsync(id, PublicationState.Published);
        return id;
    }

    private async Task IsTakenBackAsync(long id, int? position)
    {
        var proposed = await Bridge.Withdrawals.ProposeAsync(Newsroom.Officer, new("zhengwu", id, position), "时间写错了", Cancellation);
        proposed.Refusal.ShouldBeNull();
        (await Bridge.Withdrawals.ConfirmAsync(Newsroom.Reviewer, "zhengwu", proposed.Value.Id, Cancellation)).Refusal.ShouldBeNull();
        await Bridge.DueIsWorkedOffAsync();
    }

    // Another program of the same account, with its own hands on the platform.
    private async Task<string> SomebodyDraftsAsync(string title)
    {
        var id = await Newsroom.HasDueAsync(SendingAct.DraftOnly, title);
        await Bridge.DueIsWorkedOffAsync();
        return (await IsAsync(id, PublicationState.DraftReady)).DraftMediaId;
    }

    private async Task SomebodySubmitsAsync(string mediaId) => await Bridge.SomebodyPostsAsync(Submit, $$"""{"media_id":"{{mediaId}}"}""");
}
