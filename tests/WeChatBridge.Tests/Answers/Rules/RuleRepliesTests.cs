using WeChatBridge.Answers.Rules;
using WeChatBridge.Simulator.Followers;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Worlds;
using static WeChatBridge.Tests.Answers.Rules.RuleMatcherTests;
using static WeChatBridge.Tests.Answers.Rules.RulesByStaffTests;

namespace WeChatBridge.Tests.Answers.Rules;

/// <summary>What a rule says: text in parts, cards, pictures, several replies one after the other.</summary>
public sealed class RuleRepliesTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_goes_through_all_the_replies_of_a_rule_and_says_when_there_is_nothing_left()
    {
        await using var bridge = await RunningBridge.StartAsync();
        await bridge.Staff.LaysDownAsync(Saying("第一段。") with
        {
            Mode = RuleMode.All,
            Replies =
            [
                new RuleReply.Words("第一段。"), Card("办理指南"), new RuleReply.Words("第二段。"), new RuleReply.Passage(bridge.Staff.Section("概述")),
            ],
        });
        var follower = bridge.Follower("zhengwu");

        var words = await follower.SendTextAsync("公积金", Cancellation);
        var card = await follower.SendTextAsync("更多", Cancellation);
        var section = await follower.SendTextAsync("更多", Cancellation);
        var further = await follower.SendTextAsync("更多", Cancellation);

        words.ShownText.ShouldStartWith("第一段。\n\n第二段。");
        words.ShownText.ShouldContain("还有 2 条");
        card.Shown!.Kind.ShouldBe(ChatKinds.News);
        card.Shown.Articles.ShouldHaveSingleItem().Title.ShouldBe("办理指南");
        card.Shown.Articles[0].Description.ShouldContain("还有 1 条");
        section.ShownText.ShouldStartWith("【一、概述】");
        section.ShownText.ShouldContain("出处：");
        further.ShownText.ShouldStartWith("【一、概述】（续）");
    }

    [Fact]
    public async Task A_long_text_is_told_in_parts_and_ends_with_nothing_more()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var text = string.Concat(Enumerable.Range(1, 150).Select(i => $"第{i}条内容。"));
        await bridge.Staff.LaysDownAsync(Saying(text));
        var follower = bridge.Follower("zhengwu");

        var pages = new List<string> { (await follower.SendTextAsync("公积金", Cancellation)).ShownText };
        do
        {
            pages.Add((await follower.SendTextAsync("更多", Cancellation)).ShownText);
        }
        while (!pages[^1].Contains("已经看完") && pages.Count < 20);

        string.Concat(pages[..^1].Select(page => page.Split("\n\n（还有")[0])).ShouldBe(text);
    }

    [Fact]
    public async Task A_card_and_a_picture_reach_the_follower_and_a_repeat_gets_the_very_same()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var picture = StoredFile.Of(Png, "image/png", DateTimeOffset.UnixEpoch);
        await bridge.Staff.LaysDownAsync(
            Saying("") with { Name = "路线图", Keywords = [Keyword("怎么走", KeywordMatch.Contained)], Replies = [new RuleReply.Picture(picture.Hash, "")] },
            picture);
        await bridge.Staff.LaysDownAsync(Saying("") with { Replies = [Card("办理指南")] });
        var follower = bridge.Follower("zhengwu");

        var early = await follower.SendTextAsync("怎么走", Cancellation);
        await bridge.Staff.PicturesAreUploadedAsync();
        var shown = await follower.SendTextAsync("怎么走", Cancellation);
        var shownAgain = await follower.RepeatLastAsync(Cancellation);
        var card = await follower.SendTextAsync("公积金", Cancellation);
        var cardAgain = await follower.RepeatLastAsync(Cancellation);

        early.Shown!.Kind.ShouldBe(ChatKinds.Text);
        var material = bridge.WeChat.Account("zhengwu").Api.Media.All.ShouldHaveSingleItem();
        material.IsPermanent.ShouldBeTrue();
        shown.Shown!.Kind.ShouldBe(ChatKinds.Image);
        shown.Shown.MediaId.ShouldBe(material.MediaId);
        shownAgain.Shown!.MediaId.ShouldBe(material.MediaId);
        card.Shown!.Articles.ShouldHaveSingleItem().ShouldBe(new ChatArticle("办理指南", "带身份证", "https://example.com/c.png", "https://example.com/guide"));
        cardAgain.Shown!.Articles.ShouldBe(card.Shown.Articles);
    }

    [Fact]
    public async Task A_picture_the_platform_does_not_have_leaves_the_rules_other_replies()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var picture = StoredFile.Of(Png, "image/png", DateTimeOffset.UnixEpoch);
        await bridge.Staff.LaysDownAsync(
            Saying("") with { Mode = RuleMode.All, Replies = [new RuleReply.Picture(picture.Hash, ""), new RuleReply.Words("看路牌走。")] }, picture);

        (await bridge.Follower("zhengwu").SendTextAsync("公积金", Cancellation)).ShownText.ShouldBe("看路牌走。");
    }

    [Fact]
    public async Task A_picture_of_a_rule_outlives_the_time_after_which_unused_files_go_even_while_it_waits()
    {
        await using var bridge = await RunningBridge.StartAsync();
        bridge.WeChat.Clock.StandStill();
        var picture = StoredFile.Of(Png, "image/png", bridge.WeChat.Clock.GetUtcNow());
        var writer = await bridge.Staff.TakesOnAsync("writer", StaffRole.Editor);
        var rule = Saying("") with { Replies = [new RuleReply.Picture(picture.Hash, "")] };
        var written = (await bridge.Staff.WritesAsync(writer, rule, picture)).Value;
        await bridge.IsSwitchedOffForAsync(TimeSpan.FromDays(40));
        await bridge.OldThingsAreDeletedAsync();
        await bridge.Staff.ApprovesAsync(await bridge.Staff.TakesOnAsync("second", StaffRole.Reviewer), written.ReviewId);
        await bridge.Staff.PicturesAreUploadedAsync();

        var shown = await bridge.Follower("zhengwu").SendTextAsync("公积金", Cancellation);

        shown.Attempts[^1].OpenedReply.ShouldNotBeNull().ShouldContain("<MediaId>");
    }

    private static RuleReply.Card Card(string title) => new(title, "带身份证", "https://example.com/c.png", "https://example.com/guide");
}
