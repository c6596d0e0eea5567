using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The part of the page that tells who wrote, checked and approved what, and who stood in for whom.</summary>
internal static class CaseReviewPart
{
    public static string Of(CaseFile facts) =>
        string.Concat(facts.Reviews.Select(review => Of(facts, review))) + Delegations(facts);

    /// <summary>The name colleagues know, with the sign-in name.</summary>
    public static string NameOf(CaseFile facts, string name) =>
        facts.People.FirstOrDefault(person => person.Name == name) is { } known ? $"{known.DisplayName}（{name}）" : name;

    /// <summary>Who did the step, and for whom.</summary>
    public static string PersonOf(CaseFile facts, StepFacts step) =>
        NameOf(facts, step.By) + (step.OnBehalfOf.Length > 0 ? CaseFileTexts.OnBehalf.With(NameOf(facts, step.OnBehalfOf)) : "");

    private static string Of(CaseFile facts, CaseReview review) =>
        Html.Heading(3, CaseFileTexts.ReviewHead.With(review.Id, TitleOf(facts, review), ReviewRules.NameOf(review.State)))
        + string.Concat(Marks(facts, review).Select(mark => $"<p class=\"mark\">{Html.Text(mark)}</p>\n"))
        + Html.Pairs(
            (CaseFileTexts.ReviewAuthors, Html.Text(string.Join("、", review.Authors.Select(author => NameOf(facts, author))))),
            (CaseFileTexts.ReviewPlan, Html.Text(string.Join(" → ", review.Plan.Select(StaffingFinder.NameOf)))),
            (CaseFileTexts.ArticleHash, Html.Code(review.ContentHash)))
        + Html.Table(
            [CaseFileTexts.StepTime, CaseFileTexts.StepName, CaseFileTexts.StepPerson, CaseFileTexts.StepVerdict, CaseFileTexts.StepReason],
            review.Steps.Select(step => Of(facts, review, step)))
        + string.Concat(review.Steps.Where(step => step.Secrecy.Count > 0).Select(step => Secrecy(facts, step)));

    private static string TitleOf(CaseFile facts, CaseReview review) =>
        facts.Articles.FirstOrDefault(article => article.SubjectId == review.SubjectId)?.Title ?? review.SubjectId;

    private static IEnumerable<string> Marks(CaseFile facts, CaseReview review)
    {
        var isSent = facts.Articles.Any(article => article.SubjectId == review.SubjectId && article.ContentHash == review.ContentHash);
        string[] marks =
        [
            review.IsEmergency ? CaseFileTexts.MarkEmergency : "",
            review.FollowsUpId is { } emergency ? CaseFileTexts.MarkFollowUp.With(emergency) : "",
            isSent ? "" : CaseFileTexts.MarkEarlier,
        ];
        return marks.Where(mark => mark.Length > 0);
    }

    private static string[] Of(CaseFile facts, CaseReview review, StepFacts step) =>
    [
        $"<span class=\"when\">{CaseWords.Of(step.At)}</span>",
        Html.Text(StaffingFinder.NameOf(step.Step) + (step.Round < review.Round ? CaseFileTexts.EarlierRound.With(step.Round) : "")),
        Html.Text(PersonOf(facts, step)),
        Html.Text(ReviewRules.NameOf(step.Verdict)
            + (step.FromAbove ? CaseFileTexts.FromAbove : "")
            + (step.SawSecrecyCheck ? CaseFileTexts.SawCheck : "")),
        Html.Text(step.Reason),
    ];

    private static string Secrecy(CaseFile facts, StepFacts step) =>
        Html.Paragraph(CaseFileTexts.SecrecyHead.With(StaffingFinder.NameOf(step.Step), PersonOf(facts, step)))
        + "<ul class=\"secrecy\">\n" + string.Concat(step.Secrecy.Select(Of)) + "</ul>\n";

    private static string Of(SecrecyAnswer answer)
    {
        var note = answer.Note.Length > 0 ? $"（{answer.Note}）" : "";
        string[] looks = [answer.Verdict == SecrecyVerdict.No ? "" : "yes", note.Length > 0 ? "long" : ""];
        return $"<li class=\"{string.Join(' ', looks).Trim()}\">"
            + Html.Text(CaseFileTexts.SecrecyLine.With(SecrecyCheck.NameOf(answer.Item), SecrecyCheck.NameOf(answer.Verdict), note)) + "</li>\n";
    }

    private static string Delegations(CaseFile facts) => facts.Delegations.Count == 0 ? "" :
        Html.Heading(3, CaseFileTexts.DelegationHead)
        + Html.Table(
            [CaseFileTexts.DelegationId, CaseFileTexts.DelegationFrom, CaseFileTexts.DelegationTo, CaseFileTexts.DelegationTime],
            facts.Delegations.Select(one => new[]
            {
                $"{one.Id}",
                Html.Text(NameOf(facts, one.From)),
                Html.Text(NameOf(facts, one.To)),
                Html.Text(CaseFileTexts.Span.With(CaseWords.Of(one.StartsAt), CaseWords.Of(one.EndsAt))),
            }));
}
