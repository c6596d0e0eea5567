using WeChatBridge.Audit;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Whether the audit entries and the ledger of a case tell of its publication what the case tells.</summary>
internal static class CasePublicationCheck
{
    // The plan is made a moment before the entry of the same transaction is written.
    private static readonly TimeSpan SameMoment = TimeSpan.FromMinutes(1);

    private static readonly string[] Plans = ["publication.plan", "publication.change", "publication.retry", "publication.allow-late"];

    private static readonly Dictionary<string, PublicationState[]> StatesAfter = new()
    {
        ["publication.begin"] = [PublicationState.Sending],
        ["publication.submitted"] = [PublicationState.Submitted],
        ["publication.published"] = [PublicationState.Published],
        ["publication.draft-ready"] = [PublicationState.DraftReady],
        ["publication.stopped"] = [PublicationState.Stopped],
        ["publication.refused"] = [PublicationState.Refused],
        ["publication.unknown"] = [PublicationState.OutcomeUnknown],
        ["publication.taken-down"] = [PublicationState.Withdrawn],
        // One article of several, or the last that was left.
        ["publication.withdrawn"] = [PublicationState.Published, PublicationState.Withdrawn],
    };

    public static string? Misfit(CaseFile facts, IReadOnlyList<CaseAttempt> attempts, CaseAudit audit)
    {
        var entries = audit.Entries.Where(entry => entry.Subject == $"publication/{facts.Publication.Id}").ToList();
        (string Fact, bool IsProved)[] proofs =
        [
            (CaseFileTexts.ProofPlan, IsPlanned(facts, entries)),
            (CaseFileTexts.ProofPlanner, HasPlanner(facts.Publication, entries)),
            (CaseFileTexts.ProofBegun, !facts.Publication.MayBeOut || HasBegun(facts, entries)),
            (CaseFileTexts.ProofState, HasState(facts, entries)),
            (CaseFileTexts.ProofSubmitted, IsSubmitted(facts.Publication, attempts)),
            (CaseFileTexts.ProofNumbers, HasNumbers(facts.Publication.Platform, attempts, entries)),
            .. facts.Articles.Select(article => (CaseFileTexts.ProofAddress.With(article.Title), StandsThere(article, entries))),
        ];
        return proofs.FirstOrDefault(proof => !proof.IsProved).Fact is { } fact ? CaseFileTexts.Unproved.With(fact) : null;
    }

    /// <summary>What people changed last, they changed into this.</summary>
    private static bool IsPlanned(CaseFile facts, List<CaseAuditLine> entries)
    {
        var plan = PublicationWords.PlanOf(
            facts.Publication.DueAt, facts.Articles.Select(article => (article.SubjectId, article.ContentHash)));
        return entries.FindLast(entry => StateIn(entry) is not null) is { } last
            && $"{last.Detail};".Contains($"; {plan};", StringComparison.Ordinal)
            && last.Detail.StartsWith($"{facts.Publication.Act}; ", StringComparison.Ordinal);
    }

    private static bool HasPlanner(CasePublication one, List<CaseAuditLine> entries) =>
        entries.Exists(entry => Plans.Contains(entry.Action) && entry.Actor == one.ScheduledBy
            && (entry.At - one.ScheduledAt).Duration() <= SameMoment)
        && (!one.MayBeLate || entries.Exists(entry => entry.Action == "publication.allow-late"));

    private static bool HasBegun(CaseFile facts, List<CaseAuditLine> entries) =>
        entries.FindLast(entry => entry.Action == "publication.begin")?.Detail
            == string.Join(' ', facts.Articles.Select(article => article.ContentHash).Prepend($"{facts.Publication.Act}"));

    private static bool HasState(CaseFile facts, List<CaseAuditLine> entries)
    {
        var state = facts.Publication.State;
        var last = entries.Select(entry => StateIn(entry) is { } told ? [told] : StatesAfter.GetValueOrDefault(entry.Action))
            .LastOrDefault(states => states is not null);
        return last is not null && last.Contains(state)
            && (state == PublicationState.Withdrawn) == facts.Articles.All(article => article.WithdrawnAt is not null);
    }

    /// <summary>The state that an act of a person left it in, as their entry says.</summary>
    private static PublicationState? StateIn(CaseAuditLine entry) =>
        entry.Detail.Split("; ") is [_, var state, var due, ..] && due.StartsWith("due ", StringComparison.Ordinal)
        && Enum.TryParse<PublicationState>(state, out var told)
            ? told
            : null;

    private static bool IsSubmitted(CasePublication one, IReadOnlyList<CaseAttempt> attempts) => one.SubmittedAt is not { } at
        || attempts.Any(attempt => attempt.Step is SendingStep.Publish or SendingStep.MassSend && attempt.BegunAt == at);

    private static bool HasNumbers(CasePlatformNumbers numbers, IReadOnlyList<CaseAttempt> attempts, List<CaseAuditLine> entries) =>
        (numbers.TaskId.Length == 0 || entries.Exists(entry => entry.Names(numbers.TaskId)))
        && new[] { numbers.DraftMediaId, numbers.DataId }.Where(number => number.Length > 0)
            .All(number => attempts.Any(attempt => attempt.Target == number || attempt.Answer.Contains(number, StringComparison.Ordinal)));

    private static bool StandsThere(CaseArticle article, List<CaseAuditLine> entries) => article.Url.Length == 0
        || entries.Exists(entry => entry.Action switch
        {
            "publication.published" or "publication.address" => entry.Names(article.Url),
            "publication.settle" or "publication.enter" or "publication.enter-address" => entry.Names(AuditedWords.HashOf(article.Url)),
            _ => false,
        });
}
