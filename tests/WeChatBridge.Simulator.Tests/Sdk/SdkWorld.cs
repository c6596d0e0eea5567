using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace WeChatBridge.Simulator.Tests.Sdk;

/// <summary>The simulator on a port of this machine, its account in safe mode, its clock standing, and a server of the account.</summary>
internal sealed class SdkWorld : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SdkWorld(AccountServer server, WebApplication app)
    {
        Server = server;
        _app = app;
        Platform = (SimulatedPlatform)app.Services.GetService(typeof(SimulatedPlatform))!;
        Platform.Clock.StandStill();
    }

    public AccountServer Server { get; }

    public SimulatedPlatform Platform { get; }

    public PlatformAccount Account => Platform.Account("zhengwu");

    public static async Task<SdkWorld> StartAsync()
    {
        var server = await AccountServer.StartAsync();
        var options = new SimulatorOptions { Accounts = [World.Account("zhengwu", EncryptionMode.Safe)], CallbackHandler = server.Handler };
        var app = SimulatorHost.Build(["--urls", "http://127.0.0.1:0"], options);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new SdkWorld(server, app);
    }

    /// <summary>The account as the SDK is told of it.</summary>
    public JsonObject Credentials(bool stable = false) => new()
    {
        ["baseUri"] = _app.Urls.Single(),
        ["appId"] = Account.Settings.AppId,
        ["secret"] = Account.Settings.AppSecret,
        ["token"] = Account.Settings.CallbackToken,
        ["aesKey"] = Account.Settings.EncodingAesKey,
        ["stable"] = stable,
    };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Server.DisposeAsync();
    }
}
