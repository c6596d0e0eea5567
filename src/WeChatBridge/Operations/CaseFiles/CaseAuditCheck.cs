using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Whether the audit entries of a case hash as they say, and tell of every step that the case tells of.</summary>
internal static class CaseAuditCheck
{
    public static string? Misfit(CaseAudit audit, CaseFile facts)
    {
        CaseAuditLine? previous = null;
        foreach (var entry in audit.Entries)
        {
            var follows = previous is null || (entry.Sequence > previous.Sequence
                && (entry.Sequence > previous.Sequence + 1 || entry.PreviousHash == previous.Hash));
            if (!follows || entry.ComputeHash() != entry.Hash)
            {
                return CaseFileTexts.EntryWrong.With(CasePaths.Audit, entry.Sequence);
            }

            previous = entry;
        }

        return HeadMisfit(audit.Head, previous) ?? facts.Reviews.Select(review => Unrecorded(audit, review)).FirstOrDefault(step => step is not null);
    }

    private static string? HeadMisfit(CaseAuditHead head, CaseAuditLine? last) =>
        last is null || head.HeadSequence > last.Sequence || (head.HeadSequence == last.Sequence && head.HeadHash == last.Hash)
            ? null
            : CaseFileTexts.EntryWrong.With(CasePaths.Audit, head.HeadSequence);

    /// <summary>Whatever was done in a review was written into the trail in the same transaction.</summary>
    private static string? Unrecorded(CaseAudit audit, CaseReview review)
    {
        var recorded = audit.Entries.Where(entry => entry.Subject == $"review/{review.Id}").ToLookup(entry => (entry.Action, entry.Actor));
        return review.Steps.GroupBy(step => (Action: ActionOf(step.Verdict), step.By))
            .Where(done => recorded[done.Key].Count() < done.Count())
            .Select(done => CaseFileTexts.StepUnrecorded.With(review.Id, ReviewRules.NameOf(done.First().Verdict), done.Key.By))
            .FirstOrDefault();
    }

    private static string ActionOf(ReviewVerdict verdict) => verdict switch
    {
        ReviewVerdict.Signed => "review.open",
        ReviewVerdict.Approved => "review.approve",
        ReviewVerdict.Returned => "review.return",
        ReviewVerdict.Rejected => "review.reject",
        ReviewVerdict.SentUp => "review.send-up",
        _ => "review.withdraw",
    };
}
