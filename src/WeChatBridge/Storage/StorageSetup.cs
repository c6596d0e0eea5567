using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WeChatBridge.Storage;

/// <summary>Chooses the database by configuration and hands out contexts.</summary>
internal static class StorageSetup
{
    // Seconds. The package tries a busy store again for half a minute; citizens' messages queue behind that.
    private const int PackageTimeout = 30;
    private const int WriterWait = 5;

    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<StoreOpening>();
        return options.Provider == StorageProvider.Postgres
            ? services.AddProvider<PostgresBridgeContext>(builder => builder.UseNpgsql(options.ConnectionString))
            : services.AddProvider<SqliteBridgeContext>(builder =>
                builder.UseSqlite(Resolve(options.ConnectionString)).AddInterceptors(new SqliteDurability())
                    // Rebuilding a table is no transaction on SQLite; StoreOpening copies the store before.
                    .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning)));
    }

    /// <summary>The connection string with the file's path made whole, so that a later change of the working folder moves nothing.</summary>
    public static string Resolve(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        if (builder.DefaultTimeout == PackageTimeout)
        {
            builder.DefaultTimeout = WriterWait;
        }

        if (builder.DataSource.Length > 0 && builder.DataSource != ":memory:" && builder.Mode != SqliteOpenMode.Memory)
        {
            builder.DataSource = Path.GetFullPath(builder.DataSource);
        }

        return builder.ConnectionString;
    }

    private static IServiceCollection AddProvider<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> use)
        where TContext : BridgeContext => services
        .AddDbContextFactory<TContext>(use)
        .AddSingleton<IDbContextFactory<BridgeContext>, ContextFactory<TContext>>();

    // IDbContextFactory is not covariant; features ask for the abstract context.
    private sealed class ContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<BridgeContext>
        where TContext : BridgeContext
    {
        public BridgeContext CreateDbContext() => inner.CreateDbContext();
    }
}
