using WeChatBridge.Answers.Rules;
using WeChatBridge.Audit;
using WeChatBridge.Reports;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Storage;

/// <summary>Rules and synonyms at their desks, on every database.</summary>
public abstract class KeepingRulesTests(StoreSource source) : StoreTests(source)
{
    private ReviewingOffice Office => new(Contexts, Clock);

    private WordingLog Wordings => new(new ReviewDesk(new ReviewPlans(new ReviewOptions()), new AuditTrail(Clock), Clock), Clock);

    private RuleDesk Rules => new(Contexts, Wordings, new AuditTrail(Clock), new ReportIndex(Contexts, Clock), Clock);

    private SynonymDesk Synonyms => new(Contexts, Wordings);

    [Fact]
    public async Task A_rule_speaks_in_its_confirmed_version_only_and_the_trail_is_whole()
    {
        var editor = await Office.TakesOnAsync("editor", StaffRole.Editor);
        var reviewer = await Office.TakesOnAsync("reviewer", StaffRole.Reviewer);

        var written = (await Rules.AddAsync("zhengwu", Draft("一"), editor, Cancellation)).Value;
        (await SpokenAsync()).ShouldBeEmpty();
        (await Office.ApprovesAsync(written.ReviewId, reviewer)).Refusal.ShouldBeNull();
        (await SpokenAsync()).ShouldHaveSingleItem().ShouldBe("一");
        var second = (await Rules.ChangeAsync(written.RuleId, Draft("二"), editor, Cancellation)).Value;
        (await SpokenAsync()).ShouldHaveSingleItem().ShouldBe("一");
        (await Office.ApprovesAsync(second.ReviewId, reviewer)).Refusal.ShouldBeNull();
        (await SpokenAsync()).ShouldHaveSingleItem().ShouldBe("二");

        second.Version.ShouldBe(2);
        await using var context = Contexts.CreateDbContext();
        (await AuditTrail.VerifyAsync(context, Cancellation)).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task Earlier_words_written_again_are_the_earlier_version_and_are_confirmed_anew()
    {
        var editor = await Office.TakesOnAsync("editor", StaffRole.Editor);
        var reviewer = await Office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        var first = (await Rules.AddAsync("zhengwu", Draft("一"), editor, Cancellation)).Value;
        await Office.ApprovesAsync(first.ReviewId, reviewer);
        var second = (await Rules.ChangeAsync(first.RuleId, Draft("二"), editor, Cancellation)).Value;
        await Office.ApprovesAsync(second.ReviewId, reviewer);

        var back = (await Rules.ChangeAsync(first.RuleId, Draft("一"), editor, Cancellation)).Value;

        back.Version.ShouldBe(1);
        (await SpokenAsync()).ShouldHaveSingleItem().ShouldBe("二");
        (await Office.ApprovesAsync(back.ReviewId, reviewer)).Refusal.ShouldBeNull();
        (await SpokenAsync()).ShouldHaveSingleItem().ShouldBe("一");
    }

    [Fact]
    public async Task A_returned_version_is_silent_and_is_not_submitted_unchanged()
    {
        var editor = await Office.TakesOnAsync("editor", StaffRole.Editor);
        var reviewer = await Office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        var written = (await Rules.AddAsync("zhengwu", Draft("一"), editor, Cancellation)).Value;
        await Office.ReturnsAsync(written.ReviewId, reviewer);

        (await Rules.ChangeAsync(written.RuleId, Draft("一"), editor, Cancellation)).Refusal.ShouldNotBeNull();
        (await Rules.ChangeAsync(written.RuleId, Draft("二"), editor, Cancellation)).Refusal.ShouldBeNull();
        (await SpokenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_retired_rule_leaves_nothing_to_examine()
    {
        var editor = await Office.TakesOnAsync("editor", StaffRole.Editor);
        var reviewer = await Office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        var written = (await Rules.AddAsync("zhengwu", Draft("一"), editor, Cancellation)).Value;

        (await Rules.RetireAsync(written.RuleId, editor, Cancellation)).Refusal.ShouldBeNull();

        (await Office.Reviews.WaitingForAsync(reviewer, "zhengwu", Cancellation)).ShouldBeEmpty();
        (await Office.ApprovesAsync(written.ReviewId, reviewer)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Synonyms_are_installed_once_for_each_account_and_change_by_confirmed_versions()
    {
        var editor = await Office.TakesOnAsync("editor", StaffRole.Editor);
        var reviewer = await Office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        var seeds = SynonymList.Parse(["# 说明", "电话\t联系电话", "", "单独"]);
        await Synonyms.InstallAsync(["zhengwu"], seeds, Acting.Installer, Cancellation);
        await Synonyms.InstallAsync(["zhengwu", "renda"], SynonymList.Empty, Acting.Installer, Cancellation);

        (await Synonyms.ListAsync("zhengwu", Cancellation)).Used.ToText().ShouldBe("电话\t联系电话");
        var added = (await Synonyms.AddAsync("zhengwu", ["低保", "最低生活保障"], editor, Cancellation)).Value;
        (await Synonyms.ListAsync("zhengwu", Cancellation)).Used.Groups.Count.ShouldBe(1);
        (await Office.ApprovesAsync(added.ReviewId, reviewer)).Refusal.ShouldBeNull();
        (await Synonyms.ListAsync("zhengwu", Cancellation)).Used.Groups.Count.ShouldBe(2);
        (await Synonyms.ListAsync("renda", Cancellation)).Used.Groups.ShouldBeEmpty();
    }

    private static RuleDraft Draft(string text) =>
        new(new RuleContent("公积金", [new RuleKeyword("公积金", KeywordMatch.Contained)], [new RuleReply.Words(text)]));

    private async Task<IReadOnlyList<string>> SpokenAsync()
    {
        var book = new RuleBook(Contexts);
        await book.RefreshAsync(Cancellation);
        return [.. book.Of("zhengwu").Rules.Values.Select(rule => ((RuleReply.Words)rule.Replies[0]).Text)];
    }

    public sealed class OnSqlite() : KeepingRulesTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : KeepingRulesTests(server);
}
