using WeChatBridge.Reviews;

namespace WeChatBridge.Tests.Reviews;

public sealed class ReviewPlansTests
{
    [Fact]
    public void By_default_an_article_takes_three_people_and_everything_else_two()
    {
        var plans = new ReviewPlans(new ReviewOptions());

        Enum.GetValues<ReviewedKind>().Select(kind => plans.Of(kind).People).ShouldBe([3, 2, 2, 2, 2, 2, 2]);
        plans.Of(ReviewedKind.Article).SecrecyCheckAt.ShouldBe(ReviewStepKind.Second);
    }

    [Fact]
    public void A_fourth_step_can_be_configured() =>
        Read("First, Second, SignOff", "First").Of(ReviewedKind.Article).ShouldBe(ReviewPlan.Parse("First,Second,SignOff;First"));

    [Theory]
    [InlineData("", "", "至少要有经办人以外的一个人")]
    [InlineData("Author", "", "至少要有经办人以外的一个人")]
    [InlineData("SignOff, Second", "", "先后")]
    [InlineData("Second, Second", "", "不能重复")]
    [InlineData("Second, SignOf", "", "没有“SignOf”这个审核步骤")]
    [InlineData("Second, SignOff", "First", "须安排在所列步骤之一")]
    public void A_plan_that_could_not_hold_stops_the_start_and_names_the_setting(string steps, string check, string expected)
    {
        var refusal = Should.Throw<ConfigurationRefusedException>(() => Read(steps, check)).Message;

        refusal.ShouldContain("Reviews:Article");
        refusal.ShouldContain(expected);
    }

    private static ReviewPlans Read(string steps, string check) =>
        new(new ReviewOptions { Article = new ReviewPlanOptions { Steps = steps, SecrecyCheckAt = check } });
}
