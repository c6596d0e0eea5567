using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeChatBridge.Accounts;
using WeChatBridge.Operations;
using WeChatBridge.Outgoing;
using WeChatBridge.Reports;
using WeChatBridge.Simulator;
using WeChatBridge.Simulator.Followers;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Worlds;

/// <summary>
/// The real product on a store of its own (a SQLite file where nothing else is set) and the platform's simulator, wired to each other in
/// memory: no port, one clock. Tests see people and the clock, never the product's services.
/// </summary>
internal sealed partial class RunningBridge : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wechatbridge-test-");
    private readonly Dictionary<string, string?> _settings;
    private readonly WebApplication _simulator;
    private readonly LogBook _log = new();
    private WebApplication _product;
    private TestServer? _door;

    private RunningBridge(IReadOnlyList<SampleAccount> accounts, IReadOnlyDictionary<string, string?> settings)
    {
        _settings = new Dictionary<string, string?>(settings);
        _settings.TryAdd("Storage:ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "store.db")}");
        foreach (var (key, value) in accounts.SelectMany(account => account.Configuration()))
        {
            _settings.TryAdd(key, value);
        }

        _simulator = SimulatorHost.Build(
            [],
            new SimulatorOptions
            {
                Accounts = [.. accounts.Select(account => account.Simulated())],
                CallbackHandler = () => new ProductOfTheMoment(this),
            },
            builder => builder.WebHost.UseTestServer());
        WeChat = _simulator.Services.GetRequiredService<SimulatedPlatform>();
        _product = BuildProduct();
    }

    /// <summary>The platform: its clock, its ledger, its faults.</summary>
    public SimulatedPlatform WeChat { get; }

    /// <summary>Everything the product logged since it was first started.</summary>
    public IReadOnlyList<string> Log => _log.Lines;

    public static Task<RunningBridge> StartAsync() => StartAsync(SampleAccount.Both, new Dictionary<string, string?>());

    /// <param name="accounts">The accounts on both sides.</param>
    /// <param name="settings">The product's settings beside them.</param>
    /// <param name="standsAt">Where the clock stands still from the first moment on.</param>
    public static async Task<RunningBridge> StartAsync(
        IReadOnlyList<SampleAccount> accounts, IReadOnlyDictionary<string, string?> settings, DateTimeOffset? standsAt = null)
    {
        var bridge = new RunningBridge(accounts, settings);
        if (standsAt is not null)
        {
            bridge.WeChat.Clock.StandStill(standsAt);
        }

        await bridge._simulator.StartAsync();
        await bridge.StartProductAsync();
        return bridge;
    }

    /// <summary>The people who decide what the accounts say.</summary>
    internal RuleKeepers Staff => new(() => _product.Services);

    public Follower Follower(string account, string openId = "oSampleFollower000000000001") => WeChat.Account(account).Follower(openId);

    /// <summary>A client of the product's own door, for what the platform would never send.</summary>
    public HttpClient Stranger() => new(_product.GetTestServer().CreateHandler()) { BaseAddress = new Uri("http://bridge.test") };

    /// <summary>The process ends and starts again on the same store.</summary>
    public async Task RestartsAsync()
    {
        await EndProductAsync();
        _product = BuildProduct();
        await StartProductAsync();
    }

    /// <summary>A person at the store's own file, with any SQLite tool.</summary>
    public string StoreFile => new SqliteConnectionStringBuilder(_settings["Storage:ConnectionString"]).DataSource;

    /// <summary>What <c>doctor</c> tells the administrator; what is ill begins with "!".</summary>
    public async Task<IReadOnlyList<string>> AdministratorExaminesAsync()
    {
        var findings = await _product.Services.GetRequiredService<Checkup>().LookAsync(TestContext.Current.CancellationToken);
        return [.. findings.Select(finding => (finding.IsWell ? "" : "!") + finding.Sentence)];
    }

    /// <summary>The office's people, at their desks on the same store.</summary>
    public ReadingOffice Office() => new(_product.Services.GetRequiredService<IDbContextFactory<BridgeContext>>(), WeChat.Clock);

    /// <summary>The product looks whether something else is to be answered, as it does each second.</summary>
    public Task LooksAtLibraryAsync() => _product.Services.GetRequiredService<ReportIndex>().RefreshAsync(TestContext.Current.CancellationToken);

    /// <summary>How many arrivals the store holds.</summary>
    public async Task<long> StoredDeliveriesAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={StoreFile}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM InboundDeliveries";
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Whether these words stand anywhere in the store.</summary>
    public async Task<bool> StoreHoldsAsync(string words)
    {
        await using var connection = new SqliteConnection($"Data Source={StoreFile}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var columns = connection.CreateCommand();
        columns.CommandText =
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.type = 'TEXT'";
        await using var found = await columns.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await found.ReadAsync(TestContext.Current.CancellationToken))
        {
            await using var look = connection.CreateCommand();
            look.CommandText = $"SELECT EXISTS (SELECT 1 FROM \"{found.GetString(0)}\" WHERE instr(\"{found.GetString(1)}\", $words) > 0)";
            look.Parameters.AddWithValue("$words", words);
            if ((long)(await look.ExecuteScalarAsync(TestContext.Current.CancellationToken))! == 1)
            {
                return true;
            }
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await _product.StopAsync(CancellationToken.None);
        await _product.DisposeAsync();
        await _simulator.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private WebApplication BuildProduct() => BridgeHost.Build([], builder =>
    {
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Logging.ClearProviders().AddProvider(_log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(WeChat.Clock);
        builder.Services.AddSingleton(provider => new PictureFetch(Sites, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(new PlatformTransport(() => _simulator.GetTestServer().CreateHandler()));
        builder.WebHost.UseTestServer();
    });

    private async Task StartProductAsync()
    {
        await _product.Services.GetRequiredService<BridgeStart>().PrepareAsync(TestContext.Current.CancellationToken);
        await _product.StartAsync(TestContext.Current.CancellationToken);
        _door = _product.GetTestServer();
    }

    private async Task EndProductAsync()
    {
        _door = null;
        await _product.StopAsync(TestContext.Current.CancellationToken);
        await _product.DisposeAsync();
    }

    // The platform keeps one address, whichever process answers there, and is refused while none does.
    private sealed class ProductOfTheMoment(RunningBridge bridge) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            bridge._door is { } door
                ? new HttpMessageInvoker(door.CreateHandler()).SendAsync(request, cancellationToken)
                : throw new HttpRequestException(HttpRequestError.ConnectionError, "Nobody answers at the account's address.");
    }
}
