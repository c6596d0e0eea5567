namespace WeChatBridge.Simulator;

/// <summary>Entry point of the stand-alone simulator; named, so that it never collides with the product's.</summary>
public static class SimulatorProgram
{
    public static async Task Main(string[] args)
    {
        await using var app = SimulatorHost.Build(args);
        await app.RunAsync();
    }
}
