using System.Text.Json.Nodes;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Simulator;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>How often articles were read is shown, and where nothing is known, why.</summary>
public sealed class ReadingFiguresTests : SendingTests
{
    private const string Figures = "/datacube/getarticletotaldetail";

    private static readonly DateOnly Day = new(2099, 3, 4);

    [Fact]
    public async Task Who_has_a_part_in_what_goes_out_sees_how_it_was_read_and_when_that_was_fetched()
    {
        var id = await IsPublishedAsync();
        Counts(await Newsroom.SeesAsync(id), (Day, 120, 7), (Day.AddDays(1), 180, 9));
        await FetchedAtAsync(6);

        var newest = (await ListAsync(Newsroom.Editor)).Value.ShouldHaveSingleItem();
        newest.Missing.ShouldBeNull();
        var day = newest.Days[^1];
        (newest.Item.Title, day.UpTo, day.Readers, day.Sharers, day.FetchedAt).ShouldBe(("停水通知", Day.AddDays(1), 180, 9, At(6, 8, 30)));
        var each = (await ShowAsync(id)).Value.ShouldHaveSingleItem();
        each.Days.Select(one => (one.UpTo, one.Readers)).ShouldBe([(Day, 120), (Day.AddDays(1), 180)]);
    }

    [Fact]
    public async Task Who_has_none_sees_nothing()
    {
        var id = await IsPublishedAsync();
        var foreign = await Newsroom.TakesOnElsewhereAsync(StaffRole.SigningOfficer);

        (await ListAsync(foreign)).Refusal.ShouldNotBeNull().ShouldContain("安排发布");
        (await Bridge.Figures.ShowAsync(id, foreign, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("没有编号为");
        (await ListAsync(Acting.Installer)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task On_the_day_itself_and_in_the_morning_it_says_that_nothing_is_counted_yet()
    {
        await IsPublishedAsync();
        (await WhyAsync()).ShouldContain("还没有统计");

        Bridge.WeChat.Clock.StandStill(At(5, 7, 0));
        (await WhyAsync()).ShouldContain("还没有为这个公众号取过数据");
    }

    [Fact]
    public async Task Where_the_right_is_missing_it_says_what_the_platform_said()
    {
        await IsPublishedAsync();
        Spoil(FaultKind.ErrorCode, Figures, code: 48001, times: null);

        await FetchedAtAsync(5);

        (await WhyAsync()).ShouldContain("2099年3月5日（周四）08:30去取时，微信平台没有给");
        (await WhyAsync()).ShouldContain("48001");
    }

    [Fact]
    public async Task Once_the_right_is_back_the_refusal_is_forgotten()
    {
        var id = await IsPublishedAsync();
        Spoil(FaultKind.ErrorCode, Figures, code: 48001);
        await FetchedAtAsync(5);
        Counts(await Newsroom.SeesAsync(id), (Day, 3, 0));

        Bridge.WeChat.Clock.StandStill(At(5, 9, 45));
        await Bridge.RoundsAreMadeAsync();

        (await ListAsync(Newsroom.Officer)).Value.ShouldHaveSingleItem().Days.ShouldHaveSingleItem().Readers.ShouldBe(3);
        (await Newsroom.SeesAllAsync<SendingRound>()).Single(round => round.Kind == RoundKind.Figures && round.AccountKey == Newsroom.Account)
            .Words.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_article_that_is_not_among_the_platforms_figures_is_said_to_be_so()
    {
        await IsPublishedAsync();

        await FetchedAtAsync(5);

        (await WhyAsync()).ShouldContain("里没有这一篇，可能还没有人读过");
    }

    [Fact]
    public async Task A_draft_a_person_sent_on_the_website_is_known_by_its_address_alone()
    {
        var id = await Newsroom.HasDueAsync(SendingAct.DraftOnly, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        var refused = await ShowAsync(id);
        refused.Refusal.ShouldNotBeNull().ShouldContain("还没有公开");

        var act = new PublicationAct(id, (await Newsroom.SeesAsync(id)).Revision, Newsroom.Officer);
        (await Bridge.Settling.EnterAsync(
            act, new DraftSentByHand(["https://mp.weixin.qq.com/s/hand"], Now, SendingAct.MassSend), Cancellation)).Refusal.ShouldBeNull();
        await FetchedAtAsync(5);
        (await WhyAsync()).ShouldContain("由人在公众平台网站发表");

        Counts(await Newsroom.SeesAsync(id), "https://mp.weixin.qq.com/s/hand", (Day, 12, 0));
        await FetchedAtAsync(6);
        (await ShowAsync(id)).Value.ShouldHaveSingleItem().Days.ShouldHaveSingleItem().Readers.ShouldBe(12);
    }

    [Fact]
    public async Task A_mass_send_whose_event_was_lost_gets_its_address_from_the_figures()
    {
        var id = await IsMassSentWithoutEventAsync();
        (await Newsroom.SeesAsync(id)).Items.ShouldHaveSingleItem().Url.ShouldBeEmpty();
        Counts(await Newsroom.SeesAsync(id), "https://mp.weixin.qq.com/s/pushed", (Day, 12, 0));

        await FetchedAtAsync(5);
        await FetchedAtAsync(6);

        (await Newsroom.SeesAsync(id)).Items.ShouldHaveSingleItem().Url.ShouldBe("https://mp.weixin.qq.com/s/pushed");
        (await Newsroom.SeesTrailAsync(id)).Count(action => action == "publication.address").ShouldBe(1);
    }

    [Fact]
    public async Task What_the_figures_call_an_address_and_is_none_of_the_platforms_is_not_taken()
    {
        var id = await IsMassSentWithoutEventAsync();
        Counts(await Newsroom.SeesAsync(id), "https://example.org/s/pushed", (Day, 12, 0));

        await FetchedAtAsync(5);

        (await Newsroom.SeesAsync(id)).Items.ShouldHaveSingleItem().Url.ShouldBeEmpty();
        (await ShowAsync(id)).Value.ShouldHaveSingleItem().Days.ShouldHaveSingleItem().Readers.ShouldBe(12);
    }

    [Fact]
    public async Task Who_asks_for_a_round_that_is_being_made_waits_for_it()
    {
        var id = await IsPublishedAsync();
        Counts(await Newsroom.SeesAsync(id), (Day, 120, 7));
        Spoil(FaultKind.Latency, Figures, delay: TimeSpan.FromSeconds(3));
        Bridge.WeChat.Clock.StandStill(At(5, 8, 30));

        Task[] both = [Bridge.RoundsAreMadeAsync(), Bridge.RoundsAreMadeAsync()];
        await Task.WhenAny(both);

        (await ShowAsync(id)).Value.ShouldHaveSingleItem().Days.ShouldHaveSingleItem().Readers.ShouldBe(120);
        await Task.WhenAll(both);
    }

    [Fact]
    public async Task What_was_taken_back_before_it_was_counted_is_said_to_be_so()
    {
        var id = await IsPublishedAsync();
        var proposed = await Bridge.Withdrawals.ProposeAsync(Newsroom.Officer, new("zhengwu", id), "时间写错了", Cancellation);
        (await Bridge.Withdrawals.ConfirmAsync(Newsroom.Reviewer, "zhengwu", proposed.Value.Id, Cancellation)).Refusal.ShouldBeNull();
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Withdrawn);

        await FetchedAtAsync(5);

        (await WhyAsync()).ShouldContain("已经撤稿");
    }

    [Fact]
    public void An_account_without_keys_an_old_article_and_one_that_failed_say_why()
    {
        var publication = Publication.Schedule(
            Newsroom.Account, SendingAct.Publish, null, At(4, 9, 0), [new PlannedArticle("article/1", "", "停水通知")], "officer", At(4, 8, 0));
        publication.ComeOut("task", "article", At(4, 9, 1));
        var item = publication.Items[0];

        new MissingFigures(HasKeys: false, null, At(20, 9, 0)).Because(publication, item).ShouldContain("没有配置密钥");
        item.Fail();
        new MissingFigures(HasKeys: true, null, At(20, 9, 0)).Because(publication, item).ShouldContain("没有发成功");
    }

    private static DateTimeOffset At(int day, int hour, int minute) => new(2099, 3, day, hour, minute, 0, TimeSpan.FromHours(8));

    private Task<Outcome<IReadOnlyList<ReadArticle>>> ListAsync(Acting by) => Bridge.Figures.ListAsync(Newsroom.Account, 30, by, Cancellation);

    private Task<Outcome<IReadOnlyList<ReadArticle>>> ShowAsync(long id) => Bridge.Figures.ShowAsync(id, Newsroom.Reviewer, Cancellation);

    private async Task<string> WhyAsync()
    {
        var only = (await ListAsync(Newsroom.Reviewer)).Value.ShouldHaveSingleItem();
        only.Days.ShouldBeEmpty();
        return only.Missing.ShouldNotBeNull();
    }

    private void Counts(Publication publication, params (DateOnly Day, int Readers, int Sharers)[] days) => Counts(publication, "", days);

    private void Counts(Publication publication, string url, params (DateOnly Day, int Readers, int Sharers)[] days) =>
        Platform.Statistics.Add("getarticletotaldetail", Day, new JsonObject
        {
            ["msgid"] = $"{(publication.DataId.Length > 0 ? publication.DataId : "2247483647")}_1",
            ["title"] = "停水通知",
            ["content_url"] = url,
            ["detail_list"] = new JsonArray([.. days.Select(day => new JsonObject
            {
                ["stat_date"] = day.Day.ToString("yyyy-MM-dd"),
                ["read_user"] = day.Readers,
                ["share_user"] = day.Sharers,
            })]),
        });

    /// <summary>It is half past eight on that day, and the rounds are made.</summary>
    private async Task FetchedAtAsync(int day)
    {
        Bridge.WeChat.Clock.StandStill(At(day, 8, 30));
        await Bridge.RoundsAreMadeAsync();
    }

    private async Task<long> IsMassSentWithoutEventAsync()
    {
        Platform.Jobs.LoseNextEvents(1);
        var id = await Newsroom.HasDueAsync(SendingAct.MassSend, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(2 * Minute);
        await IsAsync(id, PublicationState.Published);
        return id;
    }

    private async Task<long> IsPublishedAsync()
    {
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知");
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);
        await IsAsync(id, PublicationState.Published);
        return id;
    }
}
