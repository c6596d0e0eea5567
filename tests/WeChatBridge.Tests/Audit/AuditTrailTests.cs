using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Storage;

namespace WeChatBridge.Tests.Audit;

public abstract class AuditTrailTests(StoreSource source) : StoreTests(source)
{
    private static readonly string[] Tampering =
    [
        """UPDATE "AuditEntries" SET "Detail" = 'nothing happened' WHERE "Sequence" = 2""",
        """DELETE FROM "AuditEntries" WHERE "Sequence" = 2""",
        """DELETE FROM "AuditEntries" """,
    ];

    private AuditTrail Trail => new(Clock);

    [Fact]
    public async Task The_entries_of_many_acts_are_one_whole_chain()
    {
        await ActAsync(5);

        var verdict = await VerifyAsync();

        (verdict.IsWhole, verdict.Entries).ShouldBe((true, 5));
        verdict.Head.ShouldBe((await EntriesAsync())[^1].Hash);
    }

    [Fact]
    public async Task A_trail_nobody_has_written_to_is_whole() =>
        (await VerifyAsync()).ShouldBe(new AuditVerdict(0, AuditEntry.Root, null));

    [Fact]
    public async Task An_entry_says_who_did_what_when_to_what()
    {
        await ActAsync(1);

        var entry = (await EntriesAsync()).ShouldHaveSingleItem();

        (entry.Actor, entry.AccountKey, entry.Action, entry.Subject, entry.Detail)
            .ShouldBe(("editor", "zhengwu", "report.import", "report/1", "“一事一审”, \"quoted\""));
        entry.At.ShouldBe(Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task An_act_without_a_transaction_cannot_be_entered()
    {
        await using var context = Contexts.CreateDbContext();

        await Should.ThrowAsync<InvalidOperationException>(() => Trail.AppendAsync(context, Act(1), Cancellation));

        (await CountAsync<AuditEntry>()).ShouldBe(0);
    }

    [Fact]
    public async Task The_entry_saves_the_act_it_tells_of_and_goes_back_with_it()
    {
        await using (var context = Contexts.CreateDbContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
            context.Add(OfficialAccount.Named("zhengwu", "红花尔基镇政务", ContactCard.Empty));
            await Trail.AppendAsync(context, Act(1), Cancellation);
            (await context.Set<OfficialAccount>().CountAsync(Cancellation)).ShouldBe(1);
            await transaction.RollbackAsync(Cancellation);
        }

        (await CountAsync<OfficialAccount>()).ShouldBe(0);
        (await CountAsync<AuditEntry>()).ShouldBe(0);
        await ActAsync(1);
        (await VerifyAsync()).Entries.ShouldBe(1);
    }

    [Fact]
    public async Task Acts_at_the_same_moment_in_several_processes_keep_one_chain()
    {
        var instances = Enumerable.Range(0, 4).Select(_ => NewInstance().GetRequiredService<IDbContextFactory<BridgeContext>>()).ToList();

        await Task.WhenAll(instances.Select(contexts => Task.Run(() => ActAsync(6, contexts), Cancellation)));

        var verdict = await VerifyAsync();
        (verdict.IsWhole, verdict.Entries).ShouldBe((true, 24));
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_or_delete_an_entry()
    {
        await ActAsync(3);

        foreach (var tampering in Tampering.Concat(TamperingOfThisDatabase))
        {
            (await Should.ThrowAsync<Exception>(() => ExecuteAsync(tampering))).Message.ShouldContain("append only");
        }

        (await VerifyAsync()).Entries.ShouldBe(3);
    }

    [Theory]
    [InlineData("""UPDATE "AuditEntries" SET "Detail" = 'nothing happened' WHERE "Sequence" = 3""", 3)]
    [InlineData("""UPDATE "AuditEntries" SET "At" = "At" + 1 WHERE "Sequence" = 1""", 1)]
    [InlineData("""UPDATE "AuditEntries" SET "Hash" = "PreviousHash" WHERE "Sequence" = 2""", 2)]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Sequence" = 1""", 2)]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Sequence" = 3""", 4)]
    [InlineData("""UPDATE "AuditEntries" SET "Sequence" = -"Sequence" WHERE "Sequence" IN (2, 3)""", -3)]
    [InlineData("""UPDATE "AuditEntries" SET "Sequence" = 6 WHERE "Sequence" = 5""", 6)]
    public async Task Whoever_gets_past_that_leaves_a_break_that_is_named(string tampering, long brokenAt)
    {
        await ActAsync(5);
        await DropGuardAsync();

        await ExecuteAsync(tampering);

        (await VerifyAsync()).BrokenAt.ShouldBe(brokenAt);
    }

    [Fact]
    public async Task Entries_that_changed_places_are_named()
    {
        await ActAsync(5);
        await DropGuardAsync();

        await ExecuteAsync("""UPDATE "AuditEntries" SET "Sequence" = 100 WHERE "Sequence" = 2""");
        await ExecuteAsync("""UPDATE "AuditEntries" SET "Sequence" = 2 WHERE "Sequence" = 3""");
        await ExecuteAsync("""UPDATE "AuditEntries" SET "Sequence" = 3 WHERE "Sequence" = 100""");

        (await VerifyAsync()).BrokenAt.ShouldBe(2);
    }

    [Fact]
    public async Task A_tail_cut_off_shows_by_the_head_kept_elsewhere()
    {
        await ActAsync(5);
        var head = (await VerifyAsync()).Head;
        await DropGuardAsync();

        await ExecuteAsync("""DELETE FROM "AuditEntries" WHERE "Sequence" = 5""");

        var verdict = await VerifyAsync();
        verdict.IsWhole.ShouldBeTrue("A chain alone cannot know that it once was longer.");
        verdict.Head.ShouldNotBe(head);
    }

    private protected abstract IEnumerable<string> TamperingOfThisDatabase { get; }

    private protected abstract Task DropGuardAsync();

    private async Task ActAsync(int times, IDbContextFactory<BridgeContext>? contexts = null)
    {
        for (var number = 1; number <= times; number++)
        {
            await using var context = (contexts ?? Contexts).CreateDbContext();
            await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
            await Trail.AppendAsync(context, Act(number), Cancellation);
            await transaction.CommitAsync(Cancellation);
        }
    }

    private static AuditedAct Act(int number) =>
        new("editor", "zhengwu", "report.import", $"report/{number}", "“一事一审”, \"quoted\"");

    private Task<AuditVerdict> VerifyAsync() => new AuditDesk(Contexts).VerifyAsync(Cancellation);

    private async Task<List<AuditEntry>> EntriesAsync()
    {
        await using var context = Contexts.CreateDbContext();
        return await context.Set<AuditEntry>().OrderBy(entry => entry.Sequence).ToListAsync(Cancellation);
    }

    public sealed class OnSqlite() : AuditTrailTests(new SqliteFiles())
    {
        // Replacing deletes without asking the trigger that guards against deleting.
        private protected override IEnumerable<string> TamperingOfThisDatabase =>
        [
            """INSERT OR REPLACE INTO "AuditEntries" SELECT * FROM "AuditEntries" WHERE "Sequence" = 2""",
            """UPDATE OR REPLACE "AuditEntries" SET "Sequence" = 1 WHERE "Sequence" = 2""",
        ];

        private protected override Task DropGuardAsync() =>
            ExecuteAsync("DROP TRIGGER AuditEntries_NoUpdate; DROP TRIGGER AuditEntries_NoDelete; DROP TRIGGER AuditEntries_NoReplace;");
    }

    public sealed class OnPostgres(PostgresServer server) : AuditTrailTests(server)
    {
        private protected override IEnumerable<string> TamperingOfThisDatabase => ["""TRUNCATE "AuditEntries" """];

        private protected override Task DropGuardAsync() => ExecuteAsync("""DROP TRIGGER audit_entries_append_only ON "AuditEntries" """);
    }
}
