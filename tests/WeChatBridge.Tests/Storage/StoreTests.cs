using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Simulator;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Storage;

/// <summary>A test on a store of its own. What holds on every database is written once, and run on each by a sealed subclass.</summary>
public abstract class StoreTests(StoreSource source) : IAsyncLifetime
{
    private readonly List<ServiceProvider> _instances = [];

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected StorageOptions Options { get; private set; } = null!;

    private protected PlatformClock Clock { get; } = new();

    private protected IDbContextFactory<BridgeContext> Contexts { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Options = await source.NewDatabaseAsync(Cancellation);
        Contexts = NewInstance().GetRequiredService<IDbContextFactory<BridgeContext>>();
        await PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        if (Options is not null)
        {
            source.Discard(Options);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Brings the store to its shape; tests of the opening itself leave it empty.</summary>
    private protected virtual Task PrepareAsync() => OpenAsync();

    /// <summary>One more process of the product on the same store.</summary>
    private protected ServiceProvider NewInstance()
    {
        var instance = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddStorage(Options).BuildServiceProvider();
        _instances.Add(instance);
        return instance;
    }

    private protected Task OpenAsync() => NewInstance().GetRequiredService<StoreOpening>()
        .OpenAsync(_ => Task.CompletedTask, Cancellation);

    private protected async Task ExecuteAsync(string sql)
    {
        await using var context = Contexts.CreateDbContext();
        await context.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }

    /// <param name="sql">Selects one value, named "Value".</param>
    private protected async Task<T> ScalarAsync<T>(string sql)
    {
        await using var context = Contexts.CreateDbContext();
        return await context.Database.SqlQueryRaw<T>(sql).SingleAsync(Cancellation);
    }

    private protected async Task<int> CountAsync<T>()
        where T : class
    {
        await using var context = Contexts.CreateDbContext();
        return await context.Set<T>().CountAsync(Cancellation);
    }
}
