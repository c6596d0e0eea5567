using WeChatBridge.Reports;
using WeChatBridge.Search.Documents;

namespace WeChatBridge.Tests.Reports;

public sealed class ReportFindingsTests
{
    private static readonly DateTimeOffset Imported = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_document_in_order_raises_nothing() => Of(
        "2025年示例镇政府信息公开工作年度报告\n一、概述\n全年主动公开信息209条，比上一年多十二条。\n示例镇人民政府\n2026年1月20日\n").ShouldBeEmpty();

    [Fact]
    public void Personal_numbers_are_named_with_their_section_and_never_repeated()
    {
        var findings = Of(
            "2025年示例镇救助名单公示\n一、名单\n张某，身份证11010519491231002X，手机13800138000、139 0013 9000。\n二、说明\n公示七天，有异议请打0470-3129100。\n示例镇人民政府\n2026年1月20日\n");

        findings.Where(finding => finding.Kind == ReportFindingKind.PersonalData).Select(finding => finding.Sentence)
            .ShouldBe(["“一、名单”里有像身份证号的号码 1 处，公开之前请核实。", "“一、名单”里有像手机号的号码 2 处，公开之前请核实。"]);
        findings.ShouldNotContain(finding => finding.Sentence.Contains("1949") || finding.Sentence.Contains("138"));
    }

    [Theory]
    [InlineData("养老保险缴费指南", true)]
    [InlineData("停水公告", true)]
    [InlineData("关于停水检修的公告", false)]
    [InlineData("示例镇关于停水检修的公告", false)]
    public void A_title_that_the_text_does_not_bear_is_named(string title, bool isNamed) =>
        Of("关于停水检修的公告\n一、时间\n3月5日上午停止供水四个小时，请提前储水。\n示例镇人民政府\n2026年3月1日\n", facts => facts with { Title = title })
            .Any(finding => finding.Kind == ReportFindingKind.Title).ShouldBe(isNamed);

    [Theory]
    [InlineData(null, 2026, "没有写明日期")]
    [InlineData("2026-03-09", 2026, "晚于导入的日子")]
    [InlineData("1926-03-01", 1926, "过早")]
    [InlineData("2026-03-01", 2027, "早于所述年度")]
    [InlineData("2026-03-01", 2017, "晚了两年以上")]
    [InlineData("2026-02-01", 2026, "与正文里的日期 2026-03-01 不一致")]
    public void A_date_that_cannot_be_right_is_named(string? issuedOn, int year, string sentence) =>
        Of(
            "关于停水检修的公告\n一、时间\n3月5日上午停止供水四个小时，请提前储水。\n示例镇人民政府\n2026年3月1日\n",
            facts => facts with { IssuedOn = issuedOn is null ? null : DateOnly.Parse(issuedOn, null), Year = year })
            .ShouldContain(finding => finding.Kind == ReportFindingKind.Date && finding.Sentence.Contains(sentence));

    [Fact]
    public void What_nobody_stated_or_filled_in_is_named()
    {
        var findings = Of("一段没有标题的文字，说的是停水。\n");

        findings.Select(finding => finding.Kind).ShouldContain(ReportFindingKind.NoIssuingBody);
        findings.Select(finding => finding.Kind).ShouldContain(ReportFindingKind.NoHeadings);
    }

    [Theory]
    [InlineData(ReportKind.Report)]
    [InlineData(ReportKind.Guide)]
    [InlineData(ReportKind.Policy)]
    [InlineData(ReportKind.Notice)]
    internal void A_template_that_was_not_filled_in_is_found_out(ReportKind kind)
    {
        var text = DocumentText.Read(ReportTemplate.Write(kind), "模板.docx").Text!;

        Of(text, facts => facts with { Kind = kind }).ShouldContain(finding => finding.Kind == ReportFindingKind.Unfilled);
    }

    [Fact]
    public void The_fields_a_guide_leaves_out_are_named()
    {
        var findings = Of(
            "高龄津贴办事指南\n一、办理条件\n年满八十周岁、户籍在本镇的老年人可以申请。\n二、办理地点\n镇便民服务中心三号窗口，工作日都可以办理。\n",
            facts => facts with { Kind = ReportKind.Guide });

        findings.Single(finding => finding.Kind == ReportFindingKind.GuideIncomplete).Sentence
            .ShouldBe("办事指南缺少：所需材料、办理时间、咨询电话、办理依据、核对日期。");
    }

    private static IReadOnlyList<ReportFinding> Of(string text, Func<ReportFacts, ReportFacts>? state = null)
    {
        var report = Report.From(new ReportDescription("zhengwu", "file.txt"), OutlineSplitter.Split(text), "hash", "editor", Imported);
        return ReportFindings.Of(report, state is null ? report.Facts : state(report.Facts));
    }
}
