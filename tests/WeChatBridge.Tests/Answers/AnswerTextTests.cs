using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Reports;
using WeChatBridge.Search.Documents;
using WeChatBridge.Search.Excerpts;
using WeChatBridge.Search.Index;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Tests.Answers;

public sealed class AnswerTextTests
{
    [Fact]
    public void A_long_section_is_cut_and_keeps_its_source_line()
    {
        var answer = Say(string.Concat(Enumerable.Repeat("群众办事只需跑一次。", 200)), isWhole: false);

        answer.Text.ShouldEndWith("出处：《便民服务报告》（2025年）“一、概述”");
        answer.Text.ShouldContain("（以上为节选）");
        TextLimit.Fits(answer.Text).ShouldBeTrue();
        answer.Text.Length.ShouldBeGreaterThan(550);
        answer.Text.ShouldContain("只需跑一次。\n（以上为节选）");
    }

    [Fact]
    public void A_part_of_a_section_never_passes_for_the_whole_however_tight_the_room()
    {
        for (var length = 1; length <= 600; length++)
        {
            Say(new string('文', length), isWhole: false).Text.ShouldContain("\n（以上为节选）\n\n出处：", customMessage: $"{length} characters");
        }
    }

    [Fact]
    public void A_choice_too_long_for_one_reply_drops_its_last_items_and_keeps_its_last_line()
    {
        var heading = string.Concat(Enumerable.Repeat("优化办事流程", 25));
        var outline = new DocumentOutline("文", [new OutlineSection(0, 1, "一、", heading, [], 0, 1, "文")], "报告", null, null, 2025);
        var report = Report.From(new ReportDescription("zhengwu", "a.txt"), outline, "hash", DateTimeOffset.UnixEpoch);
        var quotation = new Quotation(report, report.Sections[0], IsForeign: false);

        var answer = AnswerText.ForChoice([quotation, quotation, quotation, quotation, quotation]);

        TextLimit.Fits(answer.Text).ShouldBeTrue();
        answer.Text.ShouldEndWith("请换个说法再问一次。");
        answer.Text.Split('\n').Count(line => line.StartsWith("· 一、")).ShouldBe(3);
    }

    [Fact]
    public void A_section_that_fits_is_given_whole()
    {
        var answer = Say("群众办事只需跑一次。", isWhole: true);

        answer.Text.ShouldBe("【一、概述】\n群众办事只需跑一次。\n\n出处：《便民服务报告》（2025年）“一、概述”");
    }

    [Fact]
    public void Whatever_the_text_the_reply_fits_ends_with_its_source_and_splits_no_character()
    {
        string[] parts = ["政", "务", "𠮷", "👨‍👩‍👧", "é", "a", "。", "\n", " ", "https://example.org/a", "<a href=\"https://example.org\">链接</a>"];
        var texts = Gen.Elements(parts).ListOf().Select(list => string.Concat(list));
        var longTexts = Gen.Choose(0, 400).SelectMany(size => Gen.Elements(parts).ListOf(size)).Select(list => string.Concat(list));

        Prop.ForAll(Arb.From(Gen.OneOf(texts, longTexts)), (string text) =>
        {
            var answer = Say(text, isWhole: true);
            var quoted = answer.Text.Split("】\n", 2)[1].Split("\n（以上为节选）")[0];
            var whole = new HashSet<int>(StringInfo.ParseCombiningCharacters(text)) { text.Length };
            return TextLimit.Fits(answer.Text)
                && answer.Text.EndsWith("出处：《便民服务报告》（2025年）“一、概述”", StringComparison.Ordinal)
                && Encoding.UTF8.GetByteCount(answer.Text) <= 2047
                && (!answer.Text.Contains("（以上为节选）") || whole.Contains(quoted.Length));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Without_a_contact_card_nothing_is_made_up()
    {
        var answer = AnswerText.ForNotFound(ContactCard.Empty, "");

        answer.Text.ShouldNotContain("联系");
        answer.Text.ShouldNotContain("电话");
    }

    private static Answer Say(string text, bool isWhole)
    {
        var section = new OutlineSection(0, 1, "一、", "概述", [], 0, text.Length, text);
        var outline = new DocumentOutline(text, [section], "便民服务报告", null, null, 2025);
        var report = Report.From(new ReportDescription("zhengwu", "a.txt"), outline, "hash", DateTimeOffset.UnixEpoch);
        var hit = new SectionHit("1", "1", 1, new Excerpt(text, 0, text.Length, isWhole));
        return AnswerText.ForSection(new Quotation(report, report.Sections[0], IsForeign: false), hit);
    }
}
