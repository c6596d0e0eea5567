using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Answers.Rules;

namespace WeChatBridge.Tests.Answers.Rules;

public sealed class RuleMatcherTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    // Letters, signs, spaces, another width, another script, invisible characters.
    private static readonly Gen<string> Words = Gen.Elements(
        "公", "积", "金", "公积金", "查", "我想", "？", "。", " ", "　", "ａ", "A", "1", "１", "\u200b", "積", "谢谢", "请问", "\n", "😀", "①")
        .ListOf().Select(pieces => string.Concat(pieces));

    [Theory]
    [InlineData("我想查公积金", true)]
    [InlineData("公积金", true)]
    [InlineData("公 积 金 怎么提取", true)]
    [InlineData("公積金", true)]
    [InlineData("公\u200b积金？", true)]
    [InlineData("公", false)]
    [InlineData("公积", false)]
    [InlineData("金积公", false)]
    [InlineData("", false)]
    [InlineData("？？", false)]
    public void A_contained_keyword_calls_its_rule_wherever_it_stands(string said, bool called) =>
        Called(said, Rule(Keyword("公积金", KeywordMatch.Contained))).ShouldBe(called ? [1L] : []);

    [Theory]
    [InlineData("办公电话", true)]
    [InlineData("办公电话。", true)]
    [InlineData("请问办公电话，谢谢！", true)]
    [InlineData("我要办公电话", false)]
    [InlineData("电话", false)]
    public void An_exact_keyword_is_all_that_was_said_polite_words_aside(string said, bool called) =>
        Called(said, Rule(Keyword("办公电话", KeywordMatch.Exact))).ShouldBe(called ? [1L] : []);

    [Theory]
    [InlineData("社保2024", true)]
    [InlineData("查社保２０２４年", true)]
    [InlineData("社保", false)]
    public void A_pattern_reads_the_folded_words(string said, bool called) =>
        Called(said, Rule(Keyword(@"社保20\d\d", KeywordMatch.Pattern))).ShouldBe(called ? [1L] : []);

    [Fact]
    public void Width_and_case_are_one() =>
        Called("WIFI密码是多少", Rule(Keyword("ｗｉｆｉ", KeywordMatch.Contained))).ShouldBe([1L]);

    [Fact]
    public void Exact_beats_contained_beats_pattern_whatever_their_priority()
    {
        var exact = Rule(Keyword("公积金提取", KeywordMatch.Exact));
        var contained = Rule(Keyword("公积金", KeywordMatch.Contained)) with { Priority = 5 };
        var pattern = Rule(Keyword("公积金.*", KeywordMatch.Pattern)) with { Priority = 9 };

        Called("公积金提取", pattern, contained, exact).ShouldBe([3L]);
        Called("公积金提取", pattern, contained).ShouldBe([2L]);
        Called("公积金提取", pattern).ShouldBe([1L]);
    }

    [Fact]
    public void The_longer_contained_keyword_wins_then_priority_and_equal_rules_are_called_together()
    {
        var general = Rule(Keyword("公积金", KeywordMatch.Contained)) with { Priority = 9 };
        var special = Rule(Keyword("公积金提取", KeywordMatch.Contained));
        var other = Rule(Keyword("提取公积金", KeywordMatch.Contained), Keyword("公积金", KeywordMatch.Contained)) with { Priority = 9 };

        Called("公积金提取要什么材料", general, special).ShouldBe([2L]);
        Called("公积金在哪办", general, special, other).ShouldBe([1L, 3L]);
        Called("公积金在哪办", general with { Priority = 10 }, other).ShouldBe([1L]);
    }

    [Theory]
    [InlineData("2026-11-25", "2026-11-25", true)]
    [InlineData("2026-11-26", null, false)]
    [InlineData(null, "2026-11-24", false)]
    [InlineData(null, null, true)]
    public void A_rule_speaks_from_its_first_day_to_its_last(string? from, string? until, bool speaks) => Called(
        "公积金",
        Rule(Keyword("公积金", KeywordMatch.Contained)) with
        {
            ValidFrom = from is null ? null : DateOnly.Parse(from, null),
            ValidUntil = until is null ? null : DateOnly.Parse(until, null),
        }).ShouldBe(speaks ? [1L] : []);

    [Fact]
    public void Normalising_is_idempotent() => Prop.ForAll(Words.ToArbitrary(), words =>
        RuleWords.Normalise(RuleWords.Normalise(words)) == RuleWords.Normalise(words)).QuickCheckThrowOnFailure();

    [Fact]
    public void Normalising_any_single_character_is_idempotent() => Enumerable.Range(0, char.MaxValue + 1).Select(i => ((char)i).ToString())
        .Where(one => RuleWords.Normalise(RuleWords.Normalise(one)) != RuleWords.Normalise(one)).ShouldBeEmpty();

    [Fact]
    public void A_rule_never_hits_a_shorter_text_than_its_keyword() => Prop.ForAll(
        Words.ToArbitrary(),
        Words.ToArbitrary(),
        Gen.Elements(KeywordMatch.Exact, KeywordMatch.Contained).ToArbitrary(),
        (said, keyword, match) => RuleCheck.Objection(Keyword(keyword, match)) is not null
            || Called(said, Rule(Keyword(keyword, match))).Count == 0
            || RuleWords.Normalise(said).Length >= RuleWords.Normalise(keyword).Length).QuickCheckThrowOnFailure();

    [Fact]
    public void A_keyword_is_found_in_every_text_that_holds_it() => Prop.ForAll(
        Words.ToArbitrary(),
        Words.ToArbitrary(),
        (before, after) => Called(before + "公积金" + after, Rule(Keyword("公积金", KeywordMatch.Contained))).Count == 1).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_rules_were_added_decides_nothing()
    {
        var rules = from words in Words.ListOf(4)
                    from matches in Gen.Elements(KeywordMatch.Exact, KeywordMatch.Contained).ListOf(4)
                    from priorities in Gen.Choose(0, 1).ListOf(4)
                    select words.Select((word, i) => Rule(Keyword(word.Length == 0 ? "空" : word, matches[i])) with { Priority = priorities[i] })
                        .Select((rule, i) => KeyValuePair.Create((long)i, rule)).ToList();
        Prop.ForAll(rules.ToArbitrary(), Words.ToArbitrary(), (some, said) =>
            RuleMatcher.Of(some).Find(said, Day).SequenceEqual(RuleMatcher.Of(Enumerable.Reverse(some)).Find(said, Day)))
            .QuickCheckThrowOnFailure();
    }

    internal static RuleKeyword Keyword(string text, KeywordMatch match) => new(text, match);

    internal static RuleContent Rule(params RuleKeyword[] keywords) => new("规则", keywords, [new RuleReply.Words("答复")]);

    private static IReadOnlyList<long> Called(string said, params RuleContent[] rules) =>
        RuleMatcher.Of(rules.Select((rule, i) => KeyValuePair.Create(i + 1L, rule))).Find(said, Day);
}
