using Microsoft.EntityFrameworkCore;
using WeChatBridge.Reports;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Storage;

public abstract class OpeningStoresTests(StoreSource source) : StoreTests(source)
{
    [Fact]
    public async Task An_empty_store_gets_its_shape_and_a_second_opening_changes_nothing()
    {
        await OpenAsync();
        var applied = await AppliedAsync();
        await OpenAsync();

        applied.ShouldNotBeEmpty();
        (await AppliedAsync()).ShouldBe(applied);
        (await CountAsync<Report>()).ShouldBe(0);
    }

    [Fact]
    public async Task Several_processes_that_start_at_once_open_one_store()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(OpenAsync, Cancellation)));

        await using var context = Contexts.CreateDbContext();
        (await AppliedAsync()).ShouldBe(context.Database.GetMigrations());
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused_by_the_name_of_its_change()
    {
        await OpenAsync();
        await ExecuteAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99990101000000_FromTheFuture', '99.0.0')""");

        var refusal = await Should.ThrowAsync<StoreRefusedException>(OpenAsync);

        refusal.Message.ShouldContain("99990101000000_FromTheFuture");
    }

    private protected override Task PrepareAsync() => Task.CompletedTask;

    private async Task<IEnumerable<string>> AppliedAsync()
    {
        await using var context = Contexts.CreateDbContext();
        return await context.Database.GetAppliedMigrationsAsync(Cancellation);
    }

    public sealed class OnSqlite() : OpeningStoresTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : OpeningStoresTests(server);
}
