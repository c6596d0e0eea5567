using WeChatBridge.Accounts;
using WeChatBridge.Operations;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Callbacks;

namespace WeChatBridge.CommandLine;

/// <summary>Serves until it is told to stop, and says in Chinese what it serves.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] hostArguments, CancellationToken cancellationToken)
    {
        await using var app = BridgeHost.Build(hostArguments);
        await app.Services.GetRequiredService<BridgeStart>().PrepareAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        foreach (var line in Describe(app))
        {
            Console.WriteLine(line);
        }

        if (await app.Services.GetRequiredService<ClaimDesk>().IssueAsync(cancellationToken) is { } word)
        {
            Console.WriteLine(StaffTexts.ClaimOffered.With(ClaimToken.Lifetime.TotalHours, word));
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>Where it listens, where its data lies, and which accounts it serves.</summary>
    public static IEnumerable<string> Describe(WebApplication app)
    {
        var address = app.Urls.FirstOrDefault() ?? "";
        yield return StaffTexts.Listening.With(string.Join("  ", app.Urls));
        yield return StaffTexts.StoreAt.With(PlaceOf(app.Services.GetRequiredService<StorageOptions>()));
        foreach (var account in app.Services.GetRequiredService<AccountFinder>().All)
        {
            var callback = $"{address}/callback/{account.Key}";
            yield return account.Keys is { } keys
                ? StaffTexts.AccountServed.With(account.Name, account.Key, callback, NameOf(keys.Mode))
                : StaffTexts.AccountNotConfigured.With(account.Name, account.Key, callback);
        }
    }

    // A PostgreSQL connection string holds a password.
    private static string PlaceOf(StorageOptions storage) => storage.Provider == StorageProvider.Sqlite
        ? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(StorageSetup.Resolve(storage.ConnectionString)).DataSource
        : storage.Provider.ToString();

    private static string NameOf(EncryptionMode mode) => mode switch
    {
        EncryptionMode.Plain => StaffTexts.ModePlain,
        EncryptionMode.Compatible => StaffTexts.ModeCompatible,
        _ => StaffTexts.ModeSafe,
    };
}
