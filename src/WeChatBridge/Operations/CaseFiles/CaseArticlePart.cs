using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The part of the page that tells what each article is, what its checks found, and to which others it belongs.</summary>
internal static class CaseArticlePart
{
    public static string Of(CaseFile facts) => string.Concat(facts.Articles.Select(article => Of(facts, article)));

    private static string Of(CaseFile facts, CaseArticle article) =>
        Html.Heading(3, CaseFileTexts.ArticleHead.With(article.Position, article.Title))
        + Html.Pairs(
            [
                (CaseFileTexts.ArticleContent, Html.Link(article.Page, CaseFileTexts.ArticlePage) + "　"
                    + Html.Link(article.Document, CaseFileTexts.ArticleBytes)),
                (CaseFileTexts.ArticleUrl, article.Url.Length > 0 ? Html.Link(article.Url, article.Url) : ""),
                (CaseFileTexts.ArticleFailed, article.HasFailed ? Html.Text(CaseFileTexts.ArticleFailedYes) : ""),
                (CaseFileTexts.ArticleWithdrawn, CaseWords.Of(article.WithdrawnAt)),
                .. Disclosure(article),
                .. Links(article.Links),
                (CaseFileTexts.ArticleSubject, Html.Text(article.SubjectId)),
                (CaseFileTexts.ArticleHash, Html.Code(article.ContentHash)),
            ])
        + Files(article)
        + string.Concat(article.Versions.Where(version => version.Answers.Count > 0).Select(version => Answers(facts, version)));

    private static IEnumerable<(string Head, string Value)> Disclosure(CaseArticle article)
    {
        var one = article.Disclosure;
        return
        [
            (CaseFileTexts.DisclosureClass, Html.Text(DisclosureWords.ClassOf(one.Class))),
            (CaseFileTexts.DisclosureCatalogue, Html.Text(one.CatalogueNumber)),
            (CaseFileTexts.DisclosureBody, Html.Text(one.IssuingBody)),
            (CaseFileTexts.DisclosureFormed, $"{one.FormedOn:yyyy-MM-dd}"),
            (CaseFileTexts.DisclosureChanged, $"{one.ChangedOn:yyyy-MM-dd}"),
            (CaseFileTexts.DisclosureDue, $"{one.DueOn:yyyy-MM-dd}"),
            (CaseFileTexts.DisclosureVisibility, Html.Text(DisclosureWords.VisibilityOf(one.Visibility))),
            (CaseFileTexts.DisclosureGrounds, Html.Text(one.Grounds)),
        ];
    }

    private static IEnumerable<(string Head, string Value)> Links(CaseLinks links) =>
    [
        (CaseFileTexts.LinkCorrects, links.Corrects is { } original ? Of(original) : ""),
        (CaseFileTexts.LinkCorrectedBy, string.Join("<br>", links.CorrectedBy.Select(Of))),
        (CaseFileTexts.LinkClarifies, links.Clarifies.Count == 0 ? "" : Html.Text(CaseFileTexts.LinkQuestions.With(
            string.Join("、", links.Clarifies)))),
    ];

    private static string Of(CaseLinkedArticle article) => Html.Text($"《{article.Title}》（{article.SubjectId}）")
        + string.Concat(article.Urls.Select(url => "<br>" + Html.Link(url, url)));

    private static string Files(CaseArticle article) => article.Files.Count == 0 ? "" : Html.Table(
        [CaseFileTexts.FileUse, CaseFileTexts.FileName, CaseFileTexts.FileHash],
        article.Files.Select(file => new[]
        {
            Html.Text(CaseWords.Of(file.Use)),
            Html.Link(file.Path, file.Name.Length > 0 ? file.Name : CaseFileTexts.FileOpen),
            Html.Code(file.Hash),
        }));

    /// <summary>Why what the checks found may stay: whoever examined it saw these words.</summary>
    private static string Answers(CaseFile facts, CaseVersion version) =>
        Html.Element("h4", Html.Text(CaseFileTexts.AnswersHead.With(version.Number, version.ReviewId))) + "\n"
        + Html.Table(
            [
                CaseFileTexts.AnswerPlace, CaseFileTexts.AnswerFound, CaseFileTexts.AnswerAdvice, CaseFileTexts.AnswerReason,
                CaseFileTexts.AnswerBy,
            ],
            version.Answers.Select(one => new[]
            {
                Html.Text(one.Place),
                Html.Text(one.Excerpt),
                Html.Text(one.Advice),
                Html.Text(one.Reason),
                Html.Text(CaseReviewPart.NameOf(facts, one.By)) + $" <span class=\"when\">{CaseWords.Of(one.At)}</span>",
            }));
}
