using WeChatBridge.Accounts;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Answers.Understanding;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers.Conversations;

/// <summary>
/// Answers a pick from the choice that was shown; what is not clearly a pick is a new question. A number some rule stands for picks only
/// while the choice is fresh.
/// </summary>
internal sealed class ChoiceRespondent(Destinations destinations, RuleBook rules, AnswersOptions options) : IRespondent
{
    public ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult(Answer(turn));

    private Answer? Answer(Turn turn)
    {
        if (turn.State.Choice is not { } choice)
        {
            return null;
        }

        var age = turn.At - choice.At;
        if (age <= ShownChoice.Valid)
        {
            var labels = choice.Items.Select(item => item.Label).ToList();
            return ChoicePick.Read(turn.Words, labels) is { } picked ? Follow(turn, choice.Items[picked]) : null;
        }

        var shelf = turn.TriedRules ?? rules.Of(turn.Account.Key);
        return age <= ShownChoice.Remembered && ChoicePick.LooksLikeNumber(turn.Words)
            && !shelf.Matcher.CallsExactly(turn.Words, OfficeTime.DateAt(turn.At))
            ? ChoiceText.For(FollowerTexts.ChoiceLapsed, choice.Items, options)
            : null;
    }

    private Answer Follow(Turn turn, OfferedItem item) =>
        destinations.Follow(turn.Account, item.Leads) ?? new Answer(AnswerKind.Guidance, FollowerTexts.Withdrawn);
}
