using WeChatBridge.Simulator.Followers;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Inbox;

/// <summary>A Wednesday morning in the office, in a year whose holidays nobody knows yet.</summary>
public abstract class InboxTests : IAsyncLifetime
{
    private protected const string FirstNumber = "990304-0001";

    private protected const string SecondNumber = "990304-0002";

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected RunningBridge Bridge { get; private set; } = null!;

    private protected Follower Follower => Bridge.Follower("zhengwu");

    private protected Follower Neighbour => Bridge.Follower("zhengwu", "oSampleFollower000000000002");

    public async ValueTask InitializeAsync() => Bridge = await StartAsync([]);

    public async ValueTask DisposeAsync()
    {
        await Bridge.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static Task<RunningBridge> StartAsync(Dictionary<string, string?> settings) =>
        RunningBridge.StartAsync(SampleAccount.Both, settings, At(10, 0));

    private protected static DateTimeOffset At(int hour, int minute) => new(2099, 3, 4, hour, minute, 0, TimeSpan.FromHours(8));

    private protected void ClockShows(int hour, int minute) =>
        Bridge.WeChat.Clock.Advance(At(hour, minute) - Bridge.WeChat.Clock.GetUtcNow());

    /// <summary>Moves the clock while everything runs, second by second: for minutes, not for days.</summary>
    private protected void Passes(TimeSpan time) => Bridge.WeChat.Clock.Advance(time);

    private protected async Task<string> SaysAsync(string text) => await SaysAsync(Follower, text);

    private protected static async Task<string> SaysAsync(Follower follower, string text) =>
        (await follower.SendTextAsync(text, Cancellation)).ShownText;

    /// <summary>Leaves a message and ends it; its number.</summary>
    private protected static async Task<string> LeavesAsync(Follower follower, string text)
    {
        await SaysAsync(follower, "留言");
        var receipt = await SaysAsync(follower, text);
        (await SaysAsync(follower, "结束")).ShouldNotContain("没有保存");
        return receipt.Split("编号 ")[1][..11];
    }
}
