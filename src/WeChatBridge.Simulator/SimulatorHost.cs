using WeChatBridge.Simulator.Api;
using WeChatBridge.Simulator.Pages;

namespace WeChatBridge.Simulator;

/// <summary>Builds the simulator, to run alone or inside a test or demo.</summary>
public static class SimulatorHost
{
    /// <summary>Where it listens unless it is told otherwise: this machine only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5300";

    /// <param name="args">Command line, passed on to the configuration.</param>
    /// <param name="options">Accounts and callback handler; by default those of the configuration.</param>
    /// <param name="configure">A last word on the builder, for example a test server in place of sockets.</param>
    public static WebApplication Build(
        string[] args,
        SimulatorOptions? options = null,
        Action<WebApplicationBuilder>? configure = null)
    {
        // Settings are read once: a hundred simulators in a test run must not watch a hundred folders for changes.
        var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
        var accounts = options?.Accounts ?? [];
        if (accounts.Count > 0)
        {
            // Whoever embeds the simulator decides all of it; settings that lie about in the folder are somebody else's.
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddCommandLine(args);
        }
        else
        {
            accounts = AccountSettings.Read(builder.Configuration);
        }

        builder.WebHost.UseUrls(ListeningUrl(args, builder.Configuration));
        builder.Services.AddSingleton(_ => new SimulatedPlatform(accounts, options?.CallbackHandler));
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        configure?.Invoke(builder);

        var app = builder.Build();
        var platform = app.Services.GetRequiredService<SimulatedPlatform>();
        app.MapPlatformApi(platform);
        app.MapSimulatorPages(platform);
        return app;
    }

    // "urls" counts only where it is said to this program: in appsettings.json it means the product, which may lie in the same folder.
    private static string ListeningUrl(string[] args, ConfigurationManager configuration) =>
        new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build()["urls"]
        ?? configuration["Simulator:Url"]
        ?? DefaultUrl;
}
