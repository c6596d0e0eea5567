using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WeChatBridge.Simulator.Tests.Pages;

/// <summary>The simulator's own host in memory, with a server behind its accounts.</summary>
internal sealed class RunningSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningSimulator(AccountServer server, WebApplication app, HttpClient page)
    {
        Server = server;
        _app = app;
        Page = page;
    }

    public AccountServer Server { get; }

    public HttpClient Page { get; }

    public SimulatedPlatform Platform => _app.Services.GetRequiredService<SimulatedPlatform>();

    /// <summary>Where a browser finds it, if it was started on a port.</summary>
    public string Address => _app.Urls.First();

    /// <param name="onPort">On a free port of this machine, for a browser; else in memory.</param>
    public static async Task<RunningSimulator> StartAsync(bool onPort = false)
    {
        var server = await AccountServer.StartAsync();
        var options = new SimulatorOptions
        {
            Accounts = [World.Account("zhengwu", EncryptionMode.Plain), World.Account("renda", EncryptionMode.Plain)],
            CallbackHandler = server.Handler,
        };
        var app = SimulatorHost.Build([], options, builder =>
        {
            builder.Logging.ClearProviders();
            _ = onPort ? builder.WebHost.UseUrls("http://127.0.0.1:0") : builder.WebHost.UseTestServer();
        });
        await app.StartAsync();
        return new RunningSimulator(server, app, onPort ? new HttpClient(new SocketsHttpHandler()) : app.GetTestClient());
    }

    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken) =>
        (await Page.GetFromJsonAsync<JsonNode>(path, cancellationToken))!;

    public async Task<JsonNode> ActAsync(object act, CancellationToken cancellationToken)
    {
        using var response = await Page.PostAsJsonAsync("/simulator/act", act, cancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(cancellationToken));
        return (await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        Page.Dispose();
        await _app.DisposeAsync();
        await Server.DisposeAsync();
    }
}
