using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WeChatBridge.Search.Documents;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace WeChatBridge.Search.Tests.Documents;

public sealed class ReadingFormattedFilesTests
{
    [Fact]
    public void Html_gives_headings_paragraphs_numbered_items_and_rows_and_no_scripts()
    {
        const string Html = """
            <!doctype html><html><head><title>x</title><style>p{}</style></head><body><nav>首页</nav>
            <h1>办事指南</h1><p>凭<b>身份证</b>
            办理。<br>当场办结。</p><script>alert(1)</script>
            <ol><li>户口簿</li><li>照片</li></ol><table><tr><th>项目</th><th>金额</th></tr><tr><td>工本费</td><td>20元</td></tr></table></body></html>
            """;
        Read(Html, "指南.html").ShouldBe("# 办事指南\n凭身份证 办理。\n当场办结。\n1. 户口簿\n2. 照片\n项目\t金额\n工本费\t20元");
    }

    [Fact]
    public void A_page_that_is_one_form_is_read_and_what_is_typed_or_picked_in_it_is_not() => Read(
        """
        <html><body><form id="aspnetForm" method="post"><input type="hidden" name="__VIEWSTATE" value="dDwt">
        <div>停水公告</div><select><option>本站</option></select><textarea>请输入</textarea><p>3月5日上午停水。</p><button>搜索</button></form></body></html>
        """,
        "公告.aspx.html").ShouldBe("停水公告\n3月5日上午停水。");

    [Fact]
    public void A_text_box_of_a_word_file_is_read_once_and_as_paragraphs_of_its_own()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>联系电话</w:t></w:r></w:p><w:p><w:r><w:t>0470-0000000</w:t></w:r></w:p></w:txbxContent>";
        var anchor = new Paragraph($"""
            <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
              xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
              xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
              xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
              xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r><w:t>停水公告</w:t></w:r><w:r><mc:AlternateContent>
            <mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="框"/><a:graphic>
            <a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>{Box}</wps:txbx><wps:bodyPr/>
            </wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:shape><v:textbox>{Box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
            <w:r><w:t>（第二次）</w:t></w:r></w:p>
            """);

        DocumentText.Read(WordFile(anchor, Line("3月5日上午停水。")), "公告.docx").Text
            .ShouldBe("停水公告（第二次）\n联系电话\n0470-0000000\n3月5日上午停水。\n");
    }

    [Fact]
    public void Markdown_gives_the_same_text_as_its_page() =>
        Read("## 一、总体要求\n\n坚持**先审查**、后公开。\n\n| 项目 | 金额 |\n|---|---|\n| 工本费 | 20元 |\n", "方案.md")
            .ShouldBe("## 一、总体要求\n坚持先审查、后公开。\n项目\t金额\n工本费\t20元");

    [Fact]
    public void A_word_file_gives_heading_styles_automatic_numbers_and_table_rows() =>
        DocumentText.Read(WordFile(), "报告.docx").Text.ShouldBe("# 一、 概述\n镇政府高度重视。\n# 二、 公开情况\n项目\t件数\n申请\t5\n");

    [Fact]
    public void The_outline_of_a_word_file_follows_its_numbers()
    {
        var outline = OutlineSplitter.Split(DocumentText.Read(WordFile(), "报告.docx").Text.ShouldNotBeNull());
        outline.Sections.Select(section => section.Number + section.Heading).ShouldBe(["一、概述", "二、公开情况"]);
    }

    [Fact]
    public void Headings_that_are_only_bold_larger_or_centred_are_headings()
    {
        var text = DocumentText.Read(
            WordFile(
                Look("示例镇便民服务", bold: true, centred: true),
                Look("工作情况报告", bold: true, centred: true),
                Line("镇政府一年来为群众办理了许多事情，现将便民服务工作的有关情况报告如下。"),
                Look("服务窗口", bold: true),
                Line("窗口设在一楼大厅，工作日上午八点半到下午五点开放。"),
                Look("服务时间", size: 32),
                Line("节假日另行通知，请以当日公布的时间为准。"),
                Look("办理结果", centred: true),
                Line("办结后以短信通知。"),
                new Paragraph(new Run(new RunProperties(new Bold()), new WordRun("注意：")), new Run(new WordRun("请带身份证。"))),
                Look("2018年1月5日", centred: true)),
            "报告.docx").Text.ShouldNotBeNull();
        text.Split('\n').Where(line => line.StartsWith('#')).ShouldBe(["## 服务窗口", "## 服务时间", "## 办理结果"]);
        OutlineSplitter.Split(text).Title.ShouldBe("示例镇便民服务工作情况报告");
    }

    [Theory]
    [InlineData("PK\u0003\u0004not a package", "报告.docx", DocumentRefusal.Damaged)]
    [InlineData("plain words", "报告.docx", DocumentRefusal.Damaged)]
    [InlineData("PK\u0003\u0004", "报告.zip", DocumentRefusal.UnsupportedFormat)]
    [InlineData("<html><script>x</script></html>", "空.html", DocumentRefusal.Empty)]
    public void A_broken_or_empty_file_is_refused_by_name(string content, string fileName, DocumentRefusal refusal) =>
        DocumentText.Read(Encoding.UTF8.GetBytes(content), fileName).Refusal.ShouldBe(refusal);

    [Fact]
    public void A_truncated_word_file_is_refused()
    {
        var whole = WordFile();
        for (var length = 4; length < whole.Length; length += whole.Length / 16)
        {
            DocumentText.Read(whole.AsMemory(0, length), "报告.docx").Refusal.ShouldBe(DocumentRefusal.Damaged);
        }
    }

    [Fact]
    public void Deeply_nested_html_is_read_without_exhausting_the_stack() =>
        DocumentText.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 20_000)) + "深"), "深.html").ShouldNotBeNull();

    private static string? Read(string content, string fileName) => DocumentText.Read(Encoding.UTF8.GetBytes(content), fileName).Text;

    private static byte[] WordFile()
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleParagraphProperties(new OutlineLevel { Val = 0 })) { StyleId = "1", Type = StyleValues.Paragraph });
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(
                    new Level(
                        new StartNumberingValue { Val = 1 },
                        new NumberingFormat { Val = NumberFormatValues.ChineseCounting },
                        new LevelText { Val = "%1、" })
                    { LevelIndex = 0 })
                { AbstractNumberId = 3 },
                new NumberingInstance(new AbstractNumId { Val = 3 }) { NumberID = 7 });
            main.Document = new Document(new Body(
                Heading("概述"), Line("镇政府高度重视。"), Heading("公开情况"), new Table(Row("项目", "件数"), Row("申请", "5"))));
        }

        return stream.ToArray();
    }

    private static Paragraph Heading(string text) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = "1" },
            new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 7 })),
        new Run(new WordRun(text)));

    private static Paragraph Look(string text, bool bold = false, bool centred = false, int? size = null)
    {
        var run = new RunProperties();
        run.Append(bold ? [new Bold()] : Array.Empty<OpenXmlElement>());
        run.Append(size is { } points ? [new FontSize { Val = $"{points}" }] : Array.Empty<OpenXmlElement>());
        var paragraph = new Paragraph(new Run(run, new WordRun(text)));
        paragraph.ParagraphProperties = centred ? new ParagraphProperties(new Justification { Val = JustificationValues.Center }) : null;
        return paragraph;
    }

    private static byte[] WordFile(params Paragraph[] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.AddMainDocumentPart().Document = new Document(new Body(paragraphs));
        }

        return stream.ToArray();
    }

    private static Paragraph Line(string text) => new(new Run(new WordRun(text)));

    private static TableRow Row(params string[] cells) => new(cells.Select(cell => new TableCell(Line(cell))));
}
