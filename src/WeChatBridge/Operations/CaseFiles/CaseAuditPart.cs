using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>The part of the page that lists what the audit trail says, in words an inspector reads.</summary>
internal static class CaseAuditPart
{
    private static readonly Dictionary<string, string> Acts = new()
    {
        ["article.new"] = CaseFileTexts.ActArticleNew,
        ["article.clarify"] = CaseFileTexts.ActArticleClarify,
        ["article.correct"] = CaseFileTexts.ActArticleCorrect,
        ["article.save"] = CaseFileTexts.ActArticleSave,
        ["article.import"] = CaseFileTexts.ActArticleImport,
        ["article.cover"] = CaseFileTexts.ActArticleCover,
        ["article.attach"] = CaseFileTexts.ActArticleAttach,
        ["article.detach"] = CaseFileTexts.ActArticleDetach,
        ["article.discard"] = CaseFileTexts.ActArticleDiscard,
        ["article.submit"] = CaseFileTexts.ActArticleSubmit,
        ["review.open"] = CaseFileTexts.ActReviewOpen,
        ["review.approve"] = CaseFileTexts.ActReviewApprove,
        ["review.return"] = CaseFileTexts.ActReviewReturn,
        ["review.reject"] = CaseFileTexts.ActReviewReject,
        ["review.send-up"] = CaseFileTexts.ActReviewSendUp,
        ["review.withdraw"] = CaseFileTexts.ActReviewWithdraw,
        ["review.supersede"] = CaseFileTexts.ActReviewSupersede,
        ["review.follow-up"] = CaseFileTexts.ActReviewFollowUp,
        ["review.delegate"] = CaseFileTexts.ActDelegate,
        ["review.delegate-end"] = CaseFileTexts.ActDelegateEnd,
        ["publication.plan"] = CaseFileTexts.ActPlan,
        ["publication.change"] = CaseFileTexts.ActChange,
        ["publication.retry"] = CaseFileTexts.ActRetry,
        ["publication.allow-late"] = CaseFileTexts.ActAllowLate,
        ["publication.cancel"] = CaseFileTexts.ActCancel,
        ["publication.begin"] = CaseFileTexts.ActBegin,
        ["publication.submitted"] = CaseFileTexts.ActSubmitted,
        ["publication.published"] = CaseFileTexts.ActPublished,
        ["publication.address"] = CaseFileTexts.ActAddress,
        ["publication.enter-address"] = CaseFileTexts.ActEnterAddress,
        ["publication.named"] = CaseFileTexts.ActNamed,
        ["publication.draft-ready"] = CaseFileTexts.ActDraftReady,
        ["publication.stopped"] = CaseFileTexts.ActStopped,
        ["publication.refused"] = CaseFileTexts.ActRefused,
        ["publication.unknown"] = CaseFileTexts.ActUnknown,
        ["publication.settle"] = CaseFileTexts.ActSettle,
        ["publication.enter"] = CaseFileTexts.ActEnter,
        ["publication.taken-down"] = CaseFileTexts.ActTakenDown,
        ["publication.withdrawn"] = CaseFileTexts.ActWithdrawn,
        ["publication.withdrawal-refused"] = CaseFileTexts.ActWithdrawalRefused,
        ["publication.withdrawal-unknown"] = CaseFileTexts.ActWithdrawalUnknown,
        ["withdrawal.propose"] = CaseFileTexts.ActWithdrawalPropose,
        ["withdrawal.confirm"] = CaseFileTexts.ActWithdrawalConfirm,
        ["withdrawal.drop"] = CaseFileTexts.ActWithdrawalDrop,
        ["staff.add"] = CaseFileTexts.ActStaffAdd,
        ["staff.claim"] = CaseFileTexts.ActStaffClaim,
    };

    public static string Of(CaseFile facts, CaseAudit audit) => Html.Paragraph(CaseFileTexts.AuditAbout) + Html.Table(
        [
            CaseFileTexts.AuditSequence, CaseFileTexts.AuditTime, CaseFileTexts.AuditActor, CaseFileTexts.AuditAction,
            CaseFileTexts.AuditSubject, CaseFileTexts.AuditHash,
        ],
        audit.Entries.Select(entry => new[]
        {
            $"{entry.Sequence}",
            $"<span class=\"when\">{CaseWords.Of(entry.At)}</span>",
            Html.Text(ActorOf(facts, entry.Actor)),
            Acts.TryGetValue(entry.Action, out var act) ? Html.Text(act) : Html.Code(entry.Action),
            Html.Code(entry.Subject),
            Html.Code(entry.Hash),
        }))
        + Html.Paragraph(CaseFileTexts.AuditHead.With(audit.Head.HeadSequence, audit.Head.HeadHash));

    private static string ActorOf(CaseFile facts, string actor) => actor switch
    {
        "publishing-worker" => CaseFileTexts.ActorWorker,
        "command-line" => CaseFileTexts.ActorCommandLine,
        _ => CaseReviewPart.NameOf(facts, actor),
    };
}
