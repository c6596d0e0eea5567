using System.Text;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The case as a page (<c>index.html</c>): for reading and printing, without script and without anything from elsewhere.</summary>
internal static class CasePage
{
    private const string Style =
        "body{font:16px/1.7 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;max-width:60em;margin:2em auto;padding:0 1em;"
        + "color:#1f2328}h1{font-size:1.5em}h2{font-size:1.2em;margin-top:2em;border-bottom:1px solid #999}h3{font-size:1em}"
        + "table{border-collapse:collapse;width:100%;margin:.5em 0}th,td{border:1px solid #bbb;padding:.3em .5em;text-align:left;"
        + "vertical-align:top;overflow-wrap:anywhere}th{background:#f3f4f6;white-space:nowrap}code{font-size:.85em;overflow-wrap:anywhere}"
        + ".mark{font-weight:bold}@media print{body{font-size:11pt;margin:0;max-width:none}tr{break-inside:avoid}}";

    public static byte[] Of(CaseFile facts, IReadOnlyList<CaseAttempt> attempts, CaseAudit audit)
    {
        var title = Html.Text(CaseFileTexts.Title.With(facts.Publication.AccountName, facts.Publication.Id));
        return Encoding.UTF8.GetBytes(string.Join(
            '\n',
            "<!DOCTYPE html>",
            "<html lang=\"zh-CN\">",
            $"<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>",
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"{CaseArticlePage.Policy}\"><style>{Style}</style></head>",
            "<body>",
            Html.Element("h1", title),
            Heading(CaseFileTexts.HeadPublication) + Facts(facts),
            Heading(CaseFileTexts.HeadArticles) + string.Concat(facts.Articles.Select(Of)),
            Heading(CaseFileTexts.HeadReviews) + CaseReviewPart.Of(facts),
            Heading(CaseFileTexts.HeadSending) + Of(attempts),
            Heading(CaseFileTexts.HeadAudit) + Of(audit),
            Html.Element("p", Html.Text(CaseFileTexts.HowToVerify)),
            "</body>",
            "</html>",
            ""));
    }

    private static string Heading(string text) => Html.Element("h2", Html.Text(text)) + "\n";

    private static string Facts(CaseFile facts)
    {
        var one = facts.Publication;
        return Pairs(
            (CaseFileTexts.FactAccount, $"{one.AccountName}（{one.AccountKey}）"),
            (CaseFileTexts.FactAct, PublicationWords.NameOf(one.Act)),
            (CaseFileTexts.FactAudience, one.AudienceTag is { } tag ? CaseFileTexts.FactTag.With(tag) : ""),
            (CaseFileTexts.FactState, PublicationWords.NameOf(one.State)),
            (CaseFileTexts.FactStop, one.StopWords),
            (CaseFileTexts.FactScheduled, $"{CaseReviewPart.NameOf(facts, one.ScheduledBy)}，{CaseWords.Of(one.ScheduledAt)}"),
            (CaseFileTexts.FactDue, CaseWords.Of(one.DueAt)),
            (CaseFileTexts.FactLate, one.MayBeLate ? CaseFileTexts.FactMayBeLate : ""),
            (CaseFileTexts.FactSubmitted, CaseWords.Of(one.SubmittedAt)),
            (CaseFileTexts.FactEnded, CaseWords.Of(one.EndedAt)),
            (CaseFileTexts.FactTask, one.Platform.TaskId),
            (CaseFileTexts.FactData, one.Platform.DataId),
            (CaseFileTexts.FactPlatformArticle, one.Platform.PlatformArticleId),
            (CaseFileTexts.FactDraft, one.Platform.DraftMediaId),
            (CaseFileTexts.FactClientMessage, one.Platform.ClientMessageId));
    }

    private static string Of(CaseArticle article)
    {
        var disclosure = article.Disclosure;
        return Html.Element("h3", Html.Text(CaseFileTexts.ArticleHead.With(article.Position, article.Title))) + "\n"
            + $"<p><a href=\"{article.Page}\">{Html.Text(CaseFileTexts.ArticlePage)}</a>　"
            + $"<a href=\"{article.Document}\">{Html.Text(CaseFileTexts.ArticleBytes)}</a></p>\n"
            + Pairs(
                (CaseFileTexts.ArticleUrl, article.Url),
                (CaseFileTexts.ArticleFailed, article.HasFailed ? CaseFileTexts.ArticleFailedYes : ""),
                (CaseFileTexts.ArticleHash, article.ContentHash),
                (CaseFileTexts.ArticleSubject, article.SubjectId),
                (CaseFileTexts.DisclosureClass, DisclosureWords.ClassOf(disclosure.Class)),
                (CaseFileTexts.DisclosureCatalogue, disclosure.CatalogueNumber),
                (CaseFileTexts.DisclosureBody, disclosure.IssuingBody),
                (CaseFileTexts.DisclosureFormed, $"{disclosure.FormedOn:yyyy-MM-dd}"),
                (CaseFileTexts.DisclosureChanged, $"{disclosure.ChangedOn:yyyy-MM-dd}"),
                (CaseFileTexts.DisclosureDue, $"{disclosure.DueOn:yyyy-MM-dd}"),
                (CaseFileTexts.DisclosureVisibility, DisclosureWords.VisibilityOf(disclosure.Visibility)),
                (CaseFileTexts.DisclosureGrounds, disclosure.Grounds))
            + (article.Files.Count == 0 ? "" : Html.Table(
                [CaseFileTexts.FileUse, CaseFileTexts.FileName, CaseFileTexts.FileHash],
                article.Files.Select(file => Html.Row(
                    Html.Text(CaseWords.Of(file.Use)),
                    $"<a href=\"{file.Path}\">{Html.Text(file.Name.Length > 0 ? file.Name : file.Path)}</a>",
                    Html.Element("code", file.Hash)))));
    }

    private static string Of(IReadOnlyList<CaseAttempt> attempts) => attempts.Count == 0
        ? Html.Element("p", Html.Text(CaseFileTexts.NoAttempts))
        : Html.Table(
            [
                CaseFileTexts.AttemptTime, CaseFileTexts.AttemptStep, CaseFileTexts.AttemptTarget, CaseFileTexts.AttemptOutcome,
                CaseFileTexts.AttemptAnswer,
            ],
            attempts.Select(attempt => Html.Row(
                Html.Text($"{CaseWords.Of(attempt.BegunAt)}　{CaseWords.Of(attempt.EndedAt)}"),
                Html.Text(PublicationWords.NameOf(attempt.Step)),
                Html.Element("code", Html.Text(attempt.Target)),
                Html.Text(PublicationWords.NameOf(attempt.Outcome) + (attempt.Code is { } code ? $"（{code}）" : "")),
                Html.Element("code", Html.Text(attempt.Answer)))));

    private static string Of(CaseAudit audit) => Html.Table(
        [
            CaseFileTexts.AuditSequence, CaseFileTexts.AuditTime, CaseFileTexts.AuditActor, CaseFileTexts.AuditAction,
            CaseFileTexts.AuditSubject, CaseFileTexts.AuditHash,
        ],
        audit.Entries.Select(entry => Html.Row(
            $"{entry.Sequence}",
            CaseWords.Of(entry.At),
            Html.Text(entry.Actor),
            Html.Text(entry.Action),
            Html.Text(entry.Subject),
            Html.Element("code", entry.Hash))))
        + Html.Element("p", Html.Text(CaseFileTexts.AuditHead.With(audit.Head.HeadSequence, audit.Head.HeadHash)));

    /// <summary>Heads and values; what is empty is left out.</summary>
    private static string Pairs(params IEnumerable<(string Head, string Value)> pairs) => Html.Element("table", string.Concat(
        pairs.Where(pair => pair.Value.Length > 0).Select(pair => Html.Element(
            "tr", Html.Element("th", Html.Text(pair.Head)) + Html.Element("td", Html.Text(pair.Value))) + "\n"))) + "\n";
}
