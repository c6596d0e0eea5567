using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Answers.Conversations;

/// <summary>What the law gives another way is told the way, and never taken for received.</summary>
public sealed class DutiesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_wants_to_apply_for_information_is_told_how_and_that_nothing_was_received()
    {
        await using var bridge = await RunningBridge.StartAsync();

        var reply = await bridge.Follower("zhengwu").SendTextAsync("我要申请信息公开", Cancellation);

        reply.ShownText.ShouldContain("不算申请");
        reply.ShownText.ShouldContain("请不要在这里发送身份证");
        reply.ShownText.ShouldContain("0470-3129100");
        reply.ShownText.ShouldNotContain("编号");
    }

    [Fact]
    public async Task Who_complains_about_an_official_is_told_the_channels()
    {
        await using var bridge = await RunningBridge.StartAsync();

        (await bridge.Follower("zhengwu").SendTextAsync("我要举报村书记收钱", Cancellation)).ShownText.ShouldContain("12388");
    }

    [Theory]
    [InlineData("ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ")]
    [InlineData("Сайн байна уу, утасны дугаар хэд вэ")]
    public async Task A_question_in_another_script_gets_the_ways_to_a_person(string question)
    {
        await using var bridge = await RunningBridge.StartAsync();

        var reply = await bridge.Follower("zhengwu").SendTextAsync(question, Cancellation);

        reply.ShownText.ShouldContain("0470-3129100");
        reply.ShownText.ShouldNotContain("出处");
    }

    [Fact]
    public async Task A_useful_answer_can_be_said_to_be_useful_once()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");
        await follower.SendTextAsync("公开栏", Cancellation);

        (await follower.SendTextAsync("有用", Cancellation)).ShownText.ShouldContain("谢谢");
        (await follower.SendTextAsync("有用", Cancellation)).ShownText.ShouldNotContain("谢谢");
    }
}
