using WeChatBridge.Answers.Understanding;

namespace WeChatBridge.Answers.Conversations;

/// <summary>Danger first (着火、报警、急救): before every rule, whoever has taken over.</summary>
internal sealed class DangerRespondent(TakingAlong along) : IRespondent
{
    public async ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (AnswerTo(turn.Words) is not { } answer)
        {
            return null;
        }

        // What reads like a danger may still be a part of what the follower writes to the office.
        return await along.TakeAsync(turn, cancellationToken) is { } line
            ? answer with { Text = Lines.Join(answer.Text, "", line) }
            : answer;
    }

    /// <summary>Whom to call now; null where no danger is told. Needs nothing but the words, so that it holds when all else is broken.</summary>
    public static Answer? AnswerTo(string words) =>
        DangerFinder.Find(words) is { } danger ? new Answer(AnswerKind.Danger, DangerText.For(danger)) : null;
}
