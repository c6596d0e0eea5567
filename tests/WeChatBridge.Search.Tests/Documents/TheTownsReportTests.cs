using WeChatBridge.Search.Documents;

namespace WeChatBridge.Search.Tests.Documents;

public sealed class TheTownsReportTests
{
    private static readonly DocumentOutline Outline = OutlineSplitter.Split(Sample.Read(Sample.AnnualReport));

    [Fact]
    public void Title_date_issuing_body_and_year_are_read_from_the_text()
    {
        Outline.Title.ShouldBe("2017年红花尔基镇政府信息公开工作年度报告");
        Outline.IssuedOn.ShouldBe(new DateOnly(2017, 12, 27));
        Outline.IssuingBody.ShouldBe("红花尔基镇人民政府");
        Outline.Year.ShouldBe(2017);
    }

    [Fact]
    public void Odd_numbers_still_give_the_tree_the_office_meant()
    {
        Outline.Sections.Select(section => $"{section.Level} {section.Number}{section.Heading}".TrimEnd()).ShouldBe(
        [
            "1",
            "1 一、概述",
            "2 （一）提高认识，加强领导",
            "2 （2）完善制度，升华意识",
            "2 （3）加强监督，狠抓落实",
            "1 二、政府信息公开情况",
            "2 一、工作开展基本情况",
            "1 三、存在存在的不足和问题",
            "2 （一）认识不够到位",
            "2 （二）工作力度不大",
            "1 四、下一步工作安排",
            "2 （一）进一步提高对政务公开工作的认识",
            "2 （二）进一步加强对政务公开的领导和监督",
            "2 （三）进一步提高公开的质量和水平",
            "2 （四）进一步规范和完善政务公开的内容、形式",
            "2 （五）对应公开的政府信息公开目录及时梳理、分类",
            "1",
        ]);
    }

    [Fact]
    public void A_section_knows_the_headings_above_it()
    {
        Outline.Sections[4].HeadingPath.ShouldBe(["一、概述"]);
        Outline.Sections[6].HeadingPath.ShouldBe(["二、政府信息公开情况"]);
        Outline.Sections[1].HeadingPath.ShouldBeEmpty();
    }

    [Fact]
    public void The_heading_is_not_repeated_in_the_text_unless_it_is_part_of_the_sentence()
    {
        Outline.Sections[2].DisplayText.ShouldStartWith("为保证政务公开各项工作落到实处");
        Outline.Sections[8].DisplayText.ShouldStartWith("认识不够到位，少数干部职工");
        Outline.Sections[10].DisplayText.ShouldBeEmpty();
    }

    [Fact]
    public void The_opening_and_the_signature_are_sections_of_their_own()
    {
        Outline.Sections[0].Role.ShouldBe(SectionRole.Opening);
        Outline.Sections[0].DisplayText.ShouldStartWith("根据《中华人民共和国政府信息公开条例》");
        Outline.Sections[^1].Role.ShouldBe(SectionRole.Signature);
        Outline.Sections[^1].DisplayText.ShouldBe("红花尔基镇人民政府\n2017年12月27日");
    }

    [Fact]
    public void No_character_is_lost() =>
        string.Concat(Outline.Sections.Select(section => Outline.Text.Substring(section.Start, section.Length))).ShouldBe(Outline.Text);
}
