using WeChatBridge.Search.Documents;

namespace WeChatBridge.Search.Tests.Documents;

/// <summary>What real documents do to a splitter; the texts are ours, the shapes were met in documents of many offices.</summary>
public sealed class OutlinesOfMessyDocumentsTests
{
    private const string Sentence = "申请人应当按照本镇的规定提交材料，窗口当场核对并出具回执，二十个工作日内办结并通知申请人领取结果。";

    [Fact]
    public void Heading_and_text_on_one_line_are_separated()
    {
        var section = Body($"一、办理条件。{Sentence}\n二、办理时限：{Sentence}\n");
        section.Select(one => one.Heading).ShouldBe(["办理条件", "办理时限"]);
        section[0].DisplayText.ShouldBe(Sentence);
    }

    [Fact]
    public void The_last_item_of_a_list_is_no_heading_though_text_follows_it() =>
        Headings($"一、申请材料\n1.户口簿\n2.身份证\n3.照片两张\n{Sentence}\n二、办理时限\n{Sentence}\n").ShouldBe(["一、申请材料", "二、办理时限"]);

    [Fact]
    public void A_numbered_heading_after_another_one_stays_a_heading() =>
        Headings($"一、补贴\n1.创业补贴\n{Sentence}\n2.租金补贴\n{Sentence}\n").ShouldBe(["一、补贴", "1.创业补贴", "2.租金补贴"]);

    [Fact]
    public void A_year_after_the_number_of_a_question_does_not_hide_the_number() =>
        Headings($"1.2025年度的指标有多少？\n{Sentence}\n2.怎样申请？\n{Sentence}\n").ShouldBe(["1.2025年度的指标有多少？", "2.怎样申请？"]);

    [Fact]
    public void Cells_that_stand_alone_between_sums_are_no_headings() =>
        Headings($"一、预算说明\n{Sentence}\n二、财政拨款收入\n31,214,205.80\n三、卫生健康支出\n782,164.00\n二、收支说明\n{Sentence}\n")
            .ShouldBe(["一、预算说明", "二、收支说明"]);

    [Fact]
    public void Rows_of_a_table_are_no_headings() =>
        Headings($"一、收支情况\n{Sentence}\n一、财政拨款\t307.82\t一、公共服务\t264.87\n二、事业收入\t0.00\t二、教育支出\t0.00\n二、其他\n{Sentence}\n")
            .ShouldBe(["一、收支情况", "二、其他"]);

    [Fact]
    public void A_table_of_contents_ends_where_sentences_begin()
    {
        var outline = OutlineSplitter.Split($"部门预算\n目录\n一、主要职能……1\n二、名词解释……2\n本部门主要职能\n{Sentence}\n（一）管理资金\n{Sentence}\n");
        outline.Sections.Single(section => section.Role == SectionRole.Contents).DisplayText.ShouldNotContain("本部门");
        outline.Sections.Single(section => section.DisplayText.Contains("窗口当场核对") && section.Heading.Length == 0)
            .DisplayText.ShouldContain("本部门主要职能");
    }

    [Fact]
    public void A_part_of_a_long_section_never_begins_in_the_middle_of_a_sentence()
    {
        // Each paragraph is broken in two by the end of a page.
        var broken = string.Concat(Enumerable.Range(1, 30).Select(i => $"第{i}项工作由各村负责并按照要求在规定的时间内完成全部任务和\n\n上报有关材料，镇政府汇总。\n"));
        OutlineSplitter.Split($"一、任务\n{broken}").Sections.ShouldAllBe(section => !section.DisplayText.StartsWith("上报"));
    }

    [Fact]
    public void An_over_long_section_gets_readable_parts() => OutlineSplitter
        .Split("一、情况\n" + string.Concat(Enumerable.Repeat(Sentence + "\n", 40))).Sections.ShouldAllBe(section => section.DisplayText.Length <= 700);

    [Fact]
    public void So_does_one_whose_text_is_a_single_line_and_no_sentence_is_broken()
    {
        var line = string.Concat(Enumerable.Repeat(Sentence, 45));
        var sections = OutlineSplitter.Split($"一、情况\n{line}\n").Sections;

        sections.ShouldAllBe(section => section.DisplayText.Length <= 700);
        string.Concat(sections.Select(section => section.DisplayText)).ShouldBe(line);
        sections.Count(section => section.DisplayText.StartsWith(Sentence)).ShouldBeGreaterThan(3);
    }

    [Theory]
    [InlineData("（此件公开发布）")]
    [InlineData("公开方式：主动公开")]
    [InlineData("公开方式：主动公开\n示例镇党政办公室 2021年4月16日印发")]
    [InlineData("抄送：县政府办公室，县民政局。")]
    [InlineData("附件：1.申请表\n2.承诺书")]
    [InlineData("联系人：王同志，联系电话：0470-0000000")]
    public void The_date_and_body_of_the_signature_are_read_over_the_notes_under_it(string notes)
    {
        var outline = OutlineSplitter.Split($"关于开展登记的通知\n一、时间\n{Sentence}\n二、地点\n{Sentence}\n示例镇人民政府\n2021年4月13日\n{notes}\n");

        outline.IssuedOn.ShouldBe(new DateOnly(2021, 4, 13));
        outline.IssuingBody.ShouldBe("示例镇人民政府");
        outline.Sections[^1].Role.ShouldBe(SectionRole.Signature);
        outline.Sections[^1].DisplayText.ShouldContain(notes.Split('\n')[^1]);
    }

    [Fact]
    public void A_date_with_a_text_under_it_signs_nothing() => OutlineSplitter
        .Split($"关于开展登记的通知\n一、时间\n{Sentence}\n2021年4月13日\n{Sentence}\n").Sections[^1].Role.ShouldBe(SectionRole.Body);

    [Fact]
    public void Restarted_numbers_are_kept_apart()
    {
        var sections = Body($"一、申报\n1.主体\n{Sentence}\n2.流程\n{Sentence}\n二、报建\n1.主体\n{Sentence}\n2.流程\n{Sentence}\n");
        sections.Where(section => section.Heading == "流程").Select(section => section.HeadingPath.Single()).ShouldBe(["一、申报", "二、报建"]);
    }

    [Fact]
    public void Wrapped_lines_are_joined_and_page_numbers_stay_out_of_what_is_shown()
    {
        const string Wrapped = "一、范围\n"
            + "本办法适用于本镇行政区域内的居民和单位，凡是在本镇办理\n有关事项的，都应当遵守本办法的各项规定，并且配合镇政府\n"
            + "工作人员的核查和登记，不得提供虚假的材料和说明，否则由\n\n- 3 -\n\n有关部门依照规定处理，构成犯罪的依法追究刑事责任，情节\n轻微的给予批评教育。\n";
        var outline = OutlineSplitter.Split(Wrapped);
        var text = outline.Sections.Single(section => section.Heading == "范围").DisplayText;
        text.ShouldContain("否则由有关部门");
        text.ShouldNotContain("- 3 -");
        string.Concat(outline.Sections.Select(section => Wrapped.Substring(section.Start, section.Length))).ShouldBe(Wrapped);
    }

    [Fact]
    public void A_page_that_marks_its_title_as_a_heading_has_that_title() =>
        OutlineSplitter.Split($"# 示例镇村务公开条例\n\n第一条 {Sentence}\n第二条 {Sentence}\n").Title.ShouldBe("示例镇村务公开条例");

    [Theory]
    [InlineData("联系电话：0470-0000000", true)]
    [InlineData("传真：（0470）0000001", true)]
    [InlineData("监督投诉电话 12345", true)]
    [InlineData("电子邮箱：office@example.cn", true)]
    [InlineData("办公地址：示例镇中央街5号", true)]
    [InlineData("全年共接听电话1200次", false)]
    [InlineData("搬迁后的地址另行通知", false)]
    public void Contact_lines_are_recognised(string line, bool isContact) =>
        OutlineSplitter.Split($"一、情况\n{Sentence}\n{line}\n").ContactLines.Contains(line).ShouldBe(isContact);

    private static List<OutlineSection> Body(string text) =>
        [.. OutlineSplitter.Split(text).Sections.Where(section => section.Role == SectionRole.Body)];

    private static List<string> Headings(string text) => Body(text).ConvertAll(section => section.Number + section.Heading);
}
