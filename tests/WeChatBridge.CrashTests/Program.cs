using Xunit.Runner.InProc.SystemConsole;

namespace WeChatBridge.CrashTests;

/// <summary>The test runner; told to publish or to preview, the child process whose work is cut off.</summary>
internal static class Program
{
    public const string Publish = "publish";
    public const string Preview = "preview";

    public static async Task<int> Main(string[] args)
    {
        if (args is not [Publish or Preview, var store, var platform, var start, var moment, var count])
        {
            return await ConsoleRunner.Run(args);
        }

        var kill = new KillPoint(Enum.Parse<KillMoment>(moment), int.Parse(count));
        await using var product = await PublishingProduct.OpenAsync(store, new Uri(platform), DateTimeOffset.Parse(start), kill, default);
        if (args[0] == Publish)
        {
            await product.GoesOnUntilSettledAsync(default);
        }
        else
        {
            await product.ShowsPreviewsAsync(default);
        }

        return 0;
    }
}
