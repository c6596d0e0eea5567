using WeChatBridge.Answers.Rules;
using WeChatBridge.Answers.Understanding;
using WeChatBridge.Search.Text;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers.Conversations;

/// <summary>Answers a question from the documents, or says honestly that they do not hold it and remembers the question.</summary>
internal sealed class QuestionRespondent(AnswerFinder answers, RuleBook rules) : IRespondent
{
    // So many questions in a row found nothing: time to offer a person. It stays an offer; the next message is still a question.
    private const int MissesBeforeOffer = 2;

    public ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        // An ending of nothing is no question: not searched, and not kept for staff as one that found nothing.
        if (WritingEnd.IsSaid(turn.Words))
        {
            return ValueTask.FromResult<Answer?>(new Answer(AnswerKind.Guidance, FollowerTexts.NothingToEnd));
        }

        var answer = WritingSystem.Of(turn.Words).IsSearchable ? answers.Find(turn.Account, turn.Words) : OtherScript(turn);
        if (answer.Kind == AnswerKind.NotFound)
        {
            Remember(turn);
            answer = turn.State.Misses + 1 >= MissesBeforeOffer
                ? answer with { Text = Lines.Join(answer.Text, "", FollowerTexts.OfferPerson) }
                : answer;
        }

        return ValueTask.FromResult<Answer?>(answer);
    }

    private Answer OtherScript(Turn turn) => new(AnswerKind.NotFound, Lines.Join(
        [.. OwnLine(turn), FollowerTexts.OtherScript, .. ContactText.LinesOf(turn.Account.Contact)]));

    // Written by the office in that script, it is what such a reader can read.
    private IEnumerable<string> OwnLine(Turn turn) =>
        rules.Of(turn.Account.Key).Lines.OtherScript is { Length: > 0 } line ? [line] : [];

    private static void Remember(Turn turn)
    {
        if (string.IsNullOrWhiteSpace(turn.Words))
        {
            return;
        }

        var words = PersonalData.Mask(turn.Words, PersonalDataKinds.InQuestions);
        var question = UnansweredQuestion.Of(turn.Account.Key, turn.OpenId, words, turn.At);
        turn.Also((context, _) =>
        {
            context.Add(question);
            return Task.CompletedTask;
        });
    }
}
