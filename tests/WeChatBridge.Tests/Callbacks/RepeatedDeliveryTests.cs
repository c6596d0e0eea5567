using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Callbacks;

/// <summary>
/// Peers drop a repeat (the follower then sees nothing) or forget it after ten seconds (another answer goes out); here it gets what was
/// said the first time.
/// </summary>
public sealed class RepeatedDeliveryTests
{
    [Fact]
    public async Task A_repeat_gets_the_stored_answer_and_is_stored_once()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");

        var first = await follower.SendTextAsync("领导小组", TestContext.Current.CancellationToken);
        var repeat = await follower.RepeatLastAsync(TestContext.Current.CancellationToken);

        repeat.ShownText.ShouldBe(first.ShownText);
        (await bridge.StoredDeliveriesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_repeat_that_comes_after_a_restart_gets_the_stored_answer()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("renda");

        var first = await follower.SendTextAsync("公开栏", TestContext.Current.CancellationToken);
        await bridge.RestartsAsync();
        var repeat = await follower.RepeatLastAsync(TestContext.Current.CancellationToken);

        repeat.ShownText.ShouldBe(first.ShownText);
        (await bridge.StoredDeliveriesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_first_of_two_messages_is_still_known_when_it_is_repeated_after_the_second()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");
        var clear = SampleMessage.Text("zhengwu", "7000000000000000001", "邮箱");

        var first = await follower.ProbeAsync("", new Deviation { ClearBody = clear }, TestContext.Current.CancellationToken);
        await follower.SendTextAsync("公开栏", TestContext.Current.CancellationToken);
        var repeat = await follower.ProbeAsync("", new Deviation { ClearBody = clear }, TestContext.Current.CancellationToken);

        repeat.ShownText.ShouldBe(first.ShownText);
        (await bridge.StoredDeliveriesAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Many_deliveries_of_one_message_at_once_end_as_one_row_and_one_answer()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");
        var deviation = new Deviation { ClearBody = SampleMessage.Text("zhengwu", "7000000000000000002", "统计期限") };

        var reports = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => follower.ProbeAsync("", deviation, TestContext.Current.CancellationToken)));

        reports.Select(report => report.ShownText).Distinct().ShouldHaveSingleItem().ShouldContain("12月31日");
        (await bridge.StoredDeliveriesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_number_on_the_other_account_is_another_message()
    {
        await using var bridge = await RunningBridge.StartAsync();
        foreach (var account in new[] { "zhengwu", "renda" })
        {
            var deviation = new Deviation { ClearBody = SampleMessage.Text(account, "7000000000000000003", "领导小组") };
            await bridge.Follower(account).ProbeAsync("", deviation, TestContext.Current.CancellationToken);
        }

        (await bridge.StoredDeliveriesAsync()).ShouldBe(2);
    }
}
