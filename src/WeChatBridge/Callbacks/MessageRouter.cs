using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.Callbacks;

/// <summary>Chooses what answers a message, and stores the answer with it. Every host of the product comes through here.</summary>
internal sealed partial class MessageRouter(AnswerFinder answers, InboundLog log, TimeProvider clock, ILogger<MessageRouter> logger)
{
    /// <summary>The text to reply with, as it now stands in the store; empty when nothing is to be said.</summary>
    /// <exception cref="InboundLogUnavailableException">The store did not take the message.</exception>
    public async Task<string> RouteAsync(ServedAccount account, InboundMessage message, CancellationToken cancellationToken)
    {
        var answer = Choose(account, message);
        var arrival = new Arrival(
            account.Key, message.DeliveryKey, message.FromUserName, message.GetType().Name, WordsOf(message), clock.GetUtcNow());
        var stored = await log.AdmitAsync(InboundDelivery.Of(arrival, answer), cancellationToken);
        return stored.ReplyText;
    }

    private Answer Choose(ServedAccount account, InboundMessage message)
    {
        switch (message)
        {
            case TextMessage text:
                return answers.Find(account, text.Content);
            case VoiceMessage { Recognition.Length: > 0 } voice:
                return answers.Find(account, voice.Recognition);
            case VoiceMessage:
                return new Answer(AnswerKind.NotSearchable, FollowerTexts.VoiceNotRecognised);
            case UserMessage:
                return new Answer(AnswerKind.NotSearchable, FollowerTexts.OnlyText);
            case SubscribeEvent:
                return answers.Welcome(account);
            case UnknownMessage unknown:
                LogUnknown(logger, unknown.MsgType, unknown.Event);
                return Answer.Silence;
            default:
                return Answer.Silence;
        }
    }

    private static string WordsOf(InboundMessage message) => message switch
    {
        TextMessage text => text.Content,
        VoiceMessage voice => voice.Recognition ?? "",
        _ => "",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of an unknown kind was acknowledged: type {MsgType}, event {Event}")]
    private static partial void LogUnknown(ILogger logger, string msgType, string? @event);
}
