using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Audience;
using WeChatBridge.Simulator.Api.Website;
using WeChatBridge.WeChat.Api.Basic;
using WeChatBridge.WeChat.Api.Comment;
using WeChatBridge.WeChat.Api.DataCube;
using WeChatBridge.WeChat.Api.Menu;
using WeChatBridge.WeChat.Errors;
using static WeChatBridge.WeChat.Tests.AgainstSimulator.Endings;

namespace WeChatBridge.WeChat.Tests.AgainstSimulator;

public sealed class RunningTheAccountTests
{
    private static readonly MenuButton[] Menu =
    [
        new() { Name = "查报告", Type = "click", Key = "REPORT" },
        new() { Name = "办事", SubButton = [new() { Name = "指南", Type = "view", Url = "https://example.org/?a=1&b=2" }] },
    ];

    private static CancellationToken Cancellation => SimulatedOffice.Cancellation;

    [Fact]
    public async Task A_menu_is_made_read_and_removed()
    {
        await using var office = await SimulatedOffice.StartAsync();
        (await RefusedAsync(office.Api.Menu.GetAsync(Cancellation))).Code.ShouldBe(46003);

        await DoneAsync(office.Api.Menu.CreateAsync(Menu, Cancellation));

        var made = (await DoneAsync(office.Api.Menu.GetAsync(Cancellation))).Menu.Button;
        made[1].SubButton!.ShouldHaveSingleItem().Url.ShouldBe("https://example.org/?a=1&b=2");
        var current = await DoneAsync(office.Api.Menu.GetCurrentAsync(Cancellation));
        current.IsMenuOpen.ShouldBeTrue();
        current.SelfmenuInfo!.Button[1].SubButton!.List.ShouldHaveSingleItem().Name.ShouldBe("指南");
        await DoneAsync(office.Api.Menu.DeleteAsync(Cancellation));
        office.Account.Menu.Buttons.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_menu_name_too_long_is_refused()
    {
        await using var office = await SimulatedOffice.StartAsync();

        var error = await RefusedAsync(office.Api.Menu.CreateAsync([Menu[0] with { Name = "六个汉字以上" }], Cancellation));

        error.Advice.ShouldContain("16 字节");
    }

    [Fact]
    public async Task The_websites_own_replies_are_read()
    {
        await using var office = await SimulatedOffice.StartAsync();
        office.Account.Website.FollowReplyOpen = true;
        office.Account.Website.FollowReply = new WebsiteReply("text", "欢迎关注😀");
        office.Account.Website.Rules =
        [
            new("年报", office.Platform.Clock.GetUtcNow(), ReplyAll: true, [new("年度报告", WholeMessage: false)])
            {
                Replies = [new("news", "") { Articles = [new("标题", "摘要", "作者", "https://example.org/c", "https://example.org/a", "")] }],
            },
        ];

        var replies = await DoneAsync(office.Api.AutoReply.GetCurrentAsync(Cancellation));

        replies.IsAddFriendReplyOpen.ShouldBeTrue();
        replies.AddFriendAutoreplyInfo!.Content.ShouldBe("欢迎关注😀");
        var rule = replies.KeywordAutoreplyInfo!.List.ShouldHaveSingleItem();
        rule.KeywordListInfo.ShouldHaveSingleItem().MatchMode.ShouldBe("contain");
        rule.CreateTime.ShouldBe(office.Platform.Clock.GetUtcNow());
        rule.ReplyListInfo[0].NewsInfo!.List.ShouldHaveSingleItem().Title.ShouldBe("标题");
    }

    [Fact]
    public async Task Comments_are_read_elected_answered_and_deleted()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var article = await PublishedAsync(office);
        var place = new ArticlePlace(long.Parse(article.MsgDataId), 0);
        office.Account.Comments.Add(place, "oReader", "写得好👍");

        var comment = (await ListAsync(office, article, CommentKind.All)).ShouldHaveSingleItem();
        comment.ShouldSatisfyAllConditions(
            () => comment.Content.ShouldBe("写得好👍"),
            () => comment.IsElected.ShouldBeFalse(),
            () => comment.CreateTime.ShouldBe(office.Platform.Clock.GetUtcNow()));
        await DoneAsync(office.Api.Comment.MarkElectAsync(article, comment.UserCommentId, Cancellation));
        (await ListAsync(office, article, CommentKind.Elected)).ShouldHaveSingleItem();
        await DoneAsync(office.Api.Comment.UnmarkElectAsync(article, comment.UserCommentId, Cancellation));
        (await ListAsync(office, article, CommentKind.Elected)).ShouldBeEmpty();
        await DoneAsync(office.Api.Comment.AddReplyAsync(article, comment.UserCommentId, "谢谢！", Cancellation));
        (await ListAsync(office, article, CommentKind.All))[0].Reply!.Content.ShouldBe("谢谢！");
        var twice = office.Api.Comment.AddReplyAsync(article, comment.UserCommentId, "谢谢！", Cancellation);
        (await RefusedAsync(twice)).Kind.ShouldBe(ErrorKind.AlreadyDone);
        await DoneAsync(office.Api.Comment.DeleteReplyAsync(article, comment.UserCommentId, Cancellation));
        (await ListAsync(office, article, CommentKind.All))[0].Reply.ShouldBeNull();
        await DoneAsync(office.Api.Comment.DeleteAsync(article, comment.UserCommentId, Cancellation));
        (await ListAsync(office, article, CommentKind.All)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Comments_are_closed_and_opened()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var article = await PublishedAsync(office);
        var place = new ArticlePlace(long.Parse(article.MsgDataId), 0);

        await DoneAsync(office.Api.Comment.CloseAsync(article, Cancellation));
        office.Account.Comments.IsOpen(place).ShouldBeFalse();
        await DoneAsync(office.Api.Comment.OpenAsync(article, Cancellation));
        office.Account.Comments.IsOpen(place).ShouldBeTrue();

        var elsewhere = office.Api.Comment.OpenAsync(article with { Index = 7 }, Cancellation);
        (await RefusedAsync(elsewhere)).Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task Figures_are_read_as_the_platform_counted_them()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var (cube, day) = (office.Api.DataCube, SimulatedOffice.Yesterday);
        Count(office, "getarticleread", """{"msgid":"12_1","detail":{"read_user_source":[{"user_count":4,"scene_desc":"全部"}]}}""");
        Count(office, "getarticleshare", """{"msgid":"12_1","detail":{"share_user":2}}""");
        Count(office, "getarticletotaldetail", """{"msgid":"12_1","detail_list":[{"stat_date":"2035-01-07","read_finish_rate":0.5}]}""");
        Count(office, "getbizsummary", """{"detail":{"read_user":9,"send_page_count":1}}""");
        Count(office, "getusersummary", """{"user_source":30,"new_user":3,"cancel_user":1}""");
        Count(office, "getusercumulate", """{"cumulate_user":1217}""");
        Count(office, "getupstreammsg", """{"msg_type":1,"msg_user":5,"msg_count":8}""");
        Count(office, "getinterfacesummary", """{"callback_count":8,"fail_count":1,"total_time_cost":900,"max_time_cost":300}""");

        (await DoneAsync(cube.GetArticleReadAsync(day, Cancellation))).List[0].Detail!.ReadUserSource[0].SceneDesc.ShouldBe("全部");
        (await DoneAsync(cube.GetArticleShareAsync(day, Cancellation))).List[0].Detail!.ShareUser.ShouldBe(2);
        (await DoneAsync(cube.GetArticleTotalDetailAsync(day, Cancellation))).List[0].DetailList[0].ReadFinishRate.ShouldBe(0.5);
        (await DoneAsync(cube.GetBizSummaryAsync(day, day, Cancellation))).List[0].Detail!.ReadUser.ShouldBe(9);
        (await DoneAsync(cube.GetUserSummaryAsync(day, day, Cancellation))).List.ShouldBe([new UserSummary(day, 30, 3, 1)]);
        (await DoneAsync(cube.GetUserCumulateAsync(day, day, Cancellation))).List.ShouldBe([new UserCumulate(day, 1217)]);
        (await DoneAsync(cube.GetUpstreamMessagesAsync(day, day, Cancellation))).List.ShouldBe([new UpstreamMessages(day, 1, 5, 8)]);
        var callbacks = await DoneAsync(cube.GetInterfaceSummaryAsync(day, day, Cancellation));
        callbacks.List.ShouldBe([new InterfaceSummary(day, 8, 1, 900, 300)]);
    }

    [Fact]
    public async Task Figures_of_today_are_asked_for_too_early()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var today = SimulatedOffice.Yesterday.AddDays(1);

        (await RefusedAsync(office.Api.DataCube.GetUserCumulateAsync(today, today, Cancellation))).Kind.ShouldBe(ErrorKind.TryLater);
    }

    [Fact]
    public async Task Quotas_are_asked_used_up_and_cleared()
    {
        await using var office = await SimulatedOffice.StartAsync();
        office.Account.Quotas.SetUsedToday("/cgi-bin/draft/count", 1000);

        (await RefusedAsync(office.Api.Draft.CountAsync(Cancellation))).Kind.ShouldBe(ErrorKind.QuotaExhausted);
        var quota = await DoneAsync(office.Api.Basic.GetQuotaAsync("/cgi-bin/draft/count", Cancellation));
        quota.Quota.ShouldBe(new DailyQuota(1000, 1000, 0));
        await DoneAsync(office.Api.Basic.ClearQuotaAsync(Cancellation));
        await DoneAsync(office.Api.Draft.CountAsync(Cancellation));

        var noSlash = await RefusedAsync(office.Api.Basic.GetQuotaAsync("cgi-bin/draft/count", Cancellation));
        noSlash.Kind.ShouldBe(ErrorKind.Refused);
    }

    [Theory]
    [InlineData(CheckOperator.Default)]
    [InlineData(CheckOperator.ChinaNet)]
    [InlineData(CheckOperator.Unicom)]
    [InlineData(CheckOperator.Cap)]
    public async Task The_callback_is_checked_and_the_platforms_addresses_are_known(CheckOperator from)
    {
        await using var office = await SimulatedOffice.StartAsync();

        (await DoneAsync(office.Api.Basic.GetCallbackIpAsync(Cancellation))).IpList.ShouldContain("127.0.0.1");
        var report = await DoneAsync(office.Api.Basic.CheckCallbackAsync(from, Cancellation));

        report.Dns.ShouldHaveSingleItem();
        report.Ping.ShouldHaveSingleItem().PackageLoss.ShouldBe("0%");
    }

    private static async Task<CommentedArticle> PublishedAsync(SimulatedOffice office)
    {
        var article = await PublishingTests.ArticleAsync(office, "<p>正文</p>");
        var draft = await DoneAsync(office.Api.Draft.AddAsync([article], Cancellation));
        var submitted = await DoneAsync(office.Api.FreePublish.SubmitAsync(draft.MediaId, Cancellation));
        office.Passes(office.Account.Publications.Duration);
        return new CommentedArticle(submitted.MsgDataId!, 0);
    }

    private static async Task<IReadOnlyList<UserComment>> ListAsync(SimulatedOffice office, CommentedArticle article, CommentKind kind)
        => (await DoneAsync(office.Api.Comment.ListAsync(article, kind, 0, 49, Cancellation))).Comment;

    private static void Count(SimulatedOffice office, string report, string row)
        => office.Account.Statistics.Add(report, SimulatedOffice.Yesterday, (JsonObject)JsonNode.Parse(row)!);
}
