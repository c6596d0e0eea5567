using WeChatBridge.Answers.Understanding;

namespace WeChatBridge.Tests.Answers.Understanding;

public sealed class ChoicePickTests
{
    private static readonly string[] Shown =
        ["一、概述《2017年年度报告》", "二、主动公开情况《2017年年度报告》", "三、依申请公开情况《2017年年度报告》", "公积金提取办法"];

    [Theory]
    [InlineData("1", 0)]
    [InlineData("１", 0)]
    [InlineData("①", 0)]
    [InlineData("一", 0)]
    [InlineData("1.", 0)]
    [InlineData("（2）", 1)]
    [InlineData("第二个", 1)]
    [InlineData("第2项", 1)]
    [InlineData("选2", 1)]
    [InlineData("我选第二个", 1)]
    [InlineData("二。", 1)]
    [InlineData("2、", 1)]
    [InlineData("两", 1)]
    [InlineData("要第三个", 2)]
    [InlineData("要第三個，謝謝", 2)]
    [InlineData("第三个吧", 2)]
    [InlineData("3号", 2)]
    [InlineData("我要看3", 2)]
    [InlineData("第 4 个", 3)]
    [InlineData("最后一个", 3)]
    [InlineData("最后那个", 3)]
    [InlineData("概述", 0)]
    [InlineData("一、概述", 0)]
    [InlineData("看概述", 0)]
    [InlineData("主动公开", 1)]
    [InlineData("主動公開情況", 1)]
    [InlineData("依申请公开那个", 2)]
    [InlineData("公积金", 3)]
    [InlineData("公积金提取办法", 3)]
    public void A_pick_is_understood(string text, int place) => ChoicePick.Read(text, Shown).ShouldBe(place);

    [Theory]
    [InlineData("选举", 0)]
    [InlineData("选举办法", 0)]
    [InlineData("看选举", 0)]
    [InlineData("问题", 1)]
    [InlineData("存在的问题", 1)]
    [InlineData("查询水费", 2)]
    [InlineData("问水费", 2)]
    public void A_word_that_only_begins_like_a_picking_word_is_read_whole(string text, int place) =>
        ChoicePick.Read(text, ["村委会选举办法", "存在的问题", "水费缴纳"]).ShouldBe(place);

    [Theory]
    [InlineData("2017")]
    [InlineData("2个孩子能领多少补贴")]
    [InlineData("第一章说了什么")]
    [InlineData("0")]
    [InlineData("5")]
    [InlineData("五")]
    [InlineData("1、2")]
    [InlineData("一二")]
    [InlineData("12")]
    [InlineData("110")]
    [InlineData("公开情况")]
    [InlineData("年度报告")]
    [InlineData("公")]
    [InlineData("主动公开情况有哪些问题")]
    [InlineData("上面那个")]
    [InlineData("都不是")]
    [InlineData("2017年年度报告")]
    [InlineData("")]
    [InlineData("？")]
    [InlineData("谢谢")]
    [InlineData("第二季度公开了多少")]
    [InlineData("两委换届")]
    [InlineData("三公经费")]
    public void What_is_not_clearly_a_pick_is_a_new_question(string text) => ChoicePick.Read(text, Shown).ShouldBeNull();

    [Fact]
    public void Above_below_and_between_say_which_only_where_few_were_shown()
    {
        ChoicePick.Read("上面那个", ["低保", "医保"]).ShouldBe(0);
        ChoicePick.Read("下面那个", ["低保", "医保"]).ShouldBe(1);
        ChoicePick.Read("中间那个", ["低保", "医保", "社保"]).ShouldBe(1);
        ChoicePick.Read("中间那个", ["低保", "医保"]).ShouldBeNull();
        ChoicePick.Read("一", []).ShouldBeNull();
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("第二个", true)]
    [InlineData("选三", true)]
    [InlineData("2017", false)]
    [InlineData("110", false)]
    [InlineData("0", false)]
    [InlineData("2个孩子", false)]
    [InlineData("概述", false)]
    [InlineData("最后一个", false)]
    public void A_number_that_comes_too_late_is_known_as_one(string text, bool isOne) => ChoicePick.LooksLikeNumber(text).ShouldBe(isOne);
}
