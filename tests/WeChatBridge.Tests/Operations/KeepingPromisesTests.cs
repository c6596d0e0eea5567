using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Operations;

public sealed class KeepingPromisesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_gone_from_the_store_after_the_days_the_account_promised()
    {
        const string Words = "宽带怎么装才快";
        await using var bridge = await RunningBridge.StartAsync();
        bridge.WeChat.Clock.StandStill();
        await bridge.Follower("zhengwu").SendTextAsync(Words, Cancellation);
        (await bridge.StoreHoldsAsync(Words)).ShouldBeTrue();

        // The worker looks every half hour.
        bridge.WeChat.Clock.StandStill(bridge.WeChat.Clock.GetUtcNow().AddDays(181));
        bridge.WeChat.Clock.Advance(TimeSpan.FromHours(1));

        await EventuallyAsync(async () => !await bridge.StoreHoldsAsync(Words));
    }

    [Theory]
    [InlineData("Retention:QuestionDays", "0")]
    [InlineData("Retention:QuestionDays", "-5")]
    [InlineData("Retention:QuestionDays", "99999")]
    [InlineData("Retention:UnmatchedOutcomeDays", "6")]
    public async Task A_time_that_cannot_be_meant_stops_the_start(string setting, string days)
    {
        var refused = await Should.ThrowAsync<ConfigurationRefusedException>(
            () => RunningBridge.StartAsync(SampleAccount.Both, new Dictionary<string, string?> { [setting] = days }));

        refused.Message.ShouldContain(setting);
    }

    // The worker runs beside the test; only its end can be seen.
    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
        }
    }
}
