using WeChatBridge.Answers.Understanding;
using WeChatBridge.Inbox;
using WeChatBridge.Search.Text;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.Answers.Conversations;

/// <summary>
/// Lets a follower leave a message to the office (留言) and ask what became of it. While one is being written, what is sent is part of it
/// and nothing is searched.
/// </summary>
internal sealed class InboxRespondent(TakingAlong along) : IRespondent
{
    // A message begun so long after the ways of a complaint were told is still the one that was announced there.
    private static readonly TimeSpan GuidanceRemembered = TimeSpan.FromDays(1);

    // Who comes back later does not wonder what became of the writing.
    private static readonly TimeSpan LapseTold = TimeSpan.FromDays(1);

    private static readonly string[] Endings =
    [
        "结束", "结束留言", "结束了", "完成", "写完了", "说完了", "留完了", "发完了", "就这些", "就这样", "没有了", "没了", "提交", "完毕", "完了",
    ];

    public async ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Message is not (UserMessage or MenuClickEvent))
        {
            return null;
        }

        var command = FollowerCommand.Read(turn.Words);
        if (turn.State.Writing is { } writing)
        {
            if (writing.IsOpenAt(turn.At))
            {
                return await GoOnAsync(turn, writing, command, cancellationToken);
            }

            Lapse(turn, writing);
        }

        return command switch
        {
            FollowerCommand.LeaveMessage => await BeginAsync(turn, cancellationToken),
            FollowerCommand.MessageState => await MessageStates.TellAsync(turn, null, cancellationToken),
            null when ReceiptNumber.Find(turn.Words) is { } receipt => await MessageStates.TellAsync(turn, receipt, cancellationToken),
            _ => null,
        };
    }

    private async Task<Answer?> GoOnAsync(
        Turn turn, MessageBeingWritten writing, FollowerCommand? command, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case FollowerCommand.ForgetMe:
                return null;
            case var _ when Endings.Contains(QuestionText.Bare(turn.Words)):
                return End(turn, writing, FollowerTexts.InboxFinished);
            case FollowerCommand.Cancel:
                return End(turn, writing, FollowerTexts.InboxCancelledLate);
            case FollowerCommand.MessageState:
                turn.State = turn.State with { Writing = writing with { LastWordAt = turn.At } };
                return await MessageStates.TellAsync(turn, null, cancellationToken);
            case null when await MessageStates.TellOwnAsync(turn, cancellationToken) is { } state:
                turn.State = turn.State with { Writing = writing with { LastWordAt = turn.At } };
                return state;
            case FollowerCommand.LeaveMessage:
                return await BeginAsync(turn, cancellationToken);
            default:
                // A menu button is pressed, not written.
                return turn.Message is UserMessage ? Say(await along.WriteAsync(turn, writing, cancellationToken)) : null;
        }
    }

    private static async Task<Answer> BeginAsync(Turn turn, CancellationToken cancellationToken)
    {
        var isComplaint = turn.State.Writing?.IsComplaint == true
            || (turn.State.GuidedToComplaintAt is { } guided && turn.At - guided <= GuidanceRemembered);
        var writing = new MessageBeingWritten(turn.State.Writing?.Receipt, turn.At, isComplaint);
        turn.State = turn.State with { Writing = writing, GuidedToComplaintAt = null, Choice = null, Misses = 0 };
        var sender = new Sender(turn.Account.Key, turn.OpenId, turn.At);
        var kind = isComplaint ? InboxKind.Complaint : InboxKind.Ordinary;
        var open = await Intake.OpenAsync(turn.Store, sender, kind, cancellationToken);
        var head = isComplaint ? FollowerTexts.InboxBeginComplaint : FollowerTexts.InboxBegin;
        return Say(open is null
            ? Lines.Join(head, FollowerTexts.InboxHowToEnd)
            : Lines.Join(head, FollowerTexts.InboxBeginOpen.With(open.Receipt), FollowerTexts.InboxHowToEnd));
    }

    private static Answer End(Turn turn, MessageBeingWritten writing, string textWithReceipt)
    {
        turn.State = turn.State with { Writing = null };
        return Say(writing.Receipt is null ? FollowerTexts.InboxLeft : textWithReceipt.With(writing.Receipt));
    }

    private static void Lapse(Turn turn, MessageBeingWritten writing)
    {
        turn.State = turn.State with { Writing = null };
        if (turn.Message is UserMessage && turn.At - writing.LastWordAt <= LapseTold)
        {
            turn.SayFirst(writing.Receipt is null ? FollowerTexts.InboxLapsedEmpty : FollowerTexts.InboxLapsed.With(writing.Receipt));
        }
    }

    private static Answer Say(string text) => new(AnswerKind.Inbox, text);
}
