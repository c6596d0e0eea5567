using WeChatBridge.Texts;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.Answers.Conversations;

/// <summary>Answers what is no words: following and leaving, menu buttons that lead somewhere, pictures. Other events need no answer.</summary>
internal sealed class EventRespondent(WelcomeText welcome, Destinations destinations, Forgetting forgetting) : IRespondent
{
    public ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult(turn.Message switch
    {
        SubscribeEvent => welcome.For(turn.Account),
        UnsubscribeEvent => Leave(turn, turn.OpenId),
        UserAuthorizationCancelledEvent gone => Leave(turn, gone.OpenId ?? turn.OpenId),
        MenuClickEvent click when turn.Words.Length == 0 => Press(turn, click.EventKey ?? ""),
        MenuClickEvent or TextMessage => null,
        VoiceMessage { Recognition.Length: > 0 } => null,
        VoiceMessage => new Answer(AnswerKind.NotSearchable, FollowerTexts.VoiceNotRecognised),
        UserMessage => new Answer(AnswerKind.NotSearchable, FollowerTexts.OnlyText),
        _ => Answer.Silence,
    });

    private Answer Leave(Turn turn, string openId)
    {
        forgetting.Forget(turn, openId);
        return Answer.Silence;
    }

    private Answer Press(Turn turn, string key) =>
        destinations.Follow(turn.Account, key) ?? new Answer(AnswerKind.NotSearchable, FollowerTexts.Withdrawn);
}
