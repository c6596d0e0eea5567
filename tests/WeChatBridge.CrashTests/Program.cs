using Xunit.Runner.InProc.SystemConsole;

namespace WeChatBridge.CrashTests;

/// <summary>The test runner; told to publish, the child process whose publication is cut off.</summary>
internal static class Program
{
    public const string Publish = "publish";

    public static async Task<int> Main(string[] args)
    {
        if (args is not [Publish, var store, var platform, var start, var moment, var count])
        {
            return await ConsoleRunner.Run(args);
        }

        var kill = new KillPoint(Enum.Parse<KillMoment>(moment), int.Parse(count));
        await using var product = await PublishingProduct.OpenAsync(store, new Uri(platform), DateTimeOffset.Parse(start), kill, default);
        await product.GoesOnUntilSettledAsync(default);
        return 0;
    }
}
