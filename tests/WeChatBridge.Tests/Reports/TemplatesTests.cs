using WeChatBridge.Reports;
using WeChatBridge.Search.Documents;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Reports;

public sealed class TemplatesTests() : StoreTests(new SqliteFiles())
{
    private const string FilledGuide =
        "残疾人证换领办事指南\n办理条件\t持证满十年、户籍在本镇的残疾人\n所需材料\t旧证、两寸照片两张、身份证原件\n办理地点\t镇便民服务中心五号窗口\n"
        + "办理时间\t工作日上午八时三十分至十一时三十分\n咨询电话\t0470-0000008\n办理依据\t《残疾人证管理办法》\n核对日期\t2026年3月1日\n";

    [Theory]
    [InlineData(ReportKind.Guide, "办理条件 所需材料 办理地点 办理时间 办理流程 咨询电话 办理依据 核对日期")]
    [InlineData(ReportKind.Policy, "总则 条件和标准 申请和办理 监督和责任 附则")]
    [InlineData(ReportKind.Notice, "事项 时间 范围 注意事项 联系方式")]
    [InlineData(ReportKind.Report, "概述 工作情况 存在的问题 下一步工作")]
    internal void Each_kind_has_a_template_whose_headings_the_import_recognises(ReportKind kind, string headings)
    {
        var outline = OutlineSplitter.Split(DocumentText.Read(ReportTemplate.Write(kind), "模板.docx").Text!);

        outline.Sections.Where(section => section.Heading.Length > 0).Select(section => section.Heading).ShouldBe(headings.Split(' '));
        outline.Title.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(ReportKind.Guide, "## 办理地点", "镇便民服务中心三号窗口。", "高龄津贴办事指南", "高龄津贴在哪办")]
    [InlineData(ReportKind.Policy, "## 第二章 条件和标准", "年满八十周岁的老年人，每人每月一百元。", "高龄津贴发放办法", "高龄津贴每月多少钱")]
    [InlineData(ReportKind.Notice, "## 二、时间", "3月5日上午八时至十二时停止供水。", "关于停水检修的公告", "什么时候停水")]
    [InlineData(ReportKind.Report, "## 三、存在的问题", "公开不够及时，更新不够到位。", "2025年示例镇工作年度报告", "2025年工作年度报告存在的问题")]
    internal async Task A_filled_in_template_is_imported_and_answers(ReportKind kind, string heading, string text, string title, string question)
    {
        using var office = new ReadingOffice(Contexts, Clock);
        var filled = Fill(kind, title, heading, text);

        (await office.ImportsAsync("填好.docx", WordTemplate.Write(filled), Acting.CommandLine, description => description with { Kind = kind }))
            .Refusal.ShouldBeNull();

        (await office.TitlesAsync()).ShouldBe([title]);
        (await office.FindsAsync(question)).ShouldNotBeNull().ShouldContain(text.TrimEnd('。'));
    }

    [Fact]
    public async Task A_guide_that_is_one_table_is_answered_row_by_row()
    {
        using var office = new ReadingOffice(Contexts, Clock);

        var imported = await office.ImportsAsync(FilledGuide, Acting.CommandLine, description => description with { Kind = ReportKind.Guide });

        imported.Value.Title.ShouldBe("残疾人证换领办事指南");
        (await office.FindsAsync("残疾人证换领在哪办")).ShouldBe("镇便民服务中心五号窗口");
        (await office.LooksAtAsync(imported.Value.Id, Acting.CommandLine)).Findings
            .ShouldNotContain(finding => finding.Kind == ReportFindingKind.GuideIncomplete);
    }

    // As a person fills it in: every place replaced, the wanted one by the given text.
    private static string Fill(ReportKind kind, string title, string heading, string text)
    {
        var lines = DocumentText.Read(ReportTemplate.Write(kind), "模板.docx").Text!.Split('\n');
        var filled = new List<string> { "# " + title };
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            var isWanted = filled[^1] == heading;
            filled.Add(line.StartsWith('#') ? "#" + line : isWanted ? text : "此处按实际情况填写完毕，内容与其他各节无关。");
        }

        filled.ShouldContain(heading);
        return string.Join('\n', filled);
    }
}
