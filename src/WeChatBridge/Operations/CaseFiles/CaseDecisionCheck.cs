using System.Globalization;
using WeChatBridge.Articles;
using WeChatBridge.Audit;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Whether what people said in a case, and who they are, is what the audit trail holds the hashes of.</summary>
internal static class CaseDecisionCheck
{
    public static string? Misfit(CaseFile facts, CaseAudit audit)
    {
        var own = audit.Entries.Where(entry => entry.Subject == $"publication/{facts.Publication.Id}").ToList();
        var decisions = facts.Decisions;
        (string Fact, bool IsProved)[] proofs =
        [
            (CaseFileTexts.ProofSettlements, AreTold(own, "publication.settle", decisions.Settlements, TellsOf)),
            (CaseFileTexts.ProofWithdrawals, AreTold(own, "withdrawal.propose", decisions.Withdrawals, TellsOf)
                && decisions.Withdrawals.All(one => IsDecided(own, one))),
            (CaseFileTexts.ProofWebsite, AreTold(own, "publication.enter", decisions.WebsiteSendings, TellsOf)),
            .. facts.Articles.SelectMany(article => article.Versions.Select(version => (
                CaseFileTexts.ProofVersion.With(article.Title, version.Number), IsSubmitted(audit, article, version)))),
            .. facts.Articles.Select(article => (CaseFileTexts.ProofLinks.With(article.Title), IsLinked(audit, article))),
            .. facts.Delegations.Select(one => (CaseFileTexts.ProofDelegation.With(one.Id), IsDelegated(audit, one))),
            .. facts.People.Select(person => (CaseFileTexts.ProofName.With(person.Name), IsCalled(audit, person))),
        ];
        return proofs.FirstOrDefault(proof => !proof.IsProved).Fact is { } fact ? CaseFileTexts.Unproved.With(fact) : null;
    }

    /// <summary>Each has its own entry, and there are no more entries than that.</summary>
    private static bool AreTold<T>(List<CaseAuditLine> entries, string action, IReadOnlyList<T> told, Func<CaseAuditLine, T, bool> tellsOf)
    {
        var left = entries.FindAll(entry => entry.Action == action);
        return told.All(one => left.Find(entry => tellsOf(entry, one)) is { } entry && left.Remove(entry)) && left.Count == 0;
    }

    private static bool TellsOf(CaseAuditLine entry, CaseSettlement one) => entry.Actor == one.By
        && entry.Detail.Contains($"; found {one.As}; evidence sha256 {AuditedWords.HashOf(one.Evidence)}", StringComparison.Ordinal);

    private static bool TellsOf(CaseAuditLine entry, CaseWithdrawal one) => entry.Actor == one.ProposedBy
        && entry.Names($"withdrawal/{one.Id}") && IsSame(entry.HashNamed("reason"), one.Reason)
        && (one.DeletedAt is { } at
            ? entry.Detail.EndsWith($"; {WithdrawalDesk.TellingOf(at, one.DeletedBy ?? "")}", StringComparison.Ordinal)
            : !entry.Detail.Contains("; deleted by hand ", StringComparison.Ordinal));

    private static bool TellsOf(CaseAuditLine entry, CaseWebsiteSending one) => entry.Actor == one.RegisteredBy
        && entry.Detail.Contains($"; by hand {one.Act}; sha256 {AuditedWords.HashOf(one.Url)}", StringComparison.Ordinal);

    private static bool IsDecided(List<CaseAuditLine> entries, CaseWithdrawal one)
    {
        var action = one.State switch
        {
            WithdrawalState.Proposed => null,
            WithdrawalState.Dropped => "withdrawal.drop",
            _ => "withdrawal.confirm",
        };
        var decided = entries.Find(entry =>
            entry.Action is "withdrawal.confirm" or "withdrawal.drop" && entry.Names($"withdrawal/{one.Id}"));
        return decided?.Action == action && (decided?.Actor ?? "") == one.DecidedBy && (one.State != WithdrawalState.Done
            || entries.Exists(entry => entry.Action == "publication.withdrawn" && entry.Names($"withdrawal/{one.Id}")));
    }

    private static bool IsSubmitted(CaseAudit audit, CaseArticle article, CaseVersion version)
    {
        var entries = audit.Entries.Where(entry => entry.Action == "article.submit" && entry.Subject == article.SubjectId
            && entry.HashNamed("") == version.ContentHash).ToList();
        var answers = AnsweredFinding.HashOf(version.Answers);
        return entries is [var first, ..] && first.Actor == version.SubmittedBy
            && first.Detail.Contains($"; version {version.Number}; ", StringComparison.Ordinal)
            && (entries[^1].HashNamed("answers") is not { } told || told == answers);
    }

    private static bool IsLinked(CaseAudit audit, CaseArticle article)
    {
        const string About = "; about ";
        var begun = audit.Entries.FirstOrDefault(entry =>
            entry.Action is "article.correct" or "article.clarify" && entry.Subject == article.SubjectId);
        var links = string.Join(
            ' ', article.Links.Clarifies.Select(question => $"question/{question}").Prepend(article.Links.Corrects?.SubjectId ?? "")).Trim();
        var told = begun?.Detail.IndexOf(About, StringComparison.Ordinal) is { } at and >= 0 ? begun.Detail[(at + About.Length)..] : null;
        return begun is null ? links.Length == 0 : told is null || told == links;
    }

    private static bool IsDelegated(CaseAudit audit, CaseDelegation one) => audit.Entries.Any(entry =>
        entry.Subject == $"delegation/{one.Id}" && entry.Detail.Split(", ") is [var people, var span] && people == $"{one.From} -> {one.To}"
        && span.Split(" to ") is [var from, var to] && IsSame(from, one.StartsAt) && IsSame(to, one.EndsAt));

    private static bool IsCalled(CaseAudit audit, CasePerson person)
    {
        var entries = audit.Entries.Where(entry =>
            entry.Action is "staff.add" or "staff.claim" && entry.Subject == $"staff/{person.Name}").ToList();
        return entries.Count > 0 && entries.TrueForAll(entry => IsSame(entry.HashNamed("name"), person.DisplayName));
    }

    // Entries of earlier releases hold no such hash.
    private static bool IsSame(string? hash, string words) => hash is null || hash == AuditedWords.HashOf(words);

    private static bool IsSame(string written, DateTimeOffset at) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var told)
        && told.ToUnixTimeMilliseconds() == at.ToUnixTimeMilliseconds();
}
