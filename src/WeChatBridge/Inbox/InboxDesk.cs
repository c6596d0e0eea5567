using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Inbox;

/// <summary>
/// What staff do with messages to the office: take over the talk, say something, answer, hand back, close. Whoever may not read a message,
/// a complaint about an official above all, is told that there is none.
/// </summary>
internal sealed class InboxDesk(
    IDbContextFactory<BridgeContext> contexts, AuditTrail audit, WorkingCalendar calendar, TimeProvider clock)
{
    private const int LongestReason = 200;

    // The platform's errcode of an account that may not write to followers: one that is not verified.
    private const int RightMissing = 48001;

    /// <summary>From now on the machine is silent towards this follower.</summary>
    public Task<Outcome<InboxSheet>> TakeOverAsync(InboxAct act, CancellationToken cancellationToken) =>
        ActAsync(act, "inbox.take-over", TakeOver, cancellationToken);

    /// <summary>A word in the talk this person has taken over: sent if the platform takes it, else told when the follower asks.</summary>
    public Task<Outcome<InboxSheet>> SayAsync(InboxAct act, string text, CancellationToken cancellationToken) =>
        ObjectionTo(text, InboxReply.LongestText) is { } objection
            ? Task.FromResult(Outcome<InboxSheet>.Refused(objection))
            : ActAsync(act, "inbox.say", opened => Say(opened, text.Trim()), cancellationToken);

    /// <summary>The office's answer: sent if the platform takes it, and always told at 查留言.</summary>
    public Task<Outcome<InboxSheet>> AnswerAsync(InboxAct act, string text, CancellationToken cancellationToken) =>
        ObjectionTo(text, InboxReply.LongestText) is { } objection
            ? Task.FromResult(Outcome<InboxSheet>.Refused(objection))
            : ActAsync(act, "inbox.answer", opened => Answer(opened, text.Trim()), cancellationToken);

    public Task<Outcome<InboxSheet>> HandBackAsync(InboxAct act, CancellationToken cancellationToken) =>
        ActAsync(act, "inbox.hand-back", HandBack, cancellationToken);

    /// <summary>Ends a message without a further answer; the follower reads the reason at 查留言.</summary>
    public Task<Outcome<InboxSheet>> CloseAsync(InboxAct act, string reason, CancellationToken cancellationToken) =>
        ObjectionTo(reason, LongestReason) is { } objection
            ? Task.FromResult(Outcome<InboxSheet>.Refused(objection))
            : ActAsync(act, "inbox.close", opened => Close(opened, reason.Trim()), cancellationToken);

    private static string? ObjectionTo(string text, int most) =>
        string.IsNullOrWhiteSpace(text) ? StaffTexts.InboxTextMissing
        : text.Trim() is var trimmed && (trimmed.Length > most || !TextLimit.Fits(trimmed)) ? StaffTexts.InboxTextTooLong.With(most)
        : null;

    private async Task<Outcome<InboxSheet>> ActAsync(
        InboxAct act, string action, Func<Opened, string?> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var message = await InboxFinder.FindAsync(context, act, cancellationToken);
        if (!message.IsDone)
        {
            return Outcome<InboxSheet>.Refused(message.Refusal!);
        }

        try
        {
            var opened = await OpenAsync(context, message.Value, act, cancellationToken);
            if (change(opened) is { } refusal)
            {
                return Outcome<InboxSheet>.Refused(refusal);
            }

            // Which message and how far it is; never what was written.
            var audited = new AuditedAct(act.By.Name, act.AccountKey, action, $"inbox/{message.Value.Id}", $"{message.Value.State}");
            await audit.AppendAsync(context, audited, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return await InboxFinder.SheetAsync(context, opened.Message, calendar, opened.At, cancellationToken);
        }
        catch (DbUpdateException exception) when (StoreConflict.Is(exception))
        {
            return Outcome<InboxSheet>.Refused(StaffTexts.InboxChangedMeanwhile);
        }
    }

    private async Task<Opened> OpenAsync(BridgeContext context, InboxMessage message, InboxAct act, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // By the follower: one who left two messages talks with one person at a time.
        var talk = await context.Set<Handover>().SingleOrDefaultAsync(
            handover => handover.AccountKey == message.AccountKey && handover.OpenId == message.OpenId && handover.EndedAt == null,
            cancellationToken);
        if (talk?.IsOverAt(now, calendar) == true)
        {
            var (at, how) = talk.End(calendar);
            talk.Finish(at, how);
            // Before a new talk is added: the store allows one that runs.
            await context.SaveChangesAsync(cancellationToken);
            talk = null;
        }

        var lastCode = await context.Set<OutgoingReply>()
            .Where(sending => sending.AccountKey == message.AccountKey
                && (sending.State == OutgoingState.Done || sending.State == OutgoingState.Refused))
            .OrderByDescending(sending => sending.EndedAt).ThenByDescending(sending => sending.Id)
            .Select(sending => sending.Code).FirstOrDefaultAsync(cancellationToken);
        return new Opened(context, message, talk, act, now) { MayWrite = lastCode != RightMissing };
    }

    private static string? TakeOver(Opened opened)
    {
        if (ObjectionToReplying(opened) is { } objection)
        {
            return objection;
        }

        if (opened.Talk is { } talk)
        {
            return talk.MessageId == opened.Message.Id ? StaffTexts.InboxTakenBy.With(talk.By) : StaffTexts.InboxTalkElsewhere;
        }

        // The machine would fall silent for a person whose words do not arrive. An answer is tried all the same, and tells if one does.
        if (!opened.MayWrite)
        {
            return StaffTexts.InboxNoRightToWrite;
        }

        opened.Context.Add(Handover.Of(opened.Message, opened.Act.By.Name, opened.At));
        opened.Message.TakeUp();
        return null;
    }

    private static string? Say(Opened opened, string text)
    {
        if (ObjectionToReplying(opened) is { } objection)
        {
            return objection;
        }

        if (OwnTalk(opened) is not { } talk)
        {
            return StaffTexts.InboxNotTakenByYou;
        }

        talk.HearStaff(opened.At);
        return Send(opened, ReplyKind.Word, text);
    }

    private static string? Answer(Opened opened, string text)
    {
        if (ObjectionToReplying(opened) is { } objection)
        {
            return objection;
        }

        OwnTalk(opened)?.HearStaff(opened.At);
        return Send(opened, ReplyKind.Answer, text);
    }

    private static string? HandBack(Opened opened)
    {
        if (OwnTalk(opened) is not { } talk)
        {
            return StaffTexts.InboxNotTakenByYou;
        }

        talk.Finish(opened.At, HandoverEnding.HandedBack);
        return null;
    }

    private static string? Close(Opened opened, string reason)
    {
        if (opened.Message.State == InboxState.Closed)
        {
            return StaffTexts.InboxClosedAlready;
        }

        if (opened.Talk is { } talk && talk.MessageId == opened.Message.Id)
        {
            talk.Finish(opened.At, HandoverEnding.HandedBack);
        }

        opened.Message.Close(reason);
        return null;
    }

    private static string? Send(Opened opened, ReplyKind kind, string text)
    {
        var reply = opened.Message.Reply(InboxReply.Of(kind, opened.Act.By.Name, text, opened.At));
        opened.Context.Add(OutgoingReply.Of(reply, opened.Message));
        return null;
    }

    private static Handover? OwnTalk(Opened opened) =>
        opened.Talk is { } talk && talk.MessageId == opened.Message.Id && talk.By == opened.Act.By.Name ? talk : null;

    private static string? ObjectionToReplying(Opened opened) => opened.Message switch
    {
        { OpenId.Length: 0 } => StaffTexts.InboxSenderGone,
        { State: InboxState.Closed } => StaffTexts.InboxClosedAlready,
        _ => null,
    };

    /// <summary>A message in a staff member's hand, inside the transaction of the act.</summary>
    private sealed record Opened(BridgeContext Context, InboxMessage Message, Handover? Talk, InboxAct Act, DateTimeOffset At)
    {
        /// <summary>False where the platform refused the account's last sending for lack of the right to write to followers.</summary>
        public bool MayWrite { get; init; }
    }
}

/// <summary>Who acts on which message.</summary>
internal sealed record InboxAct(Acting By, string AccountKey, ReceiptNumber Receipt);
