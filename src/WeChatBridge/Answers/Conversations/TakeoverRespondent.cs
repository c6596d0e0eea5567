using WeChatBridge.Accounts;
using WeChatBridge.Answers.Understanding;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.Answers.Conversations;

/// <summary>
/// Keeps the machine silent while a person has taken over (人工接待), and has it say once that it is back. Deleting one's questions is a
/// right and is never kept waiting; and what a person wrote and could not be sent is told to who asks for it.
/// </summary>
internal sealed class TakeoverRespondent(TakingAlong along, WorkingCalendar calendar) : IRespondent
{
    public async ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Message is not (UserMessage or MenuClickEvent) || FollowerCommand.Read(turn.Words) == FollowerCommand.ForgetMe
            || await TakingAlong.TalkAsync(turn, cancellationToken) is not { } talk)
        {
            return null;
        }

        if (talk.IsOverAt(turn.At, calendar))
        {
            turn.SayFirst(FollowerTexts.MachineIsBack, (context, token) => talk.AnnounceAsync(context, calendar, token));
            return null;
        }

        if (await MessageStates.TellUntoldAsync(turn, cancellationToken) is { } untold)
        {
            return untold;
        }

        // A menu button is meant for the machine, which is silent.
        return turn.Message is MenuClickEvent || await along.TakeIntoTalkAsync(turn, talk, cancellationToken)
            ? Answer.Silence
            : new Answer(AnswerKind.Inbox, FollowerTexts.InboxTalkFull);
    }
}
