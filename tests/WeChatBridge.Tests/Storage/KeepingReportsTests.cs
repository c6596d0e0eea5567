using System.Text;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Reports;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Storage;

public abstract class KeepingReportsTests(StoreSource source) : StoreTests(source)
{
    private const string Text = "2017年度工作报告\n一、概述\n镇党委高度重视。\n（一）领导小组\n组长由镇长担任。\n二、联系方式\n电话：0470-0000000\n";

    private static readonly byte[] Content = Encoding.UTF8.GetBytes(Text);

    [Fact]
    public async Task A_report_comes_back_with_its_sections_and_grants()
    {
        var imported = (await ImportAsync("zhengwu", quotableBy: "renda")).Value;

        var report = await ReadAsync(imported.Id);
        report.Text.ShouldBe(Text);
        report.Year.ShouldBe(2017);
        report.Grants.ShouldHaveSingleItem().AccountKey.ShouldBe("renda");
        report.Sections.Count.ShouldBe(imported.Sections);
        var deepest = report.Sections.Single(section => section.Heading.Contains("领导小组"));
        deepest.HeadingPath.ShouldHaveSingleItem().ShouldContain("概述");
        deepest.DisplayText.ShouldContain("组长由镇长担任");
        var last = report.Sections.MaxBy(section => section.Ordinal)!;
        report.Text.Substring(last.Start, last.Length)
            .ShouldContain("0470-0000000");
    }

    [Fact]
    public async Task The_original_file_comes_back_byte_for_byte()
    {
        var imported = (await ImportAsync("zhengwu")).Value;
        var hash = (await ReadAsync(imported.Id)).FileHash;

        await using var context = Contexts.CreateDbContext();
        var file = await context.Set<StoredFile>().SingleAsync(file => file.Hash == hash, Cancellation);

        file.Content.ShouldBe(Content);
        file.Length.ShouldBe(Content.Length);
        hash.ShouldBe(StoredFile.HashOf(Content));
    }

    [Fact]
    public async Task The_same_file_is_one_report_of_an_account_however_often_it_is_imported()
    {
        (await ImportAsync("zhengwu")).IsDone.ShouldBeTrue();
        var mark = await MarkAsync();

        var again = await ImportAsync("zhengwu");

        again.Refusal.ShouldNotBeNull();
        (await CountAsync<Report>()).ShouldBe(1);
        (await CountAsync<AuditEntry>()).ShouldBe(2, "the import and its release");
        (await MarkAsync()).ShouldBe(mark);
    }

    [Fact]
    public async Task Another_account_may_have_the_same_file_and_it_lies_in_the_store_once()
    {
        (await ImportAsync("zhengwu")).IsDone.ShouldBeTrue();
        (await ImportAsync("renda")).IsDone.ShouldBeTrue();

        (await CountAsync<Report>()).ShouldBe(2);
        (await CountAsync<StoredFile>()).ShouldBe(1);
    }

    [Fact]
    public async Task An_instant_keeps_its_milliseconds_and_is_given_back_in_UTC()
    {
        Clock.StandStill(new DateTimeOffset(2099, 3, 4, 13, 14, 15, 678, TimeSpan.FromHours(8)));

        var report = await ReadAsync((await ImportAsync("zhengwu")).Value.Id);

        report.ImportedAt.ShouldBe(Clock.GetUtcNow());
        report.ImportedAt.Offset.ShouldBe(TimeSpan.Zero);
        (await ScalarAsync<long>("""SELECT "ImportedAt" AS "Value" FROM "Reports" """))
            .ShouldBe(Clock.GetUtcNow().ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task A_choice_of_words_is_stored_as_the_word()
    {
        await ImportAsync("zhengwu", ReportKind.Guide);

        (await ScalarAsync<string>("""SELECT "Facts_Kind" AS "Value" FROM "ReportVersions" """)).ShouldBe("Guide");
    }

    [Fact]
    public async Task An_import_that_is_rolled_back_does_not_call_for_a_new_index()
    {
        var before = await MarkAsync();
        await using (var context = Contexts.CreateDbContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
            await StoreMark.AdvanceAsync(context, StoreMark.AnswerContent, Cancellation);
            (await StoreMark.NumberAsync(context, StoreMark.AnswerContent, Cancellation)).ShouldBe(before + 1);
            await transaction.RollbackAsync(Cancellation);
        }

        (await MarkAsync()).ShouldBe(before);
        await ImportAsync("zhengwu");
        (await MarkAsync()).ShouldBe(before + 1);
    }

    private Task<Outcome<ImportedReport>> ImportAsync(string owner, ReportKind kind = ReportKind.Report, params string[] quotableBy) =>
        new ReadingOffice(Contexts, Clock).Library.ImportAsync(
            new ReportDescription(owner, "report.txt") { Kind = kind, QuotableBy = quotableBy }, Content, Acting.CommandLine, Cancellation);

    private async Task<Report> ReadAsync(long id)
    {
        await using var context = Contexts.CreateDbContext();
        return await context.Set<Report>().AsNoTrackingWithIdentityResolution()
            .Include(report => report.Sections).Include(report => report.Versions).SingleAsync(report => report.Id == id, Cancellation);
    }

    private async Task<long> MarkAsync()
    {
        await using var context = Contexts.CreateDbContext();
        return await StoreMark.NumberAsync(context, StoreMark.AnswerContent, Cancellation);
    }

    public sealed class OnSqlite() : KeepingReportsTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : KeepingReportsTests(server);
}
