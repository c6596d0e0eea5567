using WeChatBridge.Simulator.Api;

namespace WeChatBridge.Simulator;

/// <summary>Builds the simulator, to run alone or inside a test or demo.</summary>
public static class SimulatorHost
{
    /// <param name="args">Command line, passed on to the configuration.</param>
    /// <param name="options">Accounts and callback handler; by default those of the configuration.</param>
    /// <param name="configure">A last word on the builder, for example a test server in place of sockets.</param>
    public static WebApplication Build(
        string[] args,
        SimulatorOptions? options = null,
        Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        options ??= new SimulatorOptions();
        builder.Services.AddSingleton(_ => new SimulatedPlatform(options.Accounts, options.CallbackHandler));
        configure?.Invoke(builder);

        var app = builder.Build();
        app.MapPlatformApi(app.Services.GetRequiredService<SimulatedPlatform>());
        return app;
    }
}
