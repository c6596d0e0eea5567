using WeChatBridge.Accounts;
using WeChatBridge.Answers.Understanding;
using WeChatBridge.Inbox;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.Answers.Conversations;

/// <summary>Puts what a follower sends into the inbox, while a person has taken over or a message is being written.</summary>
internal sealed class TakingAlong(Intake intake, WorkingCalendar calendar)
{
    /// <summary>Takes a message that is answered otherwise; what is to be said of that, null where there is nothing to say.</summary>
    public async Task<string?> TakeAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Message is not UserMessage)
        {
            return null;
        }

        if (await TalkAsync(turn, cancellationToken) is { } talk && !talk.IsOverAt(turn.At, calendar))
        {
            await TakeIntoTalkAsync(turn, talk, cancellationToken);
            return null;
        }

        return turn.State.Writing is { } writing && writing.IsOpenAt(turn.At)
            ? await WriteAsync(turn, writing, cancellationToken)
            : null;
    }

    /// <summary>The last talk of a person with this follower that the follower does not yet know to be over.</summary>
    public static Task<Handover?> TalkAsync(Turn turn, CancellationToken cancellationToken) =>
        Handover.LastUnannouncedAsync(turn.Store, turn.Account.Key, turn.OpenId, cancellationToken);

    /// <summary>Adds to the message that the person who has taken over is reading; false where it takes no more.</summary>
    public async Task<bool> TakeIntoTalkAsync(Turn turn, Handover talk, CancellationToken cancellationToken)
    {
        var written = WrittenPart.Of((UserMessage)turn.Message) ?? new WrittenPart(PartKind.NotKept, "");
        var taken = await intake.TakeAsync(turn.Store, talk, written, turn.At, cancellationToken);
        Keep(turn, taken);
        return taken.How != TakenHow.Full;
    }

    /// <summary>Takes what is written to the office, and says so.</summary>
    public async Task<string> WriteAsync(Turn turn, MessageBeingWritten writing, CancellationToken cancellationToken)
    {
        turn.State = turn.State with { Writing = writing with { LastWordAt = turn.At } };
        if (WrittenPart.Of((UserMessage)turn.Message) is not { } written)
        {
            return FollowerTexts.InboxTakesNoVideo;
        }

        // Whoever complains about an official without being asked to is protected just the same.
        var isComplaint = writing.IsComplaint || DutyFinder.Find(written.Text) == Duty.ComplaintAboutOfficial;
        var sender = new Sender(turn.Account.Key, turn.OpenId, turn.At);
        var kind = isComplaint ? InboxKind.Complaint : InboxKind.Ordinary;
        var taken = await intake.TakeAsync(turn.Store, sender, kind, written, cancellationToken);
        Keep(turn, taken);
        if (taken.Effect is not null)
        {
            turn.State = turn.State with
            {
                Writing = new MessageBeingWritten($"{taken.Receipt}", turn.At, isComplaint),
                ComplaintAt = isComplaint ? turn.At : turn.State.ComplaintAt,
            };
        }

        var sentence = SentenceFor(taken, isComplaint);
        return written.IsCut ? Lines.Join(sentence, FollowerTexts.InboxTextCut.With(WrittenPart.LongestText)) : sentence;
    }

    private static void Keep(Turn turn, Taken taken)
    {
        turn.IsKeptByInbox = true;
        if (taken.Effect is { } effect)
        {
            turn.Also(effect);
        }
    }

    private static string SentenceFor(Taken taken, bool isComplaint) => taken.How switch
    {
        TakenHow.Begun => Lines.Join(
            [
                FollowerTexts.InboxReceived.With(taken.Receipt, taken.Promised.Written()),
                .. isComplaint ? [FollowerTexts.InboxOnlySupervisors] : Array.Empty<string>(),
                FollowerTexts.InboxGoOn,
            ]),
        TakenHow.Added => FollowerTexts.InboxAdded.With(taken.Receipt),
        TakenHow.Full => FollowerTexts.InboxFull.With(taken.Receipt, InboxMessage.MostParts),
        _ => FollowerTexts.InboxNoNumberLeft,
    };
}
