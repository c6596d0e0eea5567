using WeChatBridge.Answers.Understanding;
using WeChatBridge.Inbox;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.Answers.Conversations;

/// <summary>
/// Lets a follower leave a message to the office (留言) and ask what became of it. While one is being written, what is sent is part of it
/// and nothing is searched.
/// </summary>
internal sealed class InboxRespondent(TakingAlong along) : IRespondent
{
    // A message begun so long after a complaint was written or its ways were told goes on with it, whatever ended the writing.
    private static readonly TimeSpan ComplaintRemembered = TimeSpan.FromDays(1);

    // Who comes back later does not wonder what became of the writing.
    private static readonly TimeSpan LapseTold = TimeSpan.FromDays(1);

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

            if (Lapse(turn, writing) is { } lapsed)
            {
                return lapsed;
            }
        }

        return command switch
        {
            FollowerCommand.LeaveMessage => await BeginAsync(turn, null, cancellationToken),
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
            case var _ when WritingEnd.IsDone(turn.Words):
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
                return await BeginAsync(turn, writing, cancellationToken);
            default:
                // A menu button is pressed, not written.
                return turn.Message is UserMessage ? Say(await along.WriteAsync(turn, writing, cancellationToken)) : null;
        }
    }

    private static async Task<Answer> BeginAsync(Turn turn, MessageBeingWritten? before, CancellationToken cancellationToken)
    {
        var sender = new Sender(turn.Account.Key, turn.OpenId, turn.At);
        var complaint = await Intake.OpenAsync(turn.Store, sender, InboxKind.Complaint, cancellationToken);
        // Who goes on with a complaint must not do so in everybody's inbox; an ordinary word among complaints harms nobody.
        var isComplaint = complaint is not null || before?.IsComplaint == true
            || (turn.State.ComplaintAt is { } at && turn.At - at <= ComplaintRemembered);
        turn.State = turn.State with
        {
            Writing = new MessageBeingWritten(before?.Receipt, turn.At, isComplaint),
            ComplaintAt = isComplaint ? turn.At : turn.State.ComplaintAt,
            Choice = null,
            Misses = 0,
        };
        var open = complaint
            ?? (isComplaint ? null : await Intake.OpenAsync(turn.Store, sender, InboxKind.Ordinary, cancellationToken));
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

    /// <summary>Who ends what has ended by itself hears just that; else it is said at the head of an answer, this one or a later.</summary>
    private static Answer? Lapse(Turn turn, MessageBeingWritten writing)
    {
        var line = writing.Receipt is null ? FollowerTexts.InboxLapsedEmpty : FollowerTexts.InboxLapsed.With(writing.Receipt);
        if (turn.At - writing.LastWordAt > LapseTold)
        {
            turn.State = turn.State with { Writing = null };
        }
        else if (turn.Message is UserMessage && WritingEnd.IsSaid(turn.Words))
        {
            turn.State = turn.State with { Writing = null };
            return Say(line.Trim('（', '）'));
        }
        else if (turn.Message is UserMessage)
        {
            turn.SayFirst(line, once: state => state.Writing == writing ? state with { Writing = null } : state);
        }

        return null;
    }

    private static Answer Say(string text) => new(AnswerKind.Inbox, text);
}
