using WeChatBridge.Search.Index;

namespace WeChatBridge.Search.Tests.Index;

/// <summary>When a document was written, passed or takes effect is said once, in words no question repeats.</summary>
public sealed class OwnDateTests
{
    private static readonly SectionIndex Index = SectionIndex.Build(EvaluationFolder.Documents(), EvaluationFolder.Vocabulary());

    [Theory]
    [InlineData("低保细则从哪天开始实行的", "2023年7月1日起施行")]
    [InlineData("最低生活保障实施细则施行日期", "2023年7月1日起施行")]
    [InlineData("联络站工作制度是什么时候定的", "2022年5月")]
    public void The_date_of_the_document_itself_is_found(string question, string date) =>
        Index.Find(question).ShouldBeOfType<SearchOutcome.Sure>().Hit.Excerpt.Text.ShouldContain(date);

    [Theory]
    [InlineData("低保金什么时候发放", "每月10日前")]
    [InlineData("代表什么时候接待选民", "每月15日")]
    public void What_a_document_says_happens_when_is_no_date_of_its_own(string question, string time) =>
        Index.Find(question).ShouldBeOfType<SearchOutcome.Sure>().Hit.Excerpt.Text.ShouldContain(time);

    [Fact]
    public void A_long_text_is_shown_from_where_it_states_the_date()
    {
        var text = $"{string.Concat(Enumerable.Repeat("村务公开应当真实及时。", 80))}\n2020年6月12日经镇人民代表大会通过。";
        IndexedDocument document = new("d", "Report", "示例镇村务公开办法", null, null, null, [new("0", 0, 1, "", "示例镇村务公开办法", [], text)]);
        var hit = SectionIndex.Build([document], Vocabulary.Empty).Find("村务公开办法哪天通过的").ShouldBeOfType<SearchOutcome.Sure>().Hit;
        hit.Excerpt.Text.ShouldContain("2020年6月12日");
    }
}
