using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The part of the page that tells what people found and decided after the sending: evidence, website, taking back.</summary>
internal static class CaseDecisionPart
{
    public static string Of(CaseFile facts)
    {
        var all = Settlements(facts) + WebsiteSendings(facts) + Withdrawals(facts);
        return all.Length > 0 ? all : Html.Paragraph(CaseFileTexts.NoDecisions);
    }

    private static string Settlements(CaseFile facts) => facts.Decisions.Settlements.Count == 0 ? "" :
        Html.Heading(3, CaseFileTexts.SettlementHead)
        + Html.Table(
            [CaseFileTexts.StepTime, CaseFileTexts.StepPerson, CaseFileTexts.SettlementFound, CaseFileTexts.SettlementEvidence],
            facts.Decisions.Settlements.Select(one => new[]
            {
                When(one.At),
                Html.Text(CaseReviewPart.NameOf(facts, one.By)),
                Html.Text(one.As == SettledAs.Published ? CaseFileTexts.SettledPublished : CaseFileTexts.SettledNotSent),
                Html.Text(one.Evidence),
            }));

    private static string WebsiteSendings(CaseFile facts) => facts.Decisions.WebsiteSendings.Count == 0 ? "" :
        Html.Heading(3, CaseFileTexts.WebsiteHead)
        + Html.Table(
            [
                CaseFileTexts.WebsiteSentAt, CaseFileTexts.FactAct, CaseFileTexts.ArticleUrl, CaseFileTexts.WebsiteReviewers,
                CaseFileTexts.WebsiteBy,
            ],
            facts.Decisions.WebsiteSendings.Select(one => new[]
            {
                When(one.SentAt),
                Html.Text(PublicationWords.NameOf(one.Act)),
                Html.Link(one.Url, one.Url),
                Html.Text(one.Reviewers),
                Html.Text(CaseReviewPart.NameOf(facts, one.RegisteredBy)) + " " + When(one.RegisteredAt),
            }));

    private static string Withdrawals(CaseFile facts) => facts.Decisions.Withdrawals.Count == 0 ? "" :
        Html.Heading(3, CaseFileTexts.WithdrawalHead)
        + Html.Table(
            [
                CaseFileTexts.WithdrawalOf, CaseFileTexts.WithdrawalReason, CaseFileTexts.WithdrawalProposed, CaseFileTexts.WithdrawalDecided,
                CaseFileTexts.WithdrawalResult,
            ],
            facts.Decisions.Withdrawals.Select(one => new[]
            {
                Html.Text(one.Article is { } article ? CaseFileTexts.WithdrawalArticle.With(article) : CaseFileTexts.WithdrawalAll),
                Html.Text(one.Reason),
                Html.Text(CaseReviewPart.NameOf(facts, one.ProposedBy)) + " " + When(one.ProposedAt),
                one.DecidedAt is { } at ? Html.Text(CaseReviewPart.NameOf(facts, one.DecidedBy)) + " " + When(at) : "",
                Html.Text(Result(one) + (one.Words.Length > 0 ? $"：{one.Words}" : "")) + " " + When(one.EndedAt),
            }));

    private static string Result(CaseWithdrawal one) => one.State switch
    {
        WithdrawalState.Proposed => CaseFileTexts.WithdrawalProposedOnly,
        WithdrawalState.Confirmed => CaseFileTexts.WithdrawalConfirmed,
        WithdrawalState.Done when one.DeletedAt is { } at => CaseFileTexts.WithdrawalDoneByHand.With(one.DeletedBy, CaseWords.Of(at)),
        WithdrawalState.Done => CaseFileTexts.WithdrawalDone,
        WithdrawalState.Unknown => CaseFileTexts.WithdrawalUnclear,
        WithdrawalState.Dropped => CaseFileTexts.WithdrawalDropped,
        _ => CaseFileTexts.WithdrawalRefusedByPlatform,
    };

    private static string When(DateTimeOffset? at) => at is null ? "" : $"<span class=\"when\">{CaseWords.Of(at)}</span>";
}
