using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api;

/// <summary>Maps the platform's HTTP API.</summary>
public static class PlatformApi
{
    public static void MapPlatformApi(this WebApplication app, SimulatedPlatform platform)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(platform);
        var door = new ApiDoor(platform);
        app.Map("/cgi-bin/{**path}", door.HandleAsync);
        app.Map("/datacube/{**path}", door.HandleAsync);
    }
}
