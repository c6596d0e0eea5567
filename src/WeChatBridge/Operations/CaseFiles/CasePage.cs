using System.Text;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The case as a page (<c>index.html</c>): for reading and printing, without script and without anything from elsewhere.</summary>
internal static class CasePage
{
    public static byte[] Of(CaseFile facts, IReadOnlyList<CaseAttempt> attempts, CaseAudit audit)
    {
        var title = Html.Text(CaseFileTexts.Title.With(facts.Publication.AccountName, facts.Publication.Id));
        return Encoding.UTF8.GetBytes(string.Join(
            '\n',
            "<!DOCTYPE html>",
            "<html lang=\"zh-CN\">",
            $"<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>",
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"{CaseArticlePage.Policy}\"><style>",
            CaseStyle.Sheet,
            "</style></head>",
            "<body><main>",
            Html.Element("h1", title),
            $"<p class=\"about\">{Html.Text(CaseFileTexts.About)}</p>",
            CaseBriefPart.Of(facts),
            Html.Heading(2, CaseFileTexts.HeadPublication) + Facts(facts),
            Html.Heading(2, CaseFileTexts.HeadArticles) + CaseArticlePart.Of(facts),
            Html.Heading(2, CaseFileTexts.HeadReviews) + CaseReviewPart.Of(facts),
            Html.Heading(2, CaseFileTexts.HeadSending) + CaseSendingPart.Of(facts, attempts),
            Html.Heading(2, CaseFileTexts.HeadDecisions) + CaseDecisionPart.Of(facts),
            Html.Heading(2, CaseFileTexts.HeadAudit) + CaseAuditPart.Of(facts, audit),
            Html.Heading(2, CaseFileTexts.HeadVerify) + Html.Paragraph(CaseFileTexts.HowToVerify),
            "</main></body>",
            "</html>",
            ""));
    }

    private static string Facts(CaseFile facts)
    {
        var one = facts.Publication;
        return Html.Pairs(Written(
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
            (CaseFileTexts.FactClientMessage, one.Platform.ClientMessageId)));
    }

    private static IEnumerable<(string Head, string Value)> Written(params IEnumerable<(string Head, string Value)> pairs) =>
        pairs.Select(pair => (pair.Head, Html.Text(pair.Value)));
}
