using WeChatBridge.Accounts;
using WeChatBridge.Answers.Conversations;

namespace WeChatBridge.Answers.Rules;

/// <summary>Answers by the rules of staff, before anything is searched.</summary>
internal sealed class RuleRespondent(RuleBook book, RuleFinder rules) : IRespondent
{
    public ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult(
        rules.Find(turn.Account, turn.TriedRules ?? book.Of(turn.Account.Key), turn.Words, OfficeTime.DateAt(turn.At)));
}
