using WeChatBridge.Search.Index;
using WeChatBridge.Search.Questions;

namespace WeChatBridge.Search.Tests.Questions;

public sealed class GroupingQuestionsTests
{
    private static readonly Vocabulary Synonyms = Vocabulary.Parse(
    [
        "医保\t医疗保险\t基本医疗保险\t合作医疗\t新农合", "补贴\t津贴\t补助\t奖励", "高龄津贴\t高龄补贴\t老年补贴\t老年津贴", "老人\t老年人", "缴费\t交费\t缴纳",
        "停水\t停止供水\t断水\t没水", "养老保险\t养老金", "低保\t最低生活保障", "便民中心\t便民服务中心\t服务大厅",
    ]);

    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("宽带怎么装", "请问宽带怎么装？")]
    [InlineData("宽带怎么装", "你好，我想问一下宽带怎么安装")]
    [InlineData("公交车几点发车", "公交车什么时候发车")]
    [InlineData("公交车几点发车", "公交车发车时间")]
    [InlineData("医保卡丢了怎么补", "醫保卡丟了怎麼補")]
    [InlineData("医保卡丢了怎么补", "医 保 卡 丢 了 怎 么 补")]
    [InlineData("高龄津贴怎么领", "高令津贴怎么领")]
    [InlineData("高龄津贴怎么领", "高龄津帖怎么领")]
    [InlineData("高龄津贴怎么领", "老年补贴怎么领")]
    [InlineData("高龄津贴怎么领", "gaolingjintie怎么领")]
    [InlineData("80岁老人有补贴吗", "八十岁老人有没有补助")]
    [InlineData("幼儿园几月报名", "幼儿园报名是什么时候")]
    [InlineData("快递点在哪里", "快递点在哪儿啊")]
    [InlineData("快递点在哪里", "镇里快递点在什么地方")]
    [InlineData("今年什么时候停水", "几号停止供水")]
    [InlineData("垃圾清运找谁", "垃圾清运怎么办")]
    [InlineData("垃圾没人清运找谁管", "垃圾没人清运谁管")]
    [InlineData("疫苗接种点在哪", "打疫苗接种点在哪")]
    [InlineData("便民中心周六上班吗", "便民服务中心周六上班吗")]
    [InlineData("WIFI密码多少", "wifi密码是多少")]
    [InlineData("红花尔基镇的图书馆几点开门", "图书馆几点开门")]
    public void Two_ways_to_ask_the_same_belong_together(string one, string other) => Together(one, other).ShouldBeTrue();

    [Theory]
    [InlineData("高龄津贴在哪办", "高龄津贴多少钱")]
    [InlineData("高龄津贴需要什么材料", "高龄津贴多少钱")]
    [InlineData("公交车几点发车", "公交车票价多少")]
    [InlineData("医疗保险怎么交", "养老保险怎么交")]
    [InlineData("城乡居民基本医疗保险怎么交", "城乡居民基本养老保险怎么交")]
    [InlineData("2023年补贴标准", "2024年补贴标准")]
    [InlineData("海拉尔的公交车几点", "满洲里的公交车几点")]
    [InlineData("宽带怎么装", "水表怎么装")]
    [InlineData("水费怎么交", "电费怎么交")]
    [InlineData("结婚登记在哪", "离婚登记在哪")]
    [InlineData("停水通知", "停电通知")]
    [InlineData("60岁老人有补贴吗", "80岁老人有补贴吗")]
    [InlineData("幼儿园几月报名", "小学几月报名")]
    [InlineData("怎么办", "多少钱")]
    [InlineData("快递点在哪里", "天气怎么样")]
    [InlineData("狗证怎么办", "驾驶证怎么办")]
    [InlineData("你好", "宽带怎么装")]
    public void Two_different_questions_do_not(string one, string other) => Together(one, other).ShouldBeFalse();

    [Fact]
    public void A_question_that_says_less_does_not_draw_two_different_ones_into_one_group()
    {
        var groups = Group("高龄津贴", "高龄津贴在哪办", "高龄津贴多少钱");

        groups.ShouldNotContain(group => group.Contains("高龄津贴在哪办") && group.Contains("高龄津贴多少钱"));
    }

    [Fact]
    public void Groups_are_counted_with_their_newest_wordings_and_the_first_and_last_time()
    {
        AskedQuestion[] asked =
        [
            new(1, "宽带怎么装", Monday),
            new(2, "快递点在哪里", Monday.AddHours(1)),
            new(3, "请问宽带怎么装？", Monday.AddHours(2)),
            new(4, "宽带怎么安装", Monday.AddHours(3)),
            new(5, "宽带怎么装", Monday.AddHours(4)),
            new(6, "镇上宽带怎么装", Monday.AddHours(5)),
        ];

        var groups = QuestionGroups.Of(asked, Synonyms);

        groups.Count.ShouldBe(2);
        groups[0].Questions.Count.ShouldBe(5);
        groups[0].Examples(3).ShouldBe(["镇上宽带怎么装", "宽带怎么装", "宽带怎么安装"]);
        groups[0].FirstAskedAt.ShouldBe(Monday);
        groups[0].LastAskedAt.ShouldBe(Monday.AddHours(5));
        groups[1].Questions.ShouldHaveSingleItem().Words.ShouldBe("快递点在哪里");
    }

    [Fact]
    public void The_order_in_which_they_are_handed_in_changes_nothing()
    {
        AskedQuestion[] asked = [.. Enumerable.Range(0, 30).Select(i => new AskedQuestion(
            i, new[] { "宽带怎么装", "高龄津贴", "高龄津贴在哪办", "高龄津贴多少钱", "停水通知", "高令津贴怎么领" }[i % 6], Monday.AddMinutes(i)))];

        Describe(QuestionGroups.Of(asked.Reverse(), Synonyms)).ShouldBe(Describe(QuestionGroups.Of(asked, Synonyms)));
    }

    [Fact]
    public void Whatever_is_asked_every_question_is_in_one_group()
    {
        string[] odd = ["", "   ", "？？？", "12", "asdfgh", "😀😀", "\u200b", new string('长', 3000), "**** ****"];
        var asked = odd.Select((words, i) => new AskedQuestion(i, words, Monday.AddMinutes(i))).ToList();

        QuestionGroups.Of(asked, Synonyms).Sum(group => group.Questions.Count).ShouldBe(odd.Length);
    }

    private static bool Together(string one, string other)
    {
        var together = QuestionGroups.BelongTogether(one, other, Synonyms);
        QuestionGroups.BelongTogether(other, one, Synonyms).ShouldBe(together, "the same in both directions");
        return together;
    }

    private static List<List<string>> Group(params string[] words) =>
        [.. QuestionGroups.Of(words.Select((text, i) => new AskedQuestion(i, text, Monday.AddMinutes(i))), Synonyms)
            .Select(group => group.Questions.Select(question => question.Words).ToList())];

    private static string Describe(IEnumerable<QuestionGroup> groups) =>
        string.Join('|', groups.Select(group => string.Join(',', group.Questions.Select(question => question.Id))));
}
