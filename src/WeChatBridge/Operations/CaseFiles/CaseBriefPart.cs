using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The part of the page that tells on half a sheet what went out, where it is, and who wrote, checked and approved it.</summary>
internal static class CaseBriefPart
{
    public static string Of(CaseFile facts) => "<section class=\"brief\">\n" + Html.Heading(2, CaseFileTexts.HeadBrief)
        + Html.Paragraph(Ending(facts))
        + string.Concat(facts.Articles.Select(article => Of(facts, article)))
        + "</section>";

    private static string Ending(CaseFile facts)
    {
        var one = facts.Publication;
        return one.EndedAt is { } ended
            ? CaseFileTexts.BriefEnded.With(PublicationWords.NameOf(one.Act), PublicationWords.NameOf(one.State), CaseWords.Of(ended))
            : CaseFileTexts.BriefOpen.With(PublicationWords.NameOf(one.Act), PublicationWords.NameOf(one.State));
    }

    private static string Of(CaseFile facts, CaseArticle article)
    {
        var review = facts.Reviews.FirstOrDefault(one => one.SubjectId == article.SubjectId && one.ContentHash == article.ContentHash
            && one.FollowsUpId is null);
        return Html.Heading(3, CaseFileTexts.ArticleHead.With(article.Position, article.Title))
            + Html.Pairs(
                (CaseFileTexts.ArticleUrl, article.Url.Length > 0 ? Html.Link(article.Url, article.Url) : Html.Text(CaseFileTexts.BriefNoUrl)),
                (CaseFileTexts.ArticleFailed, article.HasFailed ? Html.Text(CaseFileTexts.ArticleFailedYes) : ""),
                (CaseFileTexts.ArticleWithdrawn, CaseWords.Of(article.WithdrawnAt)),
                (CaseFileTexts.BriefAuthors, review is null ? "" : Html.Text(Names(facts, review.Authors))),
                (CaseFileTexts.BriefReview, review is null ? Html.Text(CaseFileTexts.BriefNoReview) : Steps(facts, review)));
    }

    private static string Steps(CaseFile facts, CaseReview review) => string.Join(
        "<br>",
        review.Steps.Where(step => step.Round == review.Round && step.Step != ReviewStepKind.Author)
            .Select(step => Html.Text(CaseFileTexts.BriefStep.With(
                StaffingFinder.NameOf(step.Step), CaseReviewPart.PersonOf(facts, step), ReviewRules.NameOf(step.Verdict)))
                + $"<span class=\"when\">{CaseWords.Of(step.At)}</span>")
            .Append(Html.Text(CaseFileTexts.BriefResult.With(ReviewRules.NameOf(review.State)))));

    private static string Names(CaseFile facts, IEnumerable<string> names) =>
        string.Join("、", names.Select(name => CaseReviewPart.NameOf(facts, name)));
}
