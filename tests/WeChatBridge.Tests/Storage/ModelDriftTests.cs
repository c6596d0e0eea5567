using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Storage;

/// <summary>A change of an entity needs a migration for each database. To see that, no database is needed.</summary>
public sealed class ModelDriftTests
{
    [Fact]
    public void The_migrations_lead_to_the_model_on_SQLite() => HasDrifted(StorageProvider.Sqlite, "Data Source=unused.db").ShouldBeFalse();

    [Fact]
    public void The_migrations_lead_to_the_model_on_PostgreSQL() => HasDrifted(StorageProvider.Postgres, "Host=unused").ShouldBeFalse();

    private static bool HasDrifted(StorageProvider provider, string connectionString)
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddStorage(new StorageOptions { Provider = provider, ConnectionString = connectionString })
            .BuildServiceProvider();
        using var context = services.GetRequiredService<IDbContextFactory<BridgeContext>>().CreateDbContext();
        return context.Database.HasPendingModelChanges();
    }
}
