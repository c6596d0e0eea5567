using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers.Rules;

/// <summary>Shows staff their rules, and what a follower would be answered with and without the version that waits.</summary>
internal sealed class RuleTrialDesk(
    IDbContextFactory<BridgeContext> contexts, ConversationRouter conversations, RuleBook book, AccountFinder accounts)
{
    private static readonly Permission[] Looking = [Permission.KeepRules, Permission.ConfirmRules, Permission.ReadAudit];

    public async Task<Outcome<IReadOnlyList<RuleListing>>> ListAsync(string accountKey, Acting by, CancellationToken cancellationToken)
    {
        if (!Looking.Any(permission => by.May(permission, accountKey)))
        {
            return Outcome<IReadOnlyList<RuleListing>>.Refused(by.Objection(Permission.KeepRules, accountKey)!);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Outcome<IReadOnlyList<RuleListing>>.Done(await RuleListing.ReadAsync(context, accountKey, cancellationToken));
    }

    public async Task<Outcome<RuleListing>> ShowAsync(long ruleId, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rule = await context.Set<AnswerRule>().AsNoTracking().SingleOrDefaultAsync(rule => rule.Id == ruleId, cancellationToken);
        if (rule is null || !Looking.Any(permission => by.May(permission, rule.AccountKey)))
        {
            return Outcome<RuleListing>.Refused(StaffTexts.RuleUnknown.With(ruleId));
        }

        return (await RuleListing.ReadAsync(context, rule.AccountKey, cancellationToken)).Single(one => one.Rule.Id == ruleId);
    }

    /// <summary>What these words are answered with today, and what with the rule as it would be.</summary>
    public async Task<Outcome<RuleTrial>> TryAsync(long ruleId, string words, Acting by, CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(ruleId, by, cancellationToken);
        if (!shown.IsDone)
        {
            return Outcome<RuleTrial>.Refused(shown.Refusal!);
        }

        var account = accounts.Find(shown.Value.Rule.AccountKey)!;
        var now = await conversations.PreviewAsync(account, words, cancellationToken);
        if (shown.Value.Pending is not { } pending)
        {
            return new RuleTrial(now, null);
        }

        var tried = book.Of(account.Key).Trying(ruleId, pending);
        return new RuleTrial(now, await conversations.PreviewAsync(account, words, tried, cancellationToken));
    }
}

/// <summary>What a follower would be answered.</summary>
/// <param name="Now">By the rules that speak.</param>
/// <param name="Then">If the waiting version were confirmed; null where none waits.</param>
internal sealed record RuleTrial(Answer Now, Answer? Then);
