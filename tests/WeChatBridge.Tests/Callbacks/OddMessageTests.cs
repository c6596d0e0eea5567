using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Callbacks;

/// <summary>Well-formed messages that nobody foresaw: the platform gets an answer it can use, and nothing is thrown.</summary>
public sealed class OddMessageTests
{
    [Theory]
    [InlineData("<MsgType><![CDATA[hologram]]></MsgType><MsgId>71</MsgId>", "hologram")]
    [InlineData("<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[moon_phase]]></Event>", "moon_phase")]
    public async Task A_kind_nobody_knows_is_acknowledged_and_logged(string elements, string name)
    {
        await using var bridge = await RunningBridge.StartAsync();

        var report = await bridge.Follower("zhengwu").ProbeAsync(
            "", new Deviation { ClearBody = SampleMessage.Of("zhengwu", elements) }, TestContext.Current.CancellationToken);

        report.Attempts.ShouldHaveSingleItem().ResponseBody.ShouldBe("success");
        bridge.Log.ShouldContain(line => line.StartsWith("Warning") && line.Contains(name));
        bridge.Log.ShouldNotContain(line => line.StartsWith("Error"));
    }

    [Theory]
    [InlineData("联系]]]]><![CDATA[>电话")]
    [InlineData("联系电话\u00A0")]
    [InlineData("\u200B联系\u200D电话\uFEFF")]
    [InlineData("　联系电话　")]
    public async Task Odd_characters_in_the_text_are_answered_with_sound_XML(string content)
    {
        await using var bridge = await RunningBridge.StartAsync();
        var clear = SampleMessage.Text("zhengwu", "72", content);

        var report = await bridge.Follower("zhengwu").ProbeAsync(
            "", new Deviation { ClearBody = clear }, TestContext.Current.CancellationToken);

        report.Attempts.ShouldHaveSingleItem().Verdict.ShouldBe(AttemptVerdict.Answered);
        report.ShownText.ShouldContain("0470-3129100");
    }

    [Theory]
    [InlineData("\u0001")]
    [InlineData("\u0000")]
    [InlineData("\u001b[31m")]
    public async Task Control_characters_that_XML_cannot_carry_are_refused_without_harm(string control)
    {
        await using var bridge = await RunningBridge.StartAsync();
        var clear = SampleMessage.Text("zhengwu", "73", "联系" + control + "电话");

        var report = await bridge.Follower("zhengwu").ProbeAsync(
            "", new Deviation { ClearBody = clear }, TestContext.Current.CancellationToken);

        report.Attempts.ShouldAllBe(attempt => attempt.StatusCode == 400 || attempt.Verdict == AttemptVerdict.Answered);
        bridge.Log.ShouldNotContain(line => line.StartsWith("Error"));
    }

    [Fact]
    public async Task A_text_as_long_as_a_callback_can_carry_is_answered_within_one_reply()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var question = string.Concat(Enumerable.Repeat("红花尔基镇政务公开领导小组", 400));

        var report = await bridge.Follower("zhengwu").SendTextAsync(question, TestContext.Current.CancellationToken);

        report.Attempts.ShouldHaveSingleItem().Verdict.ShouldBe(AttemptVerdict.Answered);
        report.ShownText.Length.ShouldBeLessThanOrEqualTo(600);
    }

    [Fact]
    public async Task An_empty_text_is_answered_politely()
    {
        await using var bridge = await RunningBridge.StartAsync();

        var report = await bridge.Follower("zhengwu").SendTextAsync(" ", TestContext.Current.CancellationToken);

        report.ShownText.ShouldContain("没有找到");
    }
}
