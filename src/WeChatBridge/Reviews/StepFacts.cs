using WeChatBridge.Audit;

namespace WeChatBridge.Reviews;

/// <summary>What one person did in a review, with all that they said: the hash of it stands in the audit trail.</summary>
internal sealed record StepFacts(
    int Round,
    ReviewStepKind Step,
    ReviewVerdict Verdict,
    string By,
    string OnBehalfOf,
    DateTimeOffset At,
    string Reason,
    bool FromAbove,
    bool SawSecrecyCheck,
    IReadOnlyList<SecrecyAnswer> Secrecy)
{
    /// <summary>Whoever changes a word of it, or the time, gets another one. <c>docs/case-file.md</c> says how it is made.</summary>
    public string Hash() => AuditedWords.HashOf(
    [
        Round,
        $"{Step}",
        $"{Verdict}",
        By,
        OnBehalfOf,
        At.ToUnixTimeMilliseconds(),
        Reason,
        FromAbove,
        SawSecrecyCheck,
        Secrecy.Select(answer => new[] { $"{answer.Item}", $"{answer.Verdict}", answer.Note }).ToArray(),
    ]);
}
