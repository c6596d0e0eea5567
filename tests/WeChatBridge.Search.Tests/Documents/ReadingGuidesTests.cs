using WeChatBridge.Search.Documents;

namespace WeChatBridge.Search.Tests.Documents;

public sealed class ReadingGuidesTests
{
    private const string Headed =
        """
        高龄津贴办事指南
        一、办理条件
        年满八十周岁、户籍在本镇的老年人。
        二、所需材料
        （一）身份证原件和复印件各一份；
        （二）户口簿原件，本人社会保障卡复印件。
        三、办理地点
        镇便民服务中心三号窗口。
        四、办理时间
        工作日上午八时三十分至十一时三十分。
        五、咨询电话
        0470-0000000
        六、办理依据
        《关于发放高龄津贴有关问题的通知》。
        七、核对日期
        2026年1月5日
        """;

    [Fact]
    public void A_guide_with_headings_states_its_fields_word_for_word()
    {
        var facts = GuideFacts.Read(OutlineSplitter.Split(Headed));

        facts[GuideField.Matter].ShouldBe("高龄津贴");
        facts[GuideField.Conditions].ShouldBe("年满八十周岁、户籍在本镇的老年人。");
        facts[GuideField.Papers].ShouldContain("身份证原件");
        facts[GuideField.Papers].ShouldContain("户口簿原件");
        facts[GuideField.Place].ShouldBe("镇便民服务中心三号窗口。");
        facts[GuideField.Hours].ShouldContain("八时三十分");
        facts[GuideField.Phone].ShouldBe("0470-0000000");
        facts[GuideField.Basis].ShouldContain("高龄津贴有关问题");
        facts.CheckedOn.ShouldBe(new DateOnly(2026, 1, 5));
        facts.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void A_field_that_is_missing_empty_or_not_filled_in_is_named()
    {
        var facts = GuideFacts.Read(OutlineSplitter.Split(
            "高龄津贴办事指南\n一、办理条件\n【请填写谁可以办理】\n二、办理地点\n镇便民服务中心三号窗口，工作日都可以办理。\n三、核对日期\n上个月刚核对过，内容都是最新的。\n"));

        facts.Missing.ShouldBe(
            [GuideField.Conditions, GuideField.Papers, GuideField.Hours, GuideField.Phone, GuideField.Basis, GuideField.CheckedOn]);
    }

    [Theory]
    [InlineData("事项名称\t残疾人证换领\n办理对象\t持证满十年的残疾人\n申请材料\t旧证、两寸照片\n办理地点\t镇便民服务中心\n咨询电话\t0470-0000001\n")]
    [InlineData("事项名称\t残疾人证换领\t办理对象\t持证满十年的残疾人\n申请材料\t旧证、两寸照片\t办理地点\t镇便民服务中心\n咨询电话\t0470-0000001\n")]
    [InlineData("【事项】残疾人证换领\n办理对象：持证满十年的残疾人\n申请材料：旧证、两寸照片\n办理地点：镇便民服务中心\n咨询电话：0470-0000001\n")]
    public void A_table_or_labelled_lines_state_them_too(string body)
    {
        var facts = GuideFacts.Read(OutlineSplitter.Split(GuideTable.ToHeadings("残疾人证换领办事指南\n" + body)));

        facts[GuideField.Matter].ShouldBe("残疾人证换领");
        facts[GuideField.Conditions].ShouldBe("持证满十年的残疾人");
        facts[GuideField.Papers].ShouldBe("旧证、两寸照片");
        facts[GuideField.Place].ShouldBe("镇便民服务中心");
        facts[GuideField.Phone].ShouldBe("0470-0000001");
        facts.Missing.ShouldBe([GuideField.Hours, GuideField.Basis, GuideField.CheckedOn]);
    }

    [Fact]
    public void Each_row_of_a_guides_table_becomes_a_section()
    {
        var outline = OutlineSplitter.Split(GuideTable.ToHeadings(
            "残疾人证换领办事指南\n申请材料\t旧证、两寸照片\n办理地点\t镇便民服务中心\n办理流程\t先到窗口登记\n\t再等通知领取\n咨询电话\t0470-0000001\n"));

        outline.Sections.Where(section => section.Heading.Length > 0).Select(section => section.Heading)
            .ShouldBe(["申请材料", "办理地点", "办理流程", "咨询电话"]);
        outline.Sections.Single(section => section.Heading == "办理流程").DisplayText.ShouldBe("先到窗口登记\n再等通知领取");
    }

    [Theory]
    [InlineData("2017年工作报告\n项目\t数量\n会议\t12\n培训\t3\n")]
    [InlineData("通讯录\n姓名\t电话\n办公室\t0470-0000001\n")]
    [InlineData("没有表格的文字。\n一、概述\n正文。\n\n")]
    public void Any_other_text_stays_as_it_is(string text) => GuideTable.ToHeadings(text).ShouldBe(text);
}
