using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using WeChatBridge.Simulator;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.CrashTests;

/// <summary>A child process that works on a store against a simulator in this one, until it is cut off or done.</summary>
internal static class CutOffProcess
{
    // Signal 9 as the exit code tells it.
    private const int Killed = 137;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A platform whose events reach nobody.</summary>
    public static WebApplication Simulate() => SimulatorHost.Build(
        ["--urls", "http://127.0.0.1:0"],
        new SimulatorOptions
        {
            Accounts = [.. SampleAccount.Both.Select(account => account.Simulated())],
            CallbackHandler = () => new NobodyAnswers(),
        },
        builder => builder.Logging.ClearProviders());

    /// <summary>True where it was cut off; false where it came to its end.</summary>
    public static async Task<bool> RunAsync(string work, string store, Uri address, KillMoment moment, int count)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(CutOffProcess).Assembly.Location, work, store, address.AbsoluteUri, $"{PreparedStore.Due:O}", $"{moment}", $"{count}",
            },
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var child = Process.Start(start)!;
        var errors = child.StandardError.ReadToEndAsync(Cancellation);
        var output = child.StandardOutput.ReadToEndAsync(Cancellation);
        await child.WaitForExitAsync(Cancellation);
        child.ExitCode.ShouldBeOneOf([0, Killed], $"{await errors}{await output}");
        return child.ExitCode == Killed;
    }

    private sealed class NobodyAnswers : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("The process is gone.");
    }
}
