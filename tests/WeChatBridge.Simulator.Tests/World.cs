using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Tests;

/// <summary>A platform with a standing clock, two accounts, and a server for them, wired in memory.</summary>
internal sealed class World : IAsyncDisposable
{
    private World(AccountServer server, EncryptionMode mode)
    {
        Server = server;
        Platform = new SimulatedPlatform([Account("zhengwu", mode), Account("renda", mode)], server.Handler);
        Platform.Clock.StandStill();
    }

    public AccountServer Server { get; }

    public SimulatedPlatform Platform { get; }

    public SimulatedAccount Zhengwu => Platform.Account("zhengwu").Settings;

    public Follower Follower => Platform.Account("zhengwu").Follower("oFollower-1");

    public static async Task<World> StartAsync(EncryptionMode mode = EncryptionMode.Plain) => new(await AccountServer.StartAsync(), mode);

    public static SimulatedAccount Account(string key, EncryptionMode mode) => new()
    {
        Key = key,
        Name = key,
        OriginalId = "gh_" + key.PadRight(12, '0'),
        AppId = "wx" + key.PadRight(16, '0'),
        AppSecret = "sample-secret-" + key,
        CallbackToken = "sample-token-" + key,
        EncodingAesKey = key.PadRight(43, 'A'),
        Mode = mode,
        CallbackUrl = new Uri($"http://localhost/callback/{key}"),
    };

    public async ValueTask DisposeAsync()
    {
        Platform.Dispose();
        await Server.DisposeAsync();
    }
}
