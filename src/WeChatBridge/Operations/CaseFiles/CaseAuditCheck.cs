using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Whether the audit entries of a case hash as they say, and tell of its reviews what the case tells: each step, none more.</summary>
internal static class CaseAuditCheck
{
    private static readonly Dictionary<ReviewVerdict, string> Actions = new()
    {
        [ReviewVerdict.Signed] = "review.open",
        [ReviewVerdict.Approved] = "review.approve",
        [ReviewVerdict.Returned] = "review.return",
        [ReviewVerdict.Rejected] = "review.reject",
        [ReviewVerdict.SentUp] = "review.send-up",
        [ReviewVerdict.Withdrawn] = "review.withdraw",
    };

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

        return HeadMisfit(audit.Head, previous) ?? facts.Reviews.Select(review => Misfit(audit, review)).FirstOrDefault(step => step is not null);
    }

    private static string? HeadMisfit(CaseAuditHead head, CaseAuditLine? last) =>
        last is null || head.HeadSequence > last.Sequence || (head.HeadSequence == last.Sequence && head.HeadHash == last.Hash)
            ? null
            : CaseFileTexts.EntryWrong.With(CasePaths.Audit, head.HeadSequence);

    /// <summary>Whatever was done in a review was written into the trail in the same transaction.</summary>
    private static string? Misfit(CaseAudit audit, CaseReview review)
    {
        var entries = audit.Entries.Where(entry => entry.Subject == $"review/{review.Id}").ToList();
        var acts = entries.Where(entry => Actions.ContainsValue(entry.Action)).ToList();
        foreach (var step in review.Steps)
        {
            if (acts.Find(entry => TellsOf(entry, review, step)) is not { } own)
            {
                return CaseFileTexts.StepUnrecorded.With(review.Id, ReviewRules.NameOf(step.Verdict), step.By);
            }

            acts.Remove(own);
        }

        return acts is [var untold, ..]
            ? CaseFileTexts.EntryUntold.With(untold.Sequence, review.Id)
            : entries.Count > 0 && $"{entries[^1].Detail};".Contains($"; round {review.Round}; {review.State};", StringComparison.Ordinal)
                ? null
                : CaseFileTexts.Unproved.With(CaseFileTexts.ProofReviewState.With(review.Id));
    }

    // Entries of earlier releases hold no hash of the step.
    private static bool TellsOf(CaseAuditLine entry, CaseReview review, StepFacts step) =>
        entry.Action == Actions[step.Verdict] && entry.Actor == step.By
        && entry.Detail.Contains($" {review.SubjectId}; sha256 {review.ContentHash}; round {step.Round};", StringComparison.Ordinal)
        && (entry.HashNamed("step") is { } hash
            ? hash == step.Hash()
            : step.OnBehalfOf.Length == 0 || entry.Detail.EndsWith($"; for {step.OnBehalfOf}", StringComparison.Ordinal));
}
