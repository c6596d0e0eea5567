using WeChatBridge.Search.Index;

namespace WeChatBridge.Search.Tests.Index;

public sealed class AskingTheTownsReportTests
{
    private static readonly SectionIndex Index = SectionIndex.Build([Sample.Index(Sample.AnnualReport)], Vocabulary.Empty);

    [Theory]
    [InlineData("联系电话", "0470-3129100")]
    [InlineData("邮箱", "hhej2010@163.com")]
    [InlineData("统计期限", "统计期限从2017年1月1日到12月31日止")]
    [InlineData("领导小组", "政务公开领导小组")]
    [InlineData("微信公众号", "微信公众号平台，定期发布讯息")]
    [InlineData("存在的问题", "认识不够到位，少数干部职工")]
    [InlineData("下一步工作安排", "切实提高职工做好政务公开工作的认识")]
    [InlineData("公开栏", "政务公开栏")]
    [InlineData("一、概述", "镇党委、政府领导班子对政务公开工作高度重视")]
    [InlineData("2017年报告", "现公布红花尔基镇2017年政府信息公开工作年度报告")]
    public void The_section_that_answers_comes_alone(string question, string answer)
    {
        var sure = Index.Find(question).ShouldBeOfType<SearchOutcome.Sure>();
        sure.Hit.Excerpt.Text.ShouldContain(answer);
    }

    [Theory]
    [InlineData("天气")]
    [InlineData("你好")]
    [InlineData("满洲里户籍办理")]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("公")]
    [InlineData("？？？")]
    [InlineData("2019年报告")]
    public void What_the_report_does_not_hold_is_refused(string question) =>
        Index.Find(question).ShouldBeOfType<SearchOutcome.NothingFound>();

    [Fact]
    public void Five_thousand_characters_of_noise_are_refused()
    {
        var noise = string.Concat(Enumerable.Range(0, 5000).Select(i => (char)('一' + (i * 7919 % 20000))));
        Index.Find(noise).ShouldBeOfType<SearchOutcome.NothingFound>();
    }

    [Fact]
    public void A_heading_whose_text_is_all_below_it_answers_with_that_text()
    {
        var hit = Index.Find("下一步工作安排").ShouldBeOfType<SearchOutcome.Sure>().Hit;
        hit.Excerpt.Text.ShouldStartWith("（一）进一步提高对政务公开工作的认识");
        Index.TextOf(hit.DocumentId, hit.SectionId).ShouldNotBeNull().ShouldEndWith("全面有序向前推进。");
    }
}
