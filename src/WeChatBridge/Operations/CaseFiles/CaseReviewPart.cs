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

    private static string Of(CaseFile facts, CaseReview review)
    {
        var isSent = facts.Articles.Any(article => article.SubjectId == review.SubjectId && article.ContentHash == review.ContentHash);
        string[] marks =
        [
            review.IsEmergency ? CaseFileTexts.MarkEmergency : "",
            review.FollowsUpId is { } emergency ? CaseFileTexts.MarkFollowUp.With(emergency) : "",
            isSent ? "" : CaseFileTexts.MarkEarlier,
        ];
        return Html.Element("h3", Html.Text(CaseFileTexts.ReviewHead.With(review.Id, ReviewRules.NameOf(review.State)))) + "\n"
            + string.Concat(marks.Where(mark => mark.Length > 0).Select(mark => $"<p class=\"mark\">{Html.Text(mark)}</p>\n"))
            + Html.Element("p", Html.Text(CaseFileTexts.ReviewVersion.With(
                review.SubjectId,
                review.ContentHash,
                string.Join("、", review.Authors.Select(author => NameOf(facts, author))),
                string.Join(" → ", review.Plan.Select(StaffingFinder.NameOf))))) + "\n"
            + Html.Table(
                [CaseFileTexts.StepTime, CaseFileTexts.StepName, CaseFileTexts.StepPerson, CaseFileTexts.StepVerdict, CaseFileTexts.StepReason],
                review.Steps.Select(step => Of(facts, review, step)));
    }

    private static string Of(CaseFile facts, CaseReview review, CaseStep step) => Html.Row(
        CaseWords.Of(step.At),
        Html.Text(StaffingFinder.NameOf(step.Step) + (step.Round < review.Round ? CaseFileTexts.EarlierRound.With(step.Round) : "")),
        Html.Text(NameOf(facts, step.By) + (step.OnBehalfOf.Length > 0 ? CaseFileTexts.OnBehalf.With(NameOf(facts, step.OnBehalfOf)) : "")),
        Html.Text(ReviewRules.NameOf(step.Verdict)
            + (step.FromAbove ? CaseFileTexts.FromAbove : "")
            + (step.SawSecrecyCheck ? CaseFileTexts.SawCheck : "")),
        Html.Text(step.Reason) + string.Concat(step.Secrecy.Select(answer => "<br>" + Html.Text(CaseFileTexts.SecrecyLine.With(
            SecrecyCheck.NameOf(answer.Item), SecrecyCheck.NameOf(answer.Verdict), answer.Note.Length > 0 ? $"（{answer.Note}）" : "")))));

    private static string Delegations(CaseFile facts) => facts.Delegations.Count == 0 ? "" : Html.Table(
        [CaseFileTexts.DelegationFrom, CaseFileTexts.DelegationTo, CaseFileTexts.DelegationTime],
        facts.Delegations.Select(one => Html.Row(
            Html.Text(NameOf(facts, one.From)),
            Html.Text(NameOf(facts, one.To)),
            $"{CaseWords.Of(one.StartsAt)}　{CaseWords.Of(one.EndsAt)}")));
}
