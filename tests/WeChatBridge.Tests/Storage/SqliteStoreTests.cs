using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Storage;

/// <summary>What SQLite does not do unless told: forget the lock of a killed migration, remember what a connection was set to.</summary>
public sealed class SqliteStoreTests() : StoreTests(new SqliteFiles())
{
    private const string KilledInMigration = """
        CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-01 00:00:00+00:00');
        """;

    // Only a store that hangs needs so long.
    private const int Hanging = 60_000;

    [Fact(Timeout = Hanging)]
    public async Task A_store_whose_first_migration_was_killed_opens_again()
    {
        await ExecuteAsync(KilledInMigration);

        await OpenAsync();

        await using var context = Contexts.CreateDbContext();
        (await context.Database.GetPendingMigrationsAsync(Cancellation)).ShouldBeEmpty();
        (await ScalarAsync<string>("SELECT journal_mode AS Value FROM pragma_journal_mode")).ShouldBe("wal");
    }

    [Fact]
    public async Task A_store_that_was_empty_is_not_copied()
    {
        await OpenAsync();

        Directory.GetFiles(Path.GetDirectoryName(SqliteFiles.FileOf(Options))!, "*.before-*").ShouldBeEmpty();
    }

    [Fact(Timeout = Hanging)]
    public async Task A_store_killed_after_its_last_change_opens_again()
    {
        await OpenAsync();
        await ExecuteAsync(KilledInMigration.Replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS"));

        await OpenAsync();
    }

    [Fact]
    public async Task Every_connection_commits_to_the_disk_and_keeps_references()
    {
        await OpenAsync();
        await using var one = Contexts.CreateDbContext();
        await using var other = Contexts.CreateDbContext();
        await one.Database.OpenConnectionAsync(Cancellation);
        // The synchronous way, on a second connection while the first is in use.
        other.Database.OpenConnection();

        foreach (var context in new[] { one, other })
        {
            PragmaOf(context, "synchronous").ShouldBe("2");
            PragmaOf(context, "foreign_keys").ShouldBe("1");
            PragmaOf(context, "journal_mode").ShouldBe("wal");
            PragmaOf(context, "busy_timeout").ShouldBe("5000");
        }
    }

    [Fact]
    public async Task A_store_put_back_from_a_copy_is_durable_again()
    {
        await OpenAsync();
        var copy = SqliteFiles.FileOf(Options) + ".copy";
        await ExecuteAsync($"VACUUM INTO '{copy}'");
        await using (var context = Contexts.CreateDbContext())
        {
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }

        File.Move(copy, SqliteFiles.FileOf(Options), overwrite: true);
        await OpenAsync();

        (await ScalarAsync<string>("SELECT journal_mode AS Value FROM pragma_journal_mode")).ShouldBe("wal");
    }

    [Fact]
    public async Task A_process_that_starts_while_another_migrates_waits_for_it()
    {
        Clock.StandStill();
        Task opening;
        await using (HoldMigrationLock())
        {
            opening = OpenAsync();
            await Clock.TimerSetAsync(Cancellation);
            opening.IsCompleted.ShouldBeFalse();
        }

        Clock.Advance(TimeSpan.FromSeconds(1));
        await opening;
    }

    [Fact]
    public async Task A_process_that_waits_in_vain_says_so()
    {
        Clock.StandStill();
        await using var held = HoldMigrationLock();
        var opening = OpenAsync();

        // The clock stands still while nobody waits for it, so each step is one look at the lock.
        while (!opening.IsCompleted)
        {
            await Task.WhenAny(opening, Clock.TimerSetAsync(Cancellation));
            Clock.Advance(TimeSpan.FromSeconds(10));
        }

        (await Should.ThrowAsync<StoreRefusedException>(opening)).Message.ShouldContain(".migrating");
    }

    private protected override Task PrepareAsync() => Task.CompletedTask;

    private FileStream HoldMigrationLock() =>
        new(SqliteFiles.FileOf(Options) + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static string? PragmaOf(BridgeContext context, string name)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return command.ExecuteScalar()?.ToString();
    }
}
