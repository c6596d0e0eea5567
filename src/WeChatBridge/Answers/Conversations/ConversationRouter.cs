using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Answers.Conversations;

/// <summary>Reads what is remembered of a talk, asks the respondents in order, and collects what is stored with the answer.</summary>
internal sealed partial class ConversationRouter(
    IEnumerable<IRespondent> respondents, IDbContextFactory<BridgeContext> contexts, TimeProvider clock, ILogger<ConversationRouter> logger)
{
    // No follower has this name: OpenIDs are letters, digits, '-' and '_'.
    private const string FollowerOfPreviews = "(preview)";

    private readonly IRespondent[] _respondents = [.. respondents];

    /// <summary>Answers a message of a follower; nothing is stored by it.</summary>
    public async Task<AnsweredTurn> AnswerAsync(ServedAccount account, InboundMessage message, CancellationToken cancellationToken)
    {
        await using var store = await contexts.CreateDbContextAsync(cancellationToken);
        var (state, version) = await Conversation.ReadAsync(store, account.Key, message.FromUserName, cancellationToken);
        var turn = new Turn(account, message, clock.GetUtcNow(), store) { State = state };
        var answer = Bound(account.Key, turn.WithHead(await AskAsync(turn, cancellationToken)));
        var after = turn.State.After(answer, turn.At);
        if (after != state && !turn.IsForgotten)
        {
            turn.Also((context, _) =>
            {
                Conversation.Write(context, account.Key, turn.OpenId, after, version, turn.At);
                return Task.CompletedTask;
            });
        }

        var words = turn.IsKeptByInbox || turn.HoldsSecret ? "" : turn.Words;
        return new AnsweredTurn(answer, turn.IsForgotten ? "" : turn.OpenId, words, turn.At, turn.Effects);
    }

    /// <summary>What a new follower would get for these words.</summary>
    public Task<Answer> PreviewAsync(ServedAccount account, string words, CancellationToken cancellationToken) =>
        PreviewAsync(account, words, null, cancellationToken);

    /// <summary>What a new follower would get if these rules spoke.</summary>
    public async Task<Answer> PreviewAsync(ServedAccount account, string words, RuleShelf? rules, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        await using var store = await contexts.CreateDbContextAsync(cancellationToken);
        var header = new InboundHeader(account.Key, FollowerOfPreviews, at.ToUnixTimeSeconds());
        var message = new TextMessage(header, new MessageIdentity("0"), words);
        return await AskAsync(new Turn(account, message, at, store) { TriedRules = rules }, cancellationToken);
    }

    /// <summary>What is stored must be sayable: else every repeat of the message would meet what cannot be sent.</summary>
    private Answer Bound(string accountKey, Answer answer)
    {
        if (answer.Content is not null || TextLimit.Fits(answer.Text))
        {
            return answer;
        }

        LogTooLong(logger, accountKey, answer.Kind, answer.Text.Length);
        return answer with { Text = TextLimit.Cut(answer.Text, TextLimit.MaxUtf8Bytes, TextLimit.MaxCharacters) };
    }

    private async ValueTask<Answer> AskAsync(Turn turn, CancellationToken cancellationToken)
    {
        foreach (var respondent in _respondents)
        {
            if (await respondent.AnswerAsync(turn, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return Answer.Silence;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An answer of {Account}, a {Kind}, was too long and was cut: {Length} characters")]
    private static partial void LogTooLong(ILogger logger, string account, AnswerKind kind, int length);
}

/// <summary>A message with its answer and all that is to be stored with it.</summary>
/// <param name="Answer">What is said.</param>
/// <param name="OpenId">The sender; empty where nothing of the sender is to be kept.</param>
/// <param name="Words">What the follower said, where it was words; empty where the inbox keeps it, or nothing may.</param>
/// <param name="At">When it was answered.</param>
/// <param name="Effects">What is stored in the same commit.</param>
internal sealed record AnsweredTurn(Answer Answer, string OpenId, string Words, DateTimeOffset At, IReadOnlyList<StoredEffect> Effects);
