using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Storage;

/// <summary>
/// Brings the store to the shape this program knows, before anything else touches it. A SQLite store is copied first, and a store written
/// by a newer program is refused.
/// </summary>
internal sealed partial class StoreOpening(
    IDbContextFactory<BridgeContext> contexts, TimeProvider clock, ILogger<StoreOpening> logger)
{
    // Any fixed number does; it only has to be the same in every instance.
    private const long MigrationLock = 0x5743_4272_4d69_6772;

    private static readonly TimeSpan LockWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(200);

    /// <param name="fill">Done last, while every other process that opens this store still waits: a fresh store is filled once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreRefusedException">The store belongs to a newer program, or another process keeps migrating it.</exception>
    public async Task OpenAsync(Func<CancellationToken, Task> fill, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (context is SqliteBridgeContext)
        {
            await OpenSqliteAsync(context, fill, cancellationToken);
        }
        else
        {
            await OpenPostgresAsync(context, fill, cancellationToken);
        }
    }

    /// <summary>
    /// EF's own lock ends with the transaction of each migration, and another instance may step in between two of them. This one lasts
    /// until it is given back, or until the connection ends with a killed process.
    /// </summary>
    private static async Task OpenPostgresAsync(
        BridgeContext context, Func<CancellationToken, Task> fill, CancellationToken cancellationToken)
    {
        var database = context.GetService<IRelationalDatabaseCreator>();
        if (!await database.ExistsAsync(cancellationToken))
        {
            await database.CreateAsync(cancellationToken);
        }

        context.Database.SetCommandTimeout(LockWait);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
        try
        {
            await RefuseNewerAsync(context, cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
            await fill(cancellationToken);
        }
        finally
        {
            // The pool would keep the connection, and the lock with it.
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
        }
    }

    private async Task OpenSqliteAsync(BridgeContext context, Func<CancellationToken, Task> fill, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var held = await HoldAsync(file + ".migrating", cancellationToken);
        await RefuseNewerAsync(context, cancellationToken);
        // Kept in the file's header. EF sets it only where it makes the file itself, and a copy put back has lost it.
        await context.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", cancellationToken);
        await MigrateSqliteAsync(context, file, cancellationToken);
        await fill(cancellationToken);
    }

    private async Task MigrateSqliteAsync(BridgeContext context, string file, CancellationToken cancellationToken)
    {
        var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
        {
            return;
        }

        var copy = $"{file}.before-{pending[0]}";
        var wasKilled = await DropStaleLockAsync(context, cancellationToken);
        // A killed process may have left the store half changed: the copy it made before it began is worth more than one of that.
        if ((await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Any() && !(wasKilled && File.Exists(copy)))
        {
            await CopyAsync(context, copy, cancellationToken);
        }

        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>The operating system frees this lock when a process dies, however it dies; EF's own lock is a row that would stay.</summary>
    private async Task<FileStream> HoldAsync(string path, CancellationToken cancellationToken)
    {
        for (var start = clock.GetTimestamp(); ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (clock.GetElapsedTime(start) > LockWait)
            {
                throw new StoreRefusedException(StaffTexts.StoreBeingMigrated.With(path), exception);
            }
            catch (IOException)
            {
                await Task.Delay(LockPause, clock, cancellationToken);
            }
        }
    }

    private static async Task RefuseNewerAsync(BridgeContext context, CancellationToken cancellationToken)
    {
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        var unknown = applied.Except(context.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new StoreRefusedException(StaffTexts.StoreIsNewer.With(unknown[^1]));
        }
    }

    private async Task CopyAsync(BridgeContext context, string copy, CancellationToken cancellationToken)
    {
        // VACUUM INTO writes a consistent copy, whatever the write-ahead log still holds. The copy gets its name when it is whole, and
        // takes the place of one from an earlier attempt: that may be older than what has been stored since.
        var unfinished = copy + ".unfinished";
        File.Delete(unfinished);
        await context.Database.ExecuteSqlAsync($"VACUUM INTO {unfinished}", cancellationToken);
        File.Move(unfinished, copy, overwrite: true);
        LogCopied(logger, copy);
    }

    /// <summary>
    /// A process killed inside Migrate() leaves EF's lock row behind, and every later start would wait for it for ever. Whoever holds our
    /// file lock knows that no other process migrates this store, so the row is nobody's.
    /// </summary>
    private async Task<bool> DropStaleLockAsync(BridgeContext context, CancellationToken cancellationToken)
    {
        var lockTables = await context.Database
            .SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (lockTables == 0 || await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken) == 0)
        {
            return false;
        }

        LogStaleLock(logger);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Copied the store to {Copy} before migrating it")]
    private static partial void LogCopied(ILogger logger, string copy);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Removed the migration lock that a killed process had left in the store")]
    private static partial void LogStaleLock(ILogger logger);
}

/// <summary>The store cannot be used by this program; the message says in Chinese what a person can do.</summary>
internal sealed class StoreRefusedException(string message, Exception? cause = null) : Exception(message, cause);
