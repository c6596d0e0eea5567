using System.Text.Encodings.Web;
using System.Text.Json;
using WeChatBridge.Accounts;
using WeChatBridge.Operations;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>Runs one command on the same store as the service, without opening a port.</summary>
internal static class CommandRun
{
    /// <summary>One line per answer, read by scripts and people alike: Chinese stays Chinese.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<int> WithBridgeAsync(
        Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        // Standard output belongs to the command's own words: scripts read it.
        await using var app = BridgeHost.Build([], builder => builder.Logging.ClearProviders()
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        await app.Services.GetRequiredService<BridgeStart>().PrepareAsync(cancellationToken);
        return await work(app.Services, cancellationToken);
    }

    public static Outcome<ServedAccount> FindAccount(IServiceProvider services, string key)
    {
        var accounts = services.GetRequiredService<AccountFinder>();
        if (accounts.Find(key) is { } account)
        {
            return account;
        }

        var known = string.Join("、", accounts.All.Select(one => $"{one.Key}（{one.Name}）"));
        return Outcome<ServedAccount>.Refused(
            StaffTexts.UnknownAccount.With(key, known.Length > 0 ? known : StaffTexts.NoAccounts));
    }

    /// <summary>Says what came of it, or why not.</summary>
    public static async Task<int> SayAsync<T>(Outcome<T> outcome, Func<T, string> describe)
    {
        if (!outcome.IsDone)
        {
            return await RefuseAsync(outcome.Refusal);
        }

        Console.WriteLine(describe(outcome.Value));
        return ExitCode.Done;
    }

    public static async Task<int> RefuseAsync(string? sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return ExitCode.Refused;
    }
}
