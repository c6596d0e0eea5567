using WeChatBridge.Answers.Understanding;

namespace WeChatBridge.Answers.Conversations;

/// <summary>Danger first (着火、报警、急救): before every rule, whoever has taken over.</summary>
internal sealed class DangerRespondent : IRespondent
{
    public ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult(AnswerTo(turn.Words));

    /// <summary>Whom to call now; null where no danger is told. Needs nothing but the words, so that it holds when all else is broken.</summary>
    public static Answer? AnswerTo(string words) =>
        DangerFinder.Find(words) is { } danger ? new Answer(AnswerKind.Danger, DangerText.For(danger)) : null;
}
