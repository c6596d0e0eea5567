using WeChatBridge.Answers.Rules;
using static WeChatBridge.Tests.Answers.Rules.RuleMatcherTests;

namespace WeChatBridge.Tests.Answers.Rules;

/// <summary>A rule that cannot be as written is refused with a sentence that says why.</summary>
public sealed class RuleCheckTests
{
    [Theory]
    [InlineData("公", nameof(KeywordMatch.Contained), "至少两个字")]
    [InlineData("公？", nameof(KeywordMatch.Contained), "至少两个字")]
    [InlineData("？！", nameof(KeywordMatch.Exact), "没有可以比较的字")]
    [InlineData("更多", nameof(KeywordMatch.Exact), "由系统自己答复")]
    [InlineData("着火了", nameof(KeywordMatch.Exact), "由系统自己答复")]
    [InlineData("我要举报镇干部收红包", nameof(KeywordMatch.Exact), "由系统自己答复")]
    [InlineData("怎么申请信息公开", nameof(KeywordMatch.Exact), "由系统自己答复")]
    [InlineData("(", nameof(KeywordMatch.Pattern), "写得不对")]
    [InlineData("(?<=公)积金", nameof(KeywordMatch.Pattern), "不支持的写法")]
    [InlineData(@"(公)\1", nameof(KeywordMatch.Pattern), "不支持的写法")]
    [InlineData("(?:(?:a{1,99}){1,99}){1,99}", nameof(KeywordMatch.Pattern), "过于庞大")]
    [InlineData(".*", nameof(KeywordMatch.Pattern), "几乎匹配任何消息")]
    [InlineData(".", nameof(KeywordMatch.Pattern), "几乎匹配任何消息")]
    [InlineData("", nameof(KeywordMatch.Pattern), "正则表达式要有")]
    public void A_keyword_that_would_do_harm_or_nothing_is_refused(string text, string match, string why) =>
        RuleCheck.Objection(Rule(Keyword(text, Enum.Parse<KeywordMatch>(match)))).ShouldNotBeNull().ShouldContain(why);

    [Theory]
    [InlineData("公", nameof(KeywordMatch.Exact))]
    [InlineData("公积金", nameof(KeywordMatch.Contained))]
    [InlineData("公积金|住房补贴", nameof(KeywordMatch.Pattern))]
    [InlineData("^社保.{0,5}电话$", nameof(KeywordMatch.Pattern))]
    public void An_ordinary_keyword_is_not(string text, string match) => RuleCheck.Objection(Rule(Keyword(text, Enum.Parse<KeywordMatch>(match)))).ShouldBeNull();

    [Theory]
    [InlineData("着火了", true)]
    [InlineData("我要举报", true)]
    [InlineData("更多", true)]
    [InlineData("公积金", false)]
    public void A_keyword_inside_other_words_that_the_machine_often_hears_first_is_told_to_who_writes_it(string text, bool told)
    {
        var rule = Rule(Keyword(text, KeywordMatch.Contained));

        RuleCheck.Objection(rule).ShouldBeNull();
        RuleCheck.Remarks(rule).Any(remark => remark.Contains($"“{text}”")).ShouldBe(told);
    }

    [Fact]
    public void A_rule_needs_a_name_keywords_replies_and_dates_in_order()
    {
        var rule = Rule(Keyword("公积金", KeywordMatch.Contained));

        RuleCheck.Objection(rule with { Name = " " }).ShouldNotBeNull();
        RuleCheck.Objection(rule with { Keywords = [] }).ShouldNotBeNull();
        RuleCheck.Objection(rule with { Replies = [] }).ShouldNotBeNull();
        RuleCheck.Objection(rule with { ValidFrom = new DateOnly(2026, 2, 1), ValidUntil = new DateOnly(2026, 1, 1) })
            .ShouldNotBeNull().ShouldContain("早于");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("www.example.com")]
    [InlineData("")]
    public void A_card_opens_a_whole_web_address_only(string link) =>
        RuleCheck.Objection(new RuleReply.Card("标题", "", "", link)).ShouldNotBeNull().ShouldContain("网址");

    [Fact]
    public void What_was_written_comes_back_as_it_was()
    {
        var rule = Rule(Keyword("公积金", KeywordMatch.Contained)) with
        {
            Replies =
            [
                new RuleReply.Words("一"), new RuleReply.Passage(3), new RuleReply.Passages("选", [1, 2]),
                new RuleReply.Card("题", "摘", "https://example.com/a.png", "https://example.com/"), new RuleReply.Picture("h", ""),
            ],
            Mode = RuleMode.All,
            Priority = 3,
            ValidFrom = new DateOnly(2026, 12, 1),
        };

        var read = RuleContent.Read(rule.ToText());

        read.ToText().ShouldBe(rule.ToText());
        read.Replies.Select(reply => reply.GetType()).ShouldBe(rule.Replies.Select(reply => reply.GetType()));
        read.ValidFrom.ShouldBe(rule.ValidFrom);
    }
}
