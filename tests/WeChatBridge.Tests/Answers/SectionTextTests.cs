using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Reports;
using WeChatBridge.Search.Documents;
using WeChatBridge.Search.Excerpts;
using WeChatBridge.Search.Index;
using WeChatBridge.Search.Text;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Tests.Answers;

public sealed class SectionTextTests
{
    private const string Source = "出处：《便民服务报告》（2025年）“一、概述”";
    private const string Excerpted = "（以上为节选）";

    [Fact]
    public void A_long_section_is_cut_at_a_sentence_and_keeps_its_source_line()
    {
        var answer = Say(string.Concat(Enumerable.Repeat("群众办事只需跑一次。", 200)));

        answer.Text.ShouldEndWith(Source);
        answer.Text.ShouldContain("只需跑一次。\n（以上为节选）回复“更多”接着看");
        TextLimit.Fits(answer.Text).ShouldBeTrue();
        answer.Text.Length.ShouldBeGreaterThan(550);
    }

    [Fact]
    public void A_part_of_a_section_never_passes_for_the_whole_however_tight_the_room()
    {
        for (var length = 1; length <= 600; length++)
        {
            var answer = SectionText.ForHit(
                Section(), new string('文', length + 30), new SectionHit("1", "1", 1, new Excerpt(new string('文', length), 0, length, false)), ContactCard.Empty);
            answer.Text.ShouldContain("\n" + Excerpted, customMessage: $"{length} characters");
        }
    }

    [Fact]
    public void A_section_that_fits_is_given_whole() =>
        Say("群众办事只需跑一次。").Text.ShouldBe($"【一、概述】\n群众办事只需跑一次。\n\n{Source}");

    [Theory]
    [InlineData(FactKinds.Place, 2025, true)]
    [InlineData(FactKinds.Amount, 2025, false)]
    [InlineData(FactKinds.Amount, 2026, true)]
    public void A_place_may_have_changed_at_any_time_and_a_sum_once_its_year_is_over(FactKinds kind, int thisYear, bool told)
    {
        const string sentence = "地址在镇政府一楼，每人每月700元。";
        var hit = new SectionHit("1", "1", 1, new Excerpt(sentence, 0, sentence.Length, true))
        {
            Fact = new Fact(sentence, 0, sentence.Length, kind),
        };
        var account = new ServedAccount("zhengwu", 0, "政务", ContactCard.Empty, null);

        var quotation = Quotation.Of(account, Section().Report, Section().Section, new AnswersOptions(), new DateOnly(thisYear, 5, 1));

        SectionText.ForHit(quotation, sentence, hit, ContactCard.Empty).Text.Contains("可能已有变动").ShouldBe(told);
    }

    [Fact]
    public void Sections_shown_together_keep_their_headings_and_the_source_names_the_first_and_the_last()
    {
        const string text = "一、概述\n群众办事。\n一、概述\n只需跑一次。";
        var quotation = Section() with { Together = [Section().Section, Section().Section] };
        var hit = new SectionHit("1", "1", 1, new Excerpt(text, 0, text.Length, false)) { Together = ["1", "2"] };

        SectionText.ForHit(quotation, "群众办事。", hit, ContactCard.Empty).Text
            .ShouldBe($"{text}\n\n出处：《便民服务报告》（2025年）“一、概述”至“一、概述”");
        SectionText.ForHit(quotation, "群众办事。", hit with { Excerpt = new Excerpt(new string('文', 590), 0, 590, false) }, ContactCard.Empty).Text
            .ShouldBe($"【一、概述】\n群众办事。\n\n{Source}");
    }

    [Fact]
    public void Page_by_page_the_whole_section_is_shown_once_and_in_order()
    {
        var whole = string.Concat(Enumerable.Range(1, 300).Select(number => $"第{number}件事已经办好。"));

        var shown = new StringBuilder();
        for (var answer = SectionText.From(Section(), whole, 0); answer is not null; answer = SectionText.From(Section(), whole, answer.Place!.From))
        {
            TextLimit.Fits(answer.Text).ShouldBeTrue();
            shown.Append(PassageOf(answer));
        }

        shown.ToString().ShouldBe(whole);
    }

    [Fact]
    public void Whatever_the_text_the_reply_fits_ends_with_its_source_and_splits_no_character()
    {
        string[] parts = ["政", "务", "𠮷", "👨‍👩‍👧", "é", "a", "。", "\n", " ", "https://example.org/a", "<a href=\"https://example.org\">链接</a>"];
        var texts = Gen.Elements(parts).ListOf().Select(list => string.Concat(list));
        var longTexts = Gen.Choose(0, 400).SelectMany(size => Gen.Elements(parts).ListOf(size)).Select(list => string.Concat(list));

        Prop.ForAll(Arb.From(Gen.OneOf(texts, longTexts)), (string text) =>
        {
            var answer = Say(text);
            var end = answer.Place!.From;
            var whole = new HashSet<int>(StringInfo.ParseCombiningCharacters(text)) { text.Length };
            return TextLimit.Fits(answer.Text)
                && answer.Text.EndsWith(Source, StringComparison.Ordinal)
                && Encoding.UTF8.GetByteCount(answer.Text) <= 2047
                && (whole.Contains(end) || text.AsSpan(0, end).TrimEnd().Length < end);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_choice_too_long_for_one_reply_drops_its_last_items_and_keeps_its_last_line()
    {
        var label = string.Concat(Enumerable.Repeat("优化办事流程", 25));
        var items = Enumerable.Range(1, 5).Select(number => new OfferedItem(label, $"section:{number}")).ToList();

        var answer = ChoiceText.For("您想了解下面哪一项？", items, new AnswersOptions());

        TextLimit.Fits(answer.Text).ShouldBeTrue();
        answer.Text.ShouldEndWith("请换个说法再问。");
        answer.Offered.Count.ShouldBe(3);
        answer.Text.Split('\n').Count(line => line.Contains("优化")).ShouldBe(3);
    }

    [Fact]
    public void Lines_that_can_be_tapped_are_written_only_where_the_office_switched_them_on()
    {
        OfferedItem[] items = [new("一、概述", "section:1"), new("二、情况", "section:2")];

        ChoiceText.For("选", items, new AnswersOptions()).Text.ShouldNotContain("<a");
        ChoiceText.For("选", items, new AnswersOptions { TappableLinks = true }).Text
            .ShouldContain("<a href=\"weixin://bizmsgmenu?msgmenucontent=2&msgmenuid=2\">2. 二、情况</a>");
    }

    private static string PassageOf(Answer answer) =>
        answer.Text.Split('\n', 2)[1].Split("\n\n出处：")[0].Split("\n" + Excerpted)[0];

    private static Answer Say(string text) =>
        SectionText.ForHit(Section(), text, new SectionHit("1", "1", 1, new Excerpt(text, 0, text.Length, true)), ContactCard.Empty);

    private static Quotation Section()
    {
        var section = new OutlineSection(0, 1, "一、", "概述", [], 0, 1, "文");
        var outline = new DocumentOutline("文", [section], "便民服务报告", null, null, 2025);
        var report = Report.From(new ReportDescription("zhengwu", "a.txt"), outline, "hash", "editor", DateTimeOffset.UnixEpoch);
        return new Quotation(report, report.Sections[0], IsForeign: false);
    }
}
