using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Reviews;

/// <summary>Whatever people try, in whatever order and roles: no release without the plan's number of different people.</summary>
public sealed class ReviewPropertyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    private static readonly string[] People = ["a", "b", "c", "d", "e"];

    private static readonly ReviewPlan[] Plans =
    [
        ReviewPlan.Parse("Second,SignOff;Second"), ReviewPlan.Parse("First,Second,SignOff;First"), ReviewPlan.Parse("SignOff;SignOff"),
        ReviewPlan.Parse("First,Second,Final,SignOff;"),
    ];

    private static readonly Gen<Attempt> Attempts =
        from what in Gen.Frequency(
            (8, Gen.Constant(What.Approve)), (2, Gen.Constant(What.SendUp)), (1, Gen.Constant(What.Withdraw)),
            (1, Gen.Constant(What.Supersede)), (3, Gen.Constant(What.Reopen)), (1, Gen.Constant(What.ReopenInEmergency)))
        from person in Gen.Elements(People)
        from behalf in Gen.Frequency((4, Gen.Constant("")), (1, Gen.Elements(People)))
        select new Attempt(what, person, behalf);

    private static readonly Gen<(ReviewPlan Plan, string Author, IList<Attempt> Attempts)> Histories =
        from plan in Gen.Elements(Plans)
        from author in Gen.Elements(People)
        from attempts in Attempts.ListOf(30)
        select (plan, author, (IList<Attempt>)[.. attempts]);

    [Fact]
    public void No_path_of_acts_releases_without_the_plans_number_of_different_people() => Prop.ForAll(Histories.ToArbitrary(), history =>
    {
        var review = Review.Open(ReviewingOffice.Article("一", history.Author), history.Plan, history.Author, "", Noon);
        return history.Attempts.All(attempt =>
        {
            Try(review, attempt, history.Plan);
            return Release.From(review) is null || PeopleBehind(review) >= (review.IsEmergency ? 2 : history.Plan.People);
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void The_attempts_do_reach_releases()
    {
        // Without this the property could hold because nothing ever passes.
        var released = Histories.Sample(500).Count(history =>
        {
            var review = Review.Open(ReviewingOffice.Article("一", history.Author), history.Plan, history.Author, "", Noon);
            return history.Attempts.Any(attempt =>
            {
                Try(review, attempt, history.Plan);
                return Release.From(review) is not null;
            });
        });

        released.ShouldBeInRange(50, 500);
    }

    /// <summary>Counted by the test's own reading of the steps: authors are one, and a deputy and who they stand for are one.</summary>
    private static int PeopleBehind(Review review)
    {
        var acted = review.Steps.Where(step => step.Round == review.Round && step.Kind != ReviewStepKind.Author)
            .Select(step => (string[])[step.By, step.OnBehalfOf]).ToList();
        var seen = new HashSet<string>(review.Authors);
        return 1 + acted.Count(names => names.Where(name => name.Length > 0).Distinct().All(name => seen.Add(name)));
    }

    private static void Try(Review review, Attempt attempt, ReviewPlan plan)
    {
        var by = new Reviewer(attempt.By, attempt.OnBehalfOf, Enum.GetValues<Permission>().ToHashSet());
        var words = new ReviewWords("理由", ReviewingOffice.NothingSecret, SawSecrecyCheck: true);
        switch (attempt.What)
        {
            case What.Approve:
                review.Approve(by, words, Noon);
                break;
            case What.SendUp:
                review.SendUp(by, words, Noon);
                break;
            case What.Withdraw:
                review.Withdraw(by, words, Noon);
                break;
            case What.Supersede:
                review.Supersede(Noon);
                break;
            default:
                if (review.State is ReviewState.Withdrawn or ReviewState.Superseded && review.ObjectionToReopening() is null)
                {
                    review.Reopen(plan, attempt.By, attempt.What == What.Reopen ? "" : "火情", Noon);
                }

                break;
        }
    }

    private enum What
    {
        Approve,
        SendUp,
        Withdraw,
        Supersede,
        Reopen,
        ReopenInEmergency,
    }

    private sealed record Attempt(What What, string By, string OnBehalfOf);
}
