using System.Text.Json.Nodes;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Simulator;
using WeChatBridge.Tests.Storage;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>What has gone out is taken back by two people, counted, and told from what was not sent from here.</summary>
public abstract class AfterwardsTests(StoreSource source) : SendingTests(source)
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
        await Bridge.StoreIsChangedAsync("UPDATE \"Publications\" SET \"TaskId\" = '', \"PlatformArticleId\" = ''");

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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_person_sent_from_our_draft_is_ours_and_can_be_taken_back(bool isEnteredBefore)
    {
        var id = await SomebodySendsOurDraftAsync();
        var address = Platform.Publications.All.ShouldHaveSingleItem().Url(0);
        var copied = address.Replace("http:", "https:").Replace("#rd", "&chksm=c2f0&scene=27#wechat_redirect");
        if (isEnteredBefore)
        {
            await IsEnteredAsync(id, copied);
        }

        (await Bridge.Foreign.LookAsync(Newsroom.Officer, "zhengwu", Cancellation)).Value.ShouldBe(isEnteredBefore ? 0 : 1);
        if (!isEnteredBefore)
        {
            await IsEnteredAsync(id, copied);
            (await Bridge.Foreign.LookAsync(Newsroom.Officer, "zhengwu", Cancellation)).Value.ShouldBe(0);
        }

        (await Bridge.Foreign.ListAsync(Newsroom.Officer, "zhengwu", Cancellation)).Value.ShouldBeEmpty();
        (await IsAsync(id, PublicationState.Published)).PlatformArticleId.ShouldBe(Platform.Publications.All[0].ArticleId);
        (await Newsroom.SeesTrailAsync(id)).ShouldContain("publication.named");
        await IsTakenBackAsync(id, position: null);
        await IsAsync(id, PublicationState.Withdrawn);
        Platform.Publications.All.ShouldAllBe(sent => !sent.IsPublic);
    }

    [Fact]
    public async Task Nobody_sent_a_draft_before_it_was_made_or_in_the_future()
    {
        var id = await Newsroom.HasDueAsync(SendingAct.DraftOnly, "停水通知");
        var made = Now;
        await Bridge.DueIsWorkedOffAsync();
        Bridge.WeChat.Clock.StandStill(made.AddHours(2));

        (await EntersAsync(id, "https://mp.weixin.qq.com/s/hand", SendingAct.MassSend, made.AddMinutes(-1))).ShouldNotBeNull()
            .ShouldContain("这份草稿是2099年3月4日（周三）10:00才存进草稿箱的");
        (await EntersAsync(id, "https://mp.weixin.qq.com/s/hand", SendingAct.MassSend, Now + Minute)).ShouldNotBeNull()
            .ShouldContain("不能晚于现在");
        await IsAsync(id, PublicationState.DraftReady);
        (await EntersAsync(id, "https://mp.weixin.qq.com/s/hand", SendingAct.MassSend, new(2099, 3, 4, 10, 0, 0, TimeSpan.FromHours(8))))
            .ShouldBeNull();
    }

    [Fact]
    public async Task By_its_short_address_it_is_known_by_its_words()
    {
        var id = await SomebodySendsOurDraftAsync();
        await IsEnteredAsync(id, "https://mp.weixin.qq.com/s/hand", SendingAct.Publish);

        (await Bridge.Foreign.LookAsync(Newsroom.Officer, "zhengwu", Cancellation)).Value.ShouldBe(0);

        (await IsAsync(id, PublicationState.Published)).PlatformArticleId.ShouldBe(Platform.Publications.All[0].ArticleId);
    }

    [Fact]
    public async Task Other_words_under_the_same_title_are_not_ours()
    {
        var id = await SomebodySendsOurDraftAsync(withWords: "<p>没有审过的话</p>");
        await IsEnteredAsync(id, "https://mp.weixin.qq.com/s/hand", SendingAct.Publish);

        (await Bridge.Foreign.LookAsync(Newsroom.Officer, "zhengwu", Cancellation)).Value.ShouldBe(1);

        (await IsAsync(id, PublicationState.Published)).PlatformArticleId.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_staff_registered_as_sent_on_the_website_is_accounted_for_until_it_is_struck_out()
    {
        await SomebodySubmitsAsync(await SomebodyDraftsAsync("手工发的通知"));
        await Bridge.PassesAsync(Moment);
        (await Bridge.Foreign.LookAsync(Newsroom.Officer, "zhengwu", Cancellation)).Value.ShouldBe(1);
        var said = new NewWebsiteSending(
            Platform.Publications.All[0].Url(0).Replace("http:", "https:"), "手工发的通知", Now, SendingAct.Publish, ["王五"]);

        var registered = await Bridge.Website.RegisterAsync("zhengwu", said, Newsroom.Officer, Cancellation);

        registered.Refusal.ShouldBeNull();
        (await Bridge.Foreign.ListAsync(Newsroom.Officer, "zhengwu", Cancellation)).Value.ShouldBeEmpty();
        (await Bridge.Striking.StrikeAsync(registered.Value.Id, "登记错了", Newsroom.Officer, Cancellation)).Refusal.ShouldBeNull();
        (await Bridge.Foreign.ListAsync(Newsroom.Officer, "zhengwu", Cancellation)).Value.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("http://mp.weixin.qq.com/s?__biz=Mz%3D%3D&mid=22&idx=1&sn=ab#rd", "https://mp.weixin.qq.com/s?sn=ab&idx=1&mid=22&__biz=Mz==&scene=21", true)]
    [InlineData("https://mp.weixin.qq.com/s?__biz=Mz==&amp;mid=22&amp;sn=ab", "https://mp.weixin.qq.com/s?__biz=Mz==&mid=22&idx=1&sn=ab", true)]
    [InlineData("https://mp.weixin.qq.com/s/aBc?scene=1#x", "http://mp.weixin.qq.com/s/aBc/", true)]
    [InlineData("https://mp.weixin.qq.com/s/aBc", "https://mp.weixin.qq.com/s/abc", false)]
    [InlineData("https://mp.weixin.qq.com/s?__biz=Mz==&mid=22&idx=1&sn=ab", "https://mp.weixin.qq.com/s?__biz=Mz==&mid=22&idx=2&sn=ab", false)]
    [InlineData("https://example.org/s/aBc", "https://example.org/s/aBc", false)]
    public void Addresses_of_one_article_are_told_to_be_the_same(string one, string other, bool isSame) =>
        ArticleAddress.AreSame(one, other).ShouldBe(isSame);

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

    /// <summary>Our draft lies ready, and a person publishes it, perhaps after changing its words.</summary>
    private async Task<long> SomebodySendsOurDraftAsync(string withWords = "")
    {
        var id = await Newsroom.HasDueAsync(SendingAct.DraftOnly, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        var draft = Platform.Drafts.Find((await IsAsync(id, PublicationState.DraftReady)).DraftMediaId).ShouldNotBeNull();
        if (withWords.Length > 0)
        {
            await Bridge.SomebodyPostsAsync(
                "/cgi-bin/draft/update",
                $$$"""{"media_id":"{{{draft.MediaId}}}","index":0,"articles":{"title":"停水通知","content":"{{{withWords}}}","thumb_media_id":"{{{draft.Articles[0].ThumbMediaId}}}"}}""",
                "errcode");
        }

        await SomebodySubmitsAsync(draft.MediaId);
        await Bridge.PassesAsync(Moment);
        return id;
    }

    private async Task IsEnteredAsync(long id, string address, SendingAct act = SendingAct.MassSend) =>
        (await EntersAsync(id, address, act, Now)).ShouldBeNull();

    private async Task<string?> EntersAsync(long id, string address, SendingAct act, DateTimeOffset at) => (await Bridge.Settling.EnterAsync(
        new PublicationAct(id, (await Newsroom.SeesAsync(id)).Revision, Newsroom.Officer),
        new DraftSentByHand([address], at, act),
        Cancellation)).Refusal;

    private async Task SomebodySubmitsAsync(string mediaId) => await Bridge.SomebodyPostsAsync(Submit, $$"""{"media_id":"{{mediaId}}"}""");

    public sealed class OnSqlite() : AfterwardsTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : AfterwardsTests(server);
}
