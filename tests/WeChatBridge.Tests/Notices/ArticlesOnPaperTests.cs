using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Notices;

/// <summary>Articles that nobody has submitted yet, and articles that were discarded.</summary>
public abstract class ArticlesOnPaperTests(StoreSource source) : NoticeTests(source)
{
    private WritingOffice _writing = null!;

    [Fact]
    public async Task An_article_still_being_written_is_told_to_who_writes_when_its_twenty_working_days_are_nearly_over()
    {
        await _writing.WritesAsync(Editor);
        Clock.StandStill(At(20, 9, 0));
        (await ReadsAsync(Editor)).ShouldBeEmpty();

        Clock.StandStill(At(23, 9, 0));
        (await ReadsAsync(Editor)).ShouldBe(["“关于城乡居民医保集中缴费的通知”应在2099年3月30日（周一）前公开，还有 5 个工作日，目前没有发出。"]);
        (await ReadsAsync(Reviewer)).ShouldBeEmpty();

        Clock.StandStill(At(31, 9, 0));
        (await ReadsAsync(Editor)).ShouldHaveSingleItem().ShouldContain("已经超期");
    }

    [Fact]
    public async Task The_days_of_a_draft_run_from_what_its_writer_says_now()
    {
        var id = await _writing.WritesAsync(Editor);
        Clock.StandStill(At(23, 9, 0));
        (await ReadsAsync(Editor)).ShouldHaveSingleItem();

        await FactsBecomeAsync(id, facts => facts with { ChangedOn = new DateOnly(2099, 3, 20) });
        (await ReadsAsync(Editor)).ShouldBeEmpty();

        await FactsBecomeAsync(id, facts => facts with { ChangedOn = null });
        (await ReadsAsync(Editor)).ShouldHaveSingleItem();
        await FactsBecomeAsync(id, facts => facts with { Class = DisclosureClass.OnRequest });
        (await ReadsAsync(Editor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_discarded_draft_is_told_of_no_more_is_listed_nowhere_and_cannot_be_submitted()
    {
        var id = await _writing.WritesAsync(Editor);
        Clock.StandStill(At(31, 9, 0));
        (await ReadsAsync(Editor)).ShouldHaveSingleItem();

        (await _writing.DiscardsAsync(Editor, id)).Refusal.ShouldBeNull();

        (await ReadsAsync(Editor)).ShouldBeEmpty();
        (await _writing.ListsAsync(Editor)).Value.ShouldBeEmpty();
        (await _writing.SubmitsAsync(Editor, id)).Refusal.ShouldNotBeNull().ShouldContain("作废");
    }

    [Fact]
    public async Task A_discarded_article_that_was_being_examined_waits_for_nobody()
    {
        var id = await _writing.WritesAsync(Editor);
        await _writing.SubmitsAsync(Editor, id);
        (await ReadsAsync(Reviewer)).ShouldHaveSingleItem().ShouldContain("等待您复审");
        Clock.StandStill(At(24, 9, 0));
        (await ReadsAsync(Editor)).ShouldHaveSingleItem().ShouldContain("还有 4 个工作日");

        (await _writing.DiscardsAsync(Editor, id)).Refusal.ShouldBeNull();

        (await ReadsAsync(Reviewer)).ShouldBeEmpty();
        (await ReadsAsync(Editor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_discarded_article_that_had_come_back_is_not_asked_for_again()
    {
        var id = await _writing.WritesAsync(Editor);
        var submitted = (await _writing.SubmitsAsync(Editor, id)).Value;
        (await Office.ReturnsAsync(submitted.ReviewId, Reviewer)).Refusal.ShouldBeNull();
        (await ReadsAsync(Editor)).ShouldHaveSingleItem().ShouldContain("被退回修改");

        (await _writing.DiscardsAsync(Editor, id)).Refusal.ShouldBeNull();

        (await ReadsAsync(Editor)).ShouldBeEmpty();
        Clock.StandStill(At(31, 9, 0));
        (await ReadsAsync(Editor)).ShouldBeEmpty();
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _writing = new WritingOffice(Contexts, Clock);
    }

    private async Task FactsBecomeAsync(long id, Func<DisclosureFacts, DisclosureFacts> change) =>
        (await _writing.SavesAsync(Editor, id, content => content with { Disclosure = change(content.Disclosure) })).Refusal.ShouldBeNull();

    public sealed class OnSqlite() : ArticlesOnPaperTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : ArticlesOnPaperTests(server);
}
