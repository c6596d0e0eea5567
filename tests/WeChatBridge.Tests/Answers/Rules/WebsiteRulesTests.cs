using WeChatBridge.Answers.Rules;
using WeChatBridge.Simulator.Api.Website;
using WeChatBridge.Simulator.Followers;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Worlds;
using SimulatedFile = WeChatBridge.Simulator.Api.Calls.StoredFile;

namespace WeChatBridge.Tests.Answers.Rules;

/// <summary>The replies of the platform's website are taken over (沿用原设置), so that no account falls mute on its first day.</summary>
public sealed class WebsiteRulesTests
{
    private static readonly DateTimeOffset Made = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_website_answered_is_answered_after_one_confirmation_by_another_person()
    {
        await using var bridge = await RunningBridge.StartAsync();
        SetUpWebsite(bridge);
        var importer = await bridge.Staff.TakesOnAsync("importer", StaffRole.Editor, StaffRole.Reviewer);
        var adopter = await bridge.Staff.TakesOnAsync("adopter", StaffRole.Reviewer);
        var follower = bridge.Follower("zhengwu");

        var imported = await bridge.Staff.TakesOverWebsiteAsync(importer);
        var early = await follower.SendTextAsync("我想问低保", Cancellation);
        var byOneself = await bridge.Staff.AdoptsAsync(importer);
        var adopted = await bridge.Staff.AdoptsAsync(adopter);
        await bridge.Staff.PicturesAreUploadedAsync();

        imported.Refusal.ShouldBeNull();
        imported.Value.Rules.ShouldBe(4);
        early.ShownText.ShouldNotContain("低保请带户口本。");
        byOneself.Refusal.ShouldNotBeNull();
        adopted.Refusal.ShouldBeNull();

        var words = await follower.SendTextAsync("我想问低保", Cancellation);
        words.ShownText.ShouldStartWith("低保请带户口本。");
        words.ShownText.ShouldContain("还有 2 条");
        (await follower.SendTextAsync("更多", Cancellation)).Shown!.Articles.ShouldHaveSingleItem().Title.ShouldBe("低保政策");
        (await follower.SendTextAsync("更多", Cancellation)).Shown!.Kind.ShouldBe(ChatKinds.Image);
        (await follower.SendTextAsync("更多", Cancellation)).ShownText.ShouldContain("已经看完");
        (await follower.SendTextAsync("上班时间", Cancellation)).ShownText.ShouldBe("八点半到五点半。");
        (await follower.SendTextAsync("上班时间表在哪看", Cancellation)).ShownText.ShouldNotBe("八点半到五点半。");
        (await follower.SendTextAsync("随机问候", Cancellation)).ShownText.ShouldBe("你好一。");
        (await follower.SendTextAsync("水", Cancellation)).ShownText.ShouldBe("停水请关注通知。");
        (await follower.SendTextAsync("水库在哪里呀", Cancellation)).ShownText.ShouldNotBe("停水请关注通知。");
        (await follower.SendTextAsync("明天天气怎么样", Cancellation)).ShownText.ShouldContain("留言已收到的老话");
        (await follower.FollowAsync(Cancellation)).ShownText.ShouldContain("感谢关注本镇");
    }

    [Fact]
    public async Task What_cannot_be_carried_is_listed_in_plain_sentences()
    {
        await using var bridge = await RunningBridge.StartAsync();
        SetUpWebsite(bridge);
        var importer = await bridge.Staff.TakesOnAsync("importer", StaffRole.Editor);

        var notes = (await bridge.Staff.TakesOverWebsiteAsync(importer)).Value.Notes;

        notes.ShouldContain(note => note.Contains("“问候”原来随机回复一条"));
        notes.ShouldContain(note => note.Contains("“停水”") && note.Contains("只有一个字"));
        notes.ShouldContain(note => note.Contains("“低保”") && note.Contains("语音不能"));
        notes.ShouldContain(note => note.Contains("“只有视频”不能沿用"));
        notes.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_picture_the_platform_no_longer_hands_out_is_named_and_the_other_replies_are_carried()
    {
        await using var bridge = await RunningBridge.StartAsync();
        bridge.WeChat.Account("zhengwu").Api.Website.Rules =
        [
            Rule("路线", true, [new("怎么走", false)], new WebsiteReply("img", "gone"), new WebsiteReply("text", "沿河走。")),
        ];
        bridge.WeChat.Account("zhengwu").Api.Website.AutoReplyOpen = true;
        var importer = await bridge.Staff.TakesOnAsync("importer", StaffRole.Editor);

        var imported = (await bridge.Staff.TakesOverWebsiteAsync(importer)).Value;
        await bridge.Staff.AdoptsAsync(await bridge.Staff.TakesOnAsync("adopter", StaffRole.Reviewer));

        imported.Notes.ShouldHaveSingleItem().ShouldContain("图片");
        (await bridge.Follower("zhengwu").SendTextAsync("怎么走", Cancellation)).ShownText.ShouldBe("沿河走。");
    }

    [Fact]
    public async Task An_adopted_rule_is_changed_and_retired_like_any_other_and_a_second_import_knows_it_again()
    {
        await using var bridge = await RunningBridge.StartAsync();
        SetUpWebsite(bridge);
        var keeper = await bridge.Staff.TakesOnAsync("keeper", StaffRole.Editor);
        var second = await bridge.Staff.TakesOnAsync("second", StaffRole.Reviewer);
        await bridge.Staff.TakesOverWebsiteAsync(keeper);
        await bridge.Staff.AdoptsAsync(second);
        var rules = (await bridge.Staff.ListsAsync(keeper)).Value;
        var hours = rules.Single(rule => rule.Spoken!.Name == "上班");
        var follower = bridge.Follower("zhengwu");

        var changed = await bridge.Staff.ChangesAsync(
            keeper, hours.Rule.Id, hours.Spoken! with { Replies = [new RuleReply.Words("九点到五点。")] });
        (await follower.SendTextAsync("上班时间", Cancellation)).ShownText.ShouldBe("八点半到五点半。");
        await bridge.Staff.ApprovesAsync(second, changed.Value.ReviewId);
        (await follower.SendTextAsync("上班时间", Cancellation)).ShownText.ShouldBe("九点到五点。");
        await bridge.Staff.RetiresAsync(keeper, rules.Single(rule => rule.Spoken!.Name == "问候").Rule.Id);
        (await follower.SendTextAsync("随机问候", Cancellation)).ShownText.ShouldNotBe("你好一。");

        rules.ShouldAllBe(rule => rule.Rule.Origin == RuleOrigin.Website);
        bridge.WeChat.Account("zhengwu").Api.Website.Rules =
            [.. bridge.WeChat.Account("zhengwu").Api.Website.Rules, Rule("新的", true, [new("新规则", false)], new WebsiteReply("text", "新的。"))];
        await bridge.Staff.TakesOverWebsiteAsync(keeper);
        var after = (await bridge.Staff.ListsAsync(keeper)).Value;
        after.Count(rule => rule.Rule.WebsiteName == "上班").ShouldBe(1);
        after.Single(rule => rule.Rule.Id == hours.Rule.Id).Spoken!.Replies.ShouldBe([new RuleReply.Words("九点到五点。")]);
    }

    [Fact]
    public async Task An_account_without_replies_at_the_website_is_told_so_and_nothing_waits()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var importer = await bridge.Staff.TakesOnAsync("importer", StaffRole.Editor, StaffRole.Reviewer);

        (await bridge.Staff.TakesOverWebsiteAsync(importer)).Refusal.ShouldNotBeNull().ShouldContain("没有可以沿用");
        (await bridge.Staff.AdoptsAsync(importer)).Refusal.ShouldNotBeNull().ShouldContain("没有等待核准");
    }

    private static void SetUpWebsite(RunningBridge bridge)
    {
        var api = bridge.WeChat.Account("zhengwu").Api;
        var picture = api.Media.StoreTemporary("image", new SimulatedFile("map.png", new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 1 }));
        var article = new WebsiteArticle("低保政策", "带什么", "镇政府", "https://mmbiz.qpic.cn/c.png", "https://mp.weixin.qq.com/s/abc", "");
        api.Website.FollowReplyOpen = true;
        api.Website.AutoReplyOpen = true;
        api.Website.FollowReply = new WebsiteReply("text", "感谢关注本镇");
        api.Website.DefaultReply = new WebsiteReply("text", "留言已收到的老话");
        api.Website.Rules =
        [
            Rule(
                "低保", true, [new("低保", false), new("最低生活保障", false)],
                new WebsiteReply("text", "低保请带户口本。"), new WebsiteReply("news", "") { Articles = [article] },
                new WebsiteReply("img", picture.MediaId), new WebsiteReply("voice", "v")),
            Rule("上班", true, [new("上班时间", true)], new WebsiteReply("text", "八点半到五点半。")),
            Rule("问候", false, [new("随机问候", true)], new WebsiteReply("text", "你好一。"), new WebsiteReply("text", "你好二。")),
            Rule("停水", true, [new("水", false)], new WebsiteReply("text", "停水请关注通知。")),
            Rule("只有视频", true, [new("视频", true)], new WebsiteReply("video", "http://example.com/v")),
        ];
    }

    private static WebsiteRule Rule(string name, bool all, IReadOnlyList<WebsiteKeyword> keywords, params WebsiteReply[] replies) =>
        new(name, Made, all, keywords) { Replies = replies };
}
