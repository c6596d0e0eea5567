using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Storage;

/// <summary>A store in use meets a program that knows a newer shape of it. The two shapes here are the test's own.</summary>
public sealed class ChangingShapeTests() : StoreTests(new SqliteFiles())
{
    private const string Earlier = "20000101000000_Earlier";
    private const string Later = "20000102000000_Later";

    // Only a store that hangs needs so long.
    private const int Hanging = 60_000;

    private string StoreFile => SqliteFiles.FileOf(Options);

    private ShapeContexts Shapes => new(Options);

    private string CopyFile => $"{StoreFile}.before-{Later}";

    [Fact]
    public async Task A_store_in_use_is_copied_before_it_changes()
    {
        await OpenLaterAsync();

        (await NotesIn(StoreFile)).ShouldBe("kept;changed");
        (await NotesIn(CopyFile)).ShouldBe("kept");
    }

    [Fact(Timeout = Hanging)]
    public async Task A_change_that_was_killed_is_made_by_the_next_start()
    {
        await ExecuteAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01 00:00:00+00:00')");

        await OpenLaterAsync();
        (await NotesIn(StoreFile)).ShouldBe("kept;changed");
    }

    [Fact(Timeout = Hanging)]
    public async Task What_a_killed_start_copied_is_not_written_over_with_what_it_left_half_changed()
    {
        await OpenLaterAsync();
        await ExecuteAsync($"DELETE FROM __EFMigrationsHistory WHERE MigrationId = '{Later}'");
        await ExecuteAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01 00:00:00+00:00')");

        await OpenLaterAsync();

        (await NotesIn(CopyFile)).ShouldBe("kept");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".unfinished")]
    public async Task What_an_earlier_attempt_left_does_not_pass_for_the_copy(string ending)
    {
        await File.WriteAllTextAsync(CopyFile + ending, "of an earlier attempt", Cancellation);

        await OpenLaterAsync();

        (await NotesIn(CopyFile)).ShouldBe("kept");
        File.Exists(CopyFile + ".unfinished").ShouldBeFalse();
    }

    private protected override async Task PrepareAsync()
    {
        await using var context = Shapes.CreateDbContext();
        await context.Database.MigrateAsync(Earlier, Cancellation);
    }

    private Task OpenLaterAsync() => new StoreOpening(Shapes, Clock, NullLogger<StoreOpening>.Instance)
        .OpenAsync(_ => Task.CompletedTask, Cancellation);

    private static async Task<string> NotesIn(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(Text, ';') FROM Notes";
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private sealed class ShapeContexts(StorageOptions options) : IDbContextFactory<BridgeContext>
    {
        public BridgeContext CreateDbContext() => new SqliteBridgeContext(new DbContextOptionsBuilder<SqliteBridgeContext>()
            .UseSqlite(
                StorageSetup.Resolve(options.ConnectionString),
                sqlite => sqlite.MigrationsAssembly(typeof(ChangingShapeTests).Assembly.GetName().Name))
            // The shapes are not the product's model, and need not be.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .Options);
    }

    [DbContext(typeof(SqliteBridgeContext))]
    [Migration(Earlier)]
    private sealed class EarlierShape : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("CREATE TABLE Notes (Text TEXT); INSERT INTO Notes VALUES ('kept');");
    }

    [DbContext(typeof(SqliteBridgeContext))]
    [Migration(Later)]
    private sealed class LaterShape : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("INSERT INTO Notes VALUES ('changed');");
    }
}
