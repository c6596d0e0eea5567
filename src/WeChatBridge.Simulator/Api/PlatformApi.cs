namespace WeChatBridge.Simulator.Api;

/// <summary>Maps the platform's HTTP API.</summary>
public static class PlatformApi
{
    public static void MapPlatformApi(this WebApplication app, SimulatedPlatform platform)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(platform);
    }
}
