using WeChatBridge.Simulator.Api;
using WeChatBridge.Simulator.Pages;

namespace WeChatBridge.Simulator;

/// <summary>Builds the simulator, to run alone or inside a test or demo.</summary>
public static class SimulatorHost
{
    /// <summary>Where it listens unless "urls" says otherwise: this machine only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5300";

    /// <param name="args">Command line, passed on to the configuration.</param>
    /// <param name="options">Accounts and callback handler; by default those of the configuration.</param>
    /// <param name="configure">A last word on the builder, for example a test server in place of sockets.</param>
    public static WebApplication Build(
        string[] args,
        SimulatorOptions? options = null,
        Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        var accounts = options is { Accounts.Count: > 0 } ? options.Accounts : AccountSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(_ => new SimulatedPlatform(accounts, options?.CallbackHandler));
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        configure?.Invoke(builder);

        var app = builder.Build();
        var platform = app.Services.GetRequiredService<SimulatedPlatform>();
        app.MapPlatformApi(platform);
        app.MapSimulatorPages(platform);
        return app;
    }
}
