using WeChatBridge.Search.Index;

namespace WeChatBridge.Search.Tests.Index;

public sealed class KeepingTheIndexFreshTests
{
    private const string Notice = "停水通知\n因更换阀门，7月18日22时起中央街停止供水。\n";

    private static readonly SectionIndex Index = SectionIndex.Build([Sample.Index(Sample.AnnualReport)], Vocabulary.Empty);

    [Fact]
    public void A_document_added_later_answers_and_the_old_index_stays_as_it_was()
    {
        var grown = Index.With(Sample.Index("停水", Notice, "notice"));
        grown.Find("中央街停止供水").ShouldBeOfType<SearchOutcome.Sure>().Hit.DocumentId.ShouldBe("停水");
        grown.Find("统计期限").ShouldBeOfType<SearchOutcome.Sure>().Hit.DocumentId.ShouldBe(Sample.AnnualReport);
        Index.Find("中央街停止供水").ShouldBeOfType<SearchOutcome.NothingFound>();
    }

    [Fact]
    public void A_withdrawn_document_falls_silent()
    {
        var empty = Index.Without(Sample.AnnualReport);
        empty.Find("统计期限").ShouldBeOfType<SearchOutcome.NothingFound>();
        empty.TextOf(Sample.AnnualReport, "0").ShouldBeNull();
    }

    [Fact]
    public void A_new_edition_replaces_the_old_one()
    {
        var corrected = Notice.Replace("22时", "23时", StringComparison.Ordinal);
        var changed = Index.With(Sample.Index("停水", Notice, "notice")).With(Sample.Index("停水", corrected, "notice"));
        changed.Find("中央街停止供水").ShouldBeOfType<SearchOutcome.Sure>().Hit.Excerpt.Text.ShouldContain("23时");
    }

    [Fact]
    public void A_document_that_comes_back_answers_again() =>
        Index.Without(Sample.AnnualReport).With(Sample.Index(Sample.AnnualReport)).Find("统计期限").ShouldBeOfType<SearchOutcome.Sure>();

    [Fact]
    public void Removing_what_is_not_there_changes_nothing() => Index.Without("无").ShouldBeSameAs(Index);
}
