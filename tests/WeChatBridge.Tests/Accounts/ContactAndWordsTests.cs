using WeChatBridge.Accounts;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Accounts;

/// <summary>The contact card, the office's own lines and the synonyms change without a restart, once a second person has confirmed them.</summary>
public sealed class ContactAndWordsTests
{
    private static readonly ContactCard Card = new() { Office = "党政综合办", Phone = "0470-5550123", Hours = "工作日", StatedIn = "某报告" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_confirmed_card_takes_the_place_of_the_reports_and_names_no_document()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var (writer, second) = await TwoPeopleAsync(bridge);
        var follower = bridge.Follower("zhengwu");

        var written = (await bridge.Staff.WritesCardAsync(writer, Card)).Value;
        var before = await follower.SendTextAsync("明天天气怎么样", Cancellation);
        await bridge.Staff.ApprovesAsync(second, written.ReviewId);
        var after = await follower.SendTextAsync("后天天气怎么样", Cancellation);
        var elsewhere = await bridge.Follower("renda").SendTextAsync("后天天气怎么样", Cancellation);

        before.ShownText.ShouldContain("0470-3129100");
        before.ShownText.ShouldContain("2017年度报告");
        after.ShownText.ShouldContain("党政综合办");
        after.ShownText.ShouldContain("0470-5550123");
        after.ShownText.ShouldNotContain("2017年度报告");
        elsewhere.ShownText.ShouldContain("0470-3129100");
    }

    [Fact]
    public async Task A_configured_card_wins_over_the_confirmed_one()
    {
        await using var bridge = await RunningBridge.StartAsync(
            SampleAccount.Both, new Dictionary<string, string?> { ["Accounts:zhengwu:Contact:Phone"] = "0470-7777777" });
        var (writer, second) = await TwoPeopleAsync(bridge);

        await bridge.Staff.ApprovesAsync(second, (await bridge.Staff.WritesCardAsync(writer, Card)).Value.ReviewId);

        var reply = await bridge.Follower("zhengwu").SendTextAsync("明天天气怎么样", Cancellation);
        reply.ShownText.ShouldContain("0470-7777777");
        reply.ShownText.ShouldNotContain("0470-5550123");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("打我电话", "")]
    [InlineData("0470-5550123", "not-an-address")]
    public async Task A_card_that_reaches_nobody_is_refused(string phone, string email)
    {
        await using var bridge = await RunningBridge.StartAsync();
        var (writer, _) = await TwoPeopleAsync(bridge);

        (await bridge.Staff.WritesCardAsync(writer, new ContactCard { Office = "办公室", Phone = phone, Email = email })).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_offices_lines_stand_in_the_welcome_for_other_scripts_and_where_nothing_was_found()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var (writer, second) = await TwoPeopleAsync(bridge);
        var follower = bridge.Follower("zhengwu");
        foreach (var (line, text) in new[]
        {
            (OfficeLine.Welcome, "本号由镇党政办维护。"), (OfficeLine.OtherScript, "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ"), (OfficeLine.NotFound, "也可以到一楼大厅询问。"),
        })
        {
            await bridge.Staff.ApprovesAsync(second, (await bridge.Staff.WritesLineAsync(writer, line, text)).Value.ReviewId);
        }

        (await follower.FollowAsync(Cancellation)).ShownText.ShouldContain("本号由镇党政办维护。");
        (await follower.SendTextAsync("ᠰᠠᠶᠢᠨ ᠪᠠᠶᠢᠨ᠎ᠠ ᠤᠤ", Cancellation)).ShownText.ShouldStartWith("ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ");
        (await follower.SendTextAsync("明天天气怎么样", Cancellation)).ShownText.ShouldContain("也可以到一楼大厅询问。");

        await bridge.Staff.ApprovesAsync(second, (await bridge.Staff.WritesLineAsync(writer, OfficeLine.NotFound, "")).Value.ReviewId);
        (await follower.SendTextAsync("后天天气怎么样", Cancellation)).ShownText.ShouldNotContain("一楼大厅");
        (await bridge.Staff.WritesLineAsync(writer, OfficeLine.NotFound, new string('长', 121))).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Synonyms_begin_with_the_seeds_and_a_confirmed_change_is_searched_by_at_once()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var (writer, second) = await TwoPeopleAsync(bridge);
        var follower = bridge.Follower("zhengwu");
        var seeds = (await bridge.Staff.SynonymsAsync()).Used.Groups.Count;

        var before = await follower.SendTextAsync("告示牌牌", Cancellation);
        var first = (await bridge.Staff.AddsSynonymsAsync(writer, "告示牌牌", "公开栏")).Value;
        var stillBefore = await follower.SendTextAsync("告示牌牌", Cancellation);
        var both = (await bridge.Staff.AddsSynonymsAsync(writer, "甲乙丙", "丁戊己")).Value;
        await bridge.Staff.ApprovesAsync(second, both.ReviewId);
        var after = await follower.SendTextAsync("告示牌牌", Cancellation);

        seeds.ShouldBeGreaterThan(100);
        before.ShownText.ShouldContain("没有找到");
        stillBefore.ShownText.ShouldContain("没有找到");
        both.Version.ShouldBe(first.Version + 1);
        after.ShownText.ShouldContain("公开栏");
        (await bridge.Staff.SynonymsAsync()).Used.Groups.Count.ShouldBe(seeds + 2);
        (await bridge.Staff.AddsSynonymsAsync(writer, "公开栏", "告示牌牌")).Refusal.ShouldNotBeNull();

        await bridge.Staff.ApprovesAsync(second, (await bridge.Staff.RemovesSynonymsAsync(writer, "告示牌牌")).Value.ReviewId);
        (await follower.SendTextAsync("告示牌牌", Cancellation)).ShownText.ShouldContain("没有找到");
        await bridge.RestartsAsync();
        (await bridge.Staff.SynonymsAsync()).Used.Groups.Count.ShouldBe(seeds + 1);
    }

    private static async Task<(Acting Writer, Acting Second)> TwoPeopleAsync(RunningBridge bridge) =>
        (await bridge.Staff.TakesOnAsync("writer", StaffRole.Editor), await bridge.Staff.TakesOnAsync("second", StaffRole.Reviewer));
}
