using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Publishing;
using WeChatBridge.Search.Text;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Callbacks;

/// <summary>Has a message answered and stores the answer with it. Every host of the product comes through here.</summary>
internal sealed partial class MessageRouter(
    ConversationRouter conversations, PublicationOutcome publications, InboundLog log, FollowerOrder order, ILogger<MessageRouter> logger)
{
    // Another instance may answer the same follower at the same moment; each time one of the two gets through.
    private const int Attempts = 4;

    /// <summary>The reply as it now stands in the store, the same for a repeat.</summary>
    /// <exception cref="InboundLogUnavailableException">The store could not be read, or did not take the message.</exception>
    public async Task<PassiveReply> RouteAsync(ServedAccount account, InboundMessage message, CancellationToken cancellationToken)
    {
        if (message is UnknownMessage unknown)
        {
            LogUnknown(logger, unknown.MsgType, unknown.Event);
        }

        using var turn = await order.EnterAsync(account.Key, message.FromUserName, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AnswerAndStoreAsync(account, message, cancellationToken);
            }
            catch (TurnOvertakenException) when (attempt < Attempts)
            {
                LogOvertaken(logger, account.Key, attempt);
            }
        }
    }

    private async Task<PassiveReply> AnswerAndStoreAsync(ServedAccount account, InboundMessage message, CancellationToken cancellationToken)
    {
        AnsweredTurn answered;
        try
        {
            answered = await conversations.AnswerAsync(account, message, cancellationToken);
        }
        catch (Exception exception) when (StoreFailure.Is(exception))
        {
            throw new InboundLogUnavailableException(exception);
        }

        var words = PersonalData.Mask(answered.Words, PersonalDataKinds.InQuestions);
        var arrival = new Arrival(account.Key, message.DeliveryKey, answered.OpenId, message.GetType().Name, words, answered.At);
        IReadOnlyList<StoredEffect> effects = publications.Of(account.Key, message) is { } outcome
            ? [.. answered.Effects, outcome]
            : answered.Effects;
        var stored = await log.AdmitAsync(InboundDelivery.Of(arrival, answered.Answer), effects, cancellationToken);
        return ReplyContent.Read(stored.ReplyContent) is { } content ? content.ToReply(message)
            : stored.ReplyText.Length == 0 ? new NoReply()
            : new TextReply(stored.ReplyText);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of an unknown kind was acknowledged: type {MsgType}, event {Event}")]
    private static partial void LogUnknown(ILogger logger, string msgType, string? @event);

    [LoggerMessage(Level = LogLevel.Information, Message = "A talk of {Account} changed elsewhere while it was answered; attempt {Attempt}")]
    private static partial void LogOvertaken(ILogger logger, string account, int attempt);
}
