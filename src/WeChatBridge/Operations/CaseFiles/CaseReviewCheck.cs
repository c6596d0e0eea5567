using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>
/// Judges anew, from the facts alone, whether what may be out was released: every step of the plan, in order, by different people, none of
/// them an author, with the secrecy check, before it was sent.
/// </summary>
internal static class CaseReviewCheck
{
    public static string? Misfit(CaseFile facts, CaseArticle article)
    {
        var reviews = facts.Reviews.Where(review => review.SubjectId == article.SubjectId && review.ContentHash == article.ContentHash
            && review.FollowsUpId is null).ToList();
        if (reviews is not [var review] || review.State != ReviewState.Passed || review.Plan.Count == 0)
        {
            return CaseFileTexts.NotReviewed.With(article.Title);
        }

        var steps = review.Steps.Where(step => step.Round == review.Round).ToList();
        var dealtWith = steps.Where(step => step.Verdict is ReviewVerdict.Approved or ReviewVerdict.SentUp).ToList();
        return Incomplete(review, steps, dealtWith) is { } step
            ? CaseFileTexts.StepMissing.With(review.Id, StaffingFinder.NameOf(step))
            : SamePerson(review, dealtWith) is { } person
                ? CaseFileTexts.SamePerson.With(review.Id, person)
                : SecrecyMisfit(review, dealtWith) ?? TimeMisfit(facts, review, steps);
    }

    private static ReviewStepKind? Incomplete(CaseReview review, IReadOnlyList<StepFacts> steps, IReadOnlyList<StepFacts> dealtWith)
    {
        if (!steps.Any(step => step.Verdict == ReviewVerdict.Signed && review.Authors.Contains(step.By)))
        {
            return ReviewStepKind.Author;
        }

        var missing = review.Plan.Where(kind => dealtWith.All(step => step.Step != kind)).Select(kind => (ReviewStepKind?)kind);
        return missing.FirstOrDefault()
            ?? (dealtWith[^1] is { Verdict: ReviewVerdict.Approved } last && last.Step == review.Plan[^1] ? null : review.Plan[^1]);
    }

    private static string? SamePerson(CaseReview review, IReadOnlyList<StepFacts> dealtWith)
    {
        // Whom somebody stood in for has acted too.
        var people = dealtWith.SelectMany(step => new[] { step.By, step.OnBehalfOf }).Where(name => name.Length > 0).ToList();
        return people.Find(review.Authors.Contains)
            ?? people.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1)?.Key;
    }

    private static string? SecrecyMisfit(CaseReview review, IReadOnlyList<StepFacts> dealtWith)
    {
        if (review.SecrecyCheckAt is not { } at)
        {
            return null;
        }

        foreach (var step in dealtWith.Where(step => step.Verdict == ReviewVerdict.Approved))
        {
            var isChecking = step.Step == at || step.FromAbove;
            if (isChecking ? new SecrecyCheck(step.Secrecy).Objection() is not null : step.Step > at && !step.SawSecrecyCheck)
            {
                return CaseFileTexts.SecrecyMissing.With(review.Id, StaffingFinder.NameOf(step.Step));
            }
        }

        return null;
    }

    private static string? TimeMisfit(CaseFile facts, CaseReview review, IReadOnlyList<StepFacts> steps)
    {
        var inOrder = steps.Zip(steps.Skip(1)).All(pair => pair.First.At <= pair.Second.At && pair.First.Step <= pair.Second.Step);
        return inOrder && !(facts.Publication.SubmittedAt < steps[^1].At) ? null : CaseFileTexts.TimesWrong.With(review.Id);
    }
}
