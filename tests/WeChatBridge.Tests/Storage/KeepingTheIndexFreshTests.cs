using System.Text;
using WeChatBridge.Audit;
using WeChatBridge.Reports;
using WeChatBridge.Reviews;
using WeChatBridge.Search.Index;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Storage;

/// <summary>What is answered from follows the store: what changed is read, the rest stays, and answers never stop.</summary>
public abstract class KeepingTheIndexFreshTests(StoreSource source) : StoreTests(source)
{
    private const string Account = "zhengwu";

    [Fact]
    public async Task A_report_imported_later_answers_after_the_next_look()
    {
        using var index = await NewIndexAsync();
        await ImportAsync("医保", "参保缴费时间为每年九月到十二月");
        Ask(index, "参保缴费时间").ShouldBeOfType<SearchOutcome.NothingFound>();

        await index.RefreshAsync(Cancellation);

        Ask(index, "参保缴费时间").ShouldBeOfType<SearchOutcome.Sure>();
    }

    [Fact]
    public async Task Only_what_changed_is_read_again()
    {
        var kept = await ImportAsync("医保", "参保缴费时间为每年九月到十二月");
        await ImportAsync("低保", "低保申请由户主向镇政府提出");
        using var index = await NewIndexAsync();
        var before = index.Of(Account).Reports[kept];

        await ImportAsync("停水", "中央街七月停止供水");
        await index.RefreshAsync(Cancellation);

        index.Of(Account).Reports.Count.ShouldBe(3);
        index.Of(Account).Reports[kept].ShouldBeSameAs(before);
        Ask(index, "低保申请").ShouldBeOfType<SearchOutcome.Sure>();
        Ask(index, "中央街停止供水").ShouldBeOfType<SearchOutcome.Sure>();
    }

    [Fact]
    public async Task A_shelf_on_which_nothing_changed_stays_the_very_same()
    {
        await ImportAsync("医保", "参保缴费时间为每年九月到十二月");
        await ImportAsync("代表", "代表联络站每月接待一次", owner: "renda");
        using var index = await NewIndexAsync();
        var (changed, untouched) = (index.Of(Account), index.Of("renda"));

        await ImportAsync("停水", "中央街七月停止供水");
        await index.RefreshAsync(Cancellation);

        index.Of("renda").ShouldBeSameAs(untouched);
        index.Of(Account).ShouldNotBeSameAs(changed);
    }

    [Fact]
    public async Task A_report_made_internal_falls_silent_and_comes_back()
    {
        var id = await ImportAsync("医保", "参保缴费时间为每年九月到十二月");
        await ImportAsync("低保", "低保申请由户主向镇政府提出");
        using var index = await NewIndexAsync();

        await ChangeAsync(id, Visibility.Internal);
        await index.RefreshAsync(Cancellation);
        Ask(index, "参保缴费时间").ShouldBeOfType<SearchOutcome.NothingFound>();
        index.Of(Account).Reports.Keys.ShouldNotContain(id);

        await ChangeAsync(id, Visibility.Public);
        await index.RefreshAsync(Cancellation);
        Ask(index, "参保缴费时间").ShouldBeOfType<SearchOutcome.Sure>();
    }

    [Fact]
    public async Task Synonyms_change_without_reading_a_report_again()
    {
        var id = await ImportAsync("低保", "最低生活保障申请由户主向镇政府提出");
        using var index = await NewIndexAsync();
        var before = index.Of(Account).Reports[id];
        Ask(index, "吃不上饭补助").ShouldBeOfType<SearchOutcome.NothingFound>();

        var reviews = new ReviewDesk(new ReviewPlans(new ReviewOptions()), new AuditTrail(Clock), Clock);
        await new SynonymDesk(Contexts, new WordingLog(reviews, Clock))
            .InstallAsync([Account], SynonymList.Parse(["吃不上饭补助\t最低生活保障"]), Acting.Installer, Cancellation);
        await index.RefreshAsync(Cancellation);

        Ask(index, "吃不上饭补助").ShouldNotBeOfType<SearchOutcome.NothingFound>();
        index.Of(Account).Reports[id].ShouldBeSameAs(before);
        await ImportAsync("停水", "中央街七月停止供水");
        await index.RefreshAsync(Cancellation);
        Ask(index, "吃不上饭补助").ShouldNotBeOfType<SearchOutcome.NothingFound>();
    }

    [Fact]
    public async Task A_library_changed_many_times_is_renewed_and_answers_as_one_built_at_once()
    {
        using var index = await NewIndexAsync();
        for (var i = 0; i < 12; i++)
        {
            var id = await ImportAsync($"通知{i}", $"第{i}号公告，中央街七月停止供水");
            await index.RefreshAsync(Cancellation);
            await ChangeAsync(id, i < 10 ? Visibility.Internal : Visibility.Public);
            await index.RefreshAsync(Cancellation);
        }

        index.Of(Account).Index.IsWorn.ShouldBeFalse();
        using var fresh = await NewIndexAsync();
        index.Of(Account).Reports.Keys.Order().ShouldBe(fresh.Of(Account).Reports.Keys.Order());
        Found(index, "中央街停止供水").ShouldBe(Found(fresh, "中央街停止供水"));
    }

    [Fact]
    public async Task A_reader_keeps_getting_answers_while_the_index_is_refreshed()
    {
        await ImportAsync("医保", "参保缴费时间为每年九月到十二月");
        using var index = await NewIndexAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var unanswered = 0;
        var asking = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reader = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    unanswered += Ask(index, "参保缴费时间") is SearchOutcome.NothingFound ? 1 : 0;
                    asking.TrySetResult();
                }
            },
            Cancellation);
        await asking.Task.WaitAsync(Cancellation);

        for (var i = 0; i < 8; i++)
        {
            await ImportAsync($"通知{i}", $"第{i}号公告，草原路八月修路");
            await index.RefreshAsync(Cancellation);
        }

        await stop.CancelAsync();
        await reader;
        unanswered.ShouldBe(0);
        index.Of(Account).Reports.Count.ShouldBe(9);
    }

    private static SearchOutcome Ask(ReportIndex index, string question) => index.Of(Account).Index.Find(question);

    // The sections, not their scores: words of what was withdrawn go on counting in the rarity of terms until the next renewal.
    private static IEnumerable<string> Found(ReportIndex index, string question) =>
        index.Of(Account).Index.Rank(question, 5).Select(hit => hit.SectionId).Order();

    private async Task<ReportIndex> NewIndexAsync()
    {
        var index = new ReportIndex(Contexts, Clock);
        await index.RefreshAsync(Cancellation);
        return index;
    }

    private async Task<long> ImportAsync(string title, string text, string owner = Account)
    {
        var content = Encoding.UTF8.GetBytes($"{title}情况说明\n一、{title}事项\n{text}，请按要求办理。\n二、其他\n以上事项自公布之日起执行。\n");
        using var office = new ReadingOffice(Contexts, Clock);
        var imported = await office.Library.ImportAsync(new ReportDescription(owner, $"{title}.txt"), content, Acting.CommandLine, Cancellation);
        return imported.Value.Id;
    }

    private async Task ChangeAsync(long id, Visibility visibility)
    {
        using var office = new ReadingOffice(Contexts, Clock);
        await office.Library.ChangeAsync(id, facts => facts with { Visibility = visibility }, Acting.CommandLine, Cancellation);
    }

    public sealed class OnSqlite() : KeepingTheIndexFreshTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : KeepingTheIndexFreshTests(server);
}
