using WeChatBridge.Search.Index;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Tests.Index;

public sealed class FactTests
{
    private static readonly SectionIndex Index = SectionIndex.Build(EvaluationFolder.Documents(), EvaluationFolder.Vocabulary());

    [Theory]
    [InlineData("供水站电话", "咨询电话：镇供水站0470-0000055。", true)]
    [InlineData("停水咨询电话", "咨询电话：镇供水站0470-0000055。", true)]
    [InlineData("草原管护员有多少名", "聘用草原管护员26名，每人每月巡护不少于20天。", false)]
    [InlineData("临时取水点在哪", "临时取水点设在镇文化广场东侧和第二小学门口，由消防水车供水。", true)]
    [InlineData("举报违法用火奖励多少", "举报违法用火经查实的，奖励举报人五百元。", false)]
    [InlineData("代表接待日是哪天", "每月15日为代表接待日，遇节假日顺延，接待时间为上午9时至11时30分。", true)]
    public void A_question_of_fact_gets_the_sentence_that_states_it(string question, string sentence, bool ages)
    {
        var hit = Index.Find(question).ShouldBeOfType<SearchOutcome.Sure>().Hit;
        var fact = hit.Fact.ShouldNotBeNull();
        fact.Text.ShouldBe(sentence);
        fact.Ages.ShouldBe(ages);
        Index.TextOf(hit.DocumentId, hit.SectionId).ShouldNotBeNull().Substring(fact.Start, fact.Length).ShouldBe(fact.Text);
    }

    [Fact]
    public void A_sentence_too_long_to_stand_alone_is_cut_between_clauses()
    {
        var fact = Index.Find("2018年报告联系电话").ShouldBeOfType<SearchOutcome.Sure>().Hit.Fact.ShouldNotBeNull();
        fact.Text.ShouldContain("电话：0470-0000018");
        fact.Text.Length.ShouldBeLessThanOrEqualTo(Fact.MostCharacters);
        fact.Kinds.ShouldBe(FactKinds.Phone);
    }

    [Theory]
    [InlineData("高龄津贴需要什么材料")]
    [InlineData("草原补奖总体要求")]
    [InlineData("提高认识加强领导")]
    public void What_asks_for_no_single_fact_gets_the_passage_alone(string question) =>
        Index.Find(question).ShouldBeOfType<SearchOutcome.Sure>().Hit.Fact.ShouldBeNull();

    [Theory]
    [InlineData("镇长是谁")]
    [InlineData("镇党委书记叫什么名字")]
    [InlineData("镇长的手机号")]
    public void An_office_the_documents_only_mention_names_nobody(string question) =>
        Index.Find(question).ShouldBeOfType<SearchOutcome.NothingFound>();

    [Fact]
    public void Who_holds_an_office_is_answered_where_the_text_says_it() =>
        Index.Find("草原补奖领导小组组长是谁").ShouldBeOfType<SearchOutcome.Sure>().Hit.Excerpt.Text.ShouldContain("由镇长任组长");

    [Theory]
    [InlineData("90岁老人津贴", "每人每月200元")]
    [InlineData("百岁老人津贴", "每人每月600元")]
    public void An_age_falls_in_the_range_that_holds_it(string question, string answer) =>
        Index.Find(question).ShouldBeOfType<SearchOutcome.Sure>().Hit.Excerpt.Text.ShouldContain(answer);

    [Fact]
    public void The_same_text_published_twice_is_one_answer()
    {
        const string Text = "供暖补贴办法\n第一条 为解决困难职工冬季取暖，对家庭人均收入低于当地标准的职工，由单位所在苏木乡镇按每户每年八百元给予一次性补贴，"
            + "补贴资金于每年十月底前打入职工本人账户，任何单位和个人不得截留、挪用或者克扣。\n";
        var index = SectionIndex.Build(
            [Sample.Index("旧", Text, "policy"), Sample.Index("新", Text.Replace("十月底前", "十月底以前", StringComparison.Ordinal), "policy")], Vocabulary.Empty);
        index.Find("困难职工冬季取暖一次性补贴").ShouldBeOfType<SearchOutcome.Sure>();
    }
}
