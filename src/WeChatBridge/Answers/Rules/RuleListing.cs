using Microsoft.EntityFrameworkCore;
using WeChatBridge.Reviews;
using WeChatBridge.Storage;

namespace WeChatBridge.Answers.Rules;

/// <summary>A rule with what it says now and what waits to be said.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Spoken">The confirmed version; null where none is.</param>
/// <param name="Pending">The version that waits for a second person; null where none does.</param>
internal sealed record RuleListing(AnswerRule Rule, RuleContent? Spoken, RuleContent? Pending)
{
    /// <summary>The version a change starts from.</summary>
    public RuleContent? Latest => Pending ?? Spoken;

    /// <summary>Every rule of the account, the retired ones last.</summary>
    public static async Task<IReadOnlyList<RuleListing>> ReadAsync(
        BridgeContext context, string accountKey, CancellationToken cancellationToken)
    {
        var rules = await context.Set<AnswerRule>().AsNoTracking().Where(rule => rule.AccountKey == accountKey)
            .OrderBy(rule => rule.Id).ToListAsync(cancellationToken);
        var spoken = Contents((await WordingLog.AllReleasedAsync(context, ReviewedKind.Rule, cancellationToken))
            .Where(wording => wording.AccountKey == accountKey));
        var pending = Contents(await WordingLog.AllPendingAsync(context, ReviewedKind.Rule, accountKey, cancellationToken));
        return [.. rules.Select(rule => new RuleListing(rule, Find(spoken, rule), Find(pending, rule))).OrderBy(rule => rule.Rule.RetiredAt)];
    }

    private static Dictionary<string, string> Contents(IEnumerable<Wording> wordings) =>
        wordings.ToDictionary(wording => wording.SubjectId, wording => wording.Content);

    private static RuleContent? Find(Dictionary<string, string> contents, AnswerRule rule)
    {
        var text = contents.GetValueOrDefault(rule.SubjectId)
            ?? (contents.TryGetValue(WebsiteSet.Subject, out var set) ? WebsiteSet.Read(set).Rules.GetValueOrDefault(rule.Id) : null);
        return text is null ? null : RuleContent.Read(text);
    }
}
