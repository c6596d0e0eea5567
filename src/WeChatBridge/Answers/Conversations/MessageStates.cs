using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Answers.Understanding;
using WeChatBridge.Inbox;
using WeChatBridge.Search.Text;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Answers.Conversations;

/// <summary>Tells a follower how far their message is and what the office answered; nobody learns of another's.</summary>
internal static class MessageStates
{
    private const int MostOthers = 3;

    // With more words around it, a number of this form is something else, and the words are a question.
    private const int MostWordsAround = 8;

    /// <param name="turn">Who asks.</param>
    /// <param name="receipt">The number asked for; null for whichever message matters most.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>Null where the number is none of a message, and the words ask for something else.</returns>
    public static async Task<Answer?> TellAsync(Turn turn, ReceiptNumber? receipt, CancellationToken cancellationToken)
    {
        var messages = await InboxFinder.OfFollowerAsync(turn.Store, turn.Account.Key, turn.OpenId, cancellationToken);
        if (receipt is { } number)
        {
            var own = messages.FirstOrDefault(message => message.Receipt == number);
            return own is null ? Unknown(turn, number) : Tell(turn, own, []);
        }

        if (messages.Count == 0)
        {
            return new Answer(AnswerKind.Inbox, FollowerTexts.InboxNone);
        }

        var first = messages.FirstOrDefault(message => message.Replies.Any(IsUntold))
            ?? messages.FirstOrDefault(message => message.IsOpen) ?? messages[0];
        return Tell(turn, first, [.. messages.Where(message => message != first).Take(MostOthers)]);
    }

    /// <summary>While a message is being written: only a number that stands alone, and is one of the follower's own; null otherwise.</summary>
    public static async Task<Answer?> TellOwnAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (OwnNumber(turn) is not { } number)
        {
            return null;
        }

        var messages = await InboxFinder.OfFollowerAsync(turn.Store, turn.Account.Key, turn.OpenId, cancellationToken);
        return messages.FirstOrDefault(message => message.Receipt == number) is { } own ? Tell(turn, own, []) : null;
    }

    /// <summary>While a person has taken over: only what was written to the follower and did not arrive; null where there is none.</summary>
    public static async Task<Answer?> TellUntoldAsync(Turn turn, CancellationToken cancellationToken)
    {
        var number = OwnNumber(turn);
        if (number is null && FollowerCommand.Read(turn.Words) != FollowerCommand.MessageState)
        {
            return null;
        }

        var messages = await InboxFinder.OfFollowerAsync(turn.Store, turn.Account.Key, turn.OpenId, cancellationToken);
        return messages.FirstOrDefault(message => (number is null || message.Receipt == number) && message.Replies.Any(IsUntold)) is { } own
            ? Tell(turn, own, [])
            : null;
    }

    // With any word around it, it is part of what is being said.
    private static ReceiptNumber? OwnNumber(Turn turn) =>
        ReceiptNumber.Find(turn.Words) is { } number && QuestionText.Fold(turn.Words).Count(char.IsLetterOrDigit) <= Digits(number)
            ? number
            : null;

    private static int Digits(ReceiptNumber number) => $"{number}".Count(char.IsAsciiDigit);

    private static bool IsUntold(InboxReply reply) => reply.Delivery is ReplyDelivery.Waits or ReplyDelivery.Unknown;

    private static Answer? Unknown(Turn turn, ReceiptNumber number) =>
        QuestionText.Fold(turn.Words).Count(char.IsLetterOrDigit) - Digits(number) <= MostWordsAround
            ? new Answer(AnswerKind.Inbox, FollowerTexts.InboxNotYours.With(number))
            : null;

    private static Answer Tell(Turn turn, InboxMessage message, IReadOnlyList<InboxMessage> others)
    {
        var created = OfficeTime.Write(OfficeTime.DateAt(message.CreatedAt));
        var head = FollowerTexts.InboxHead.With(message.Receipt, created, InboxWords.NameOf(message.State));
        var named = others.Select(other => FollowerTexts.InboxOther.With(other.Receipt, InboxWords.NameOf(other.State)));
        string[] foot = others.Count == 0 ? [] : [FollowerTexts.InboxOthers.With(string.Join('、', named))];
        string[] more = [FollowerTexts.InboxMoreReplies.With(message.Receipt)];
        string[] stand = [head, .. StandOf(turn, message)];
        var wanted = Wanted(message);
        // What has not reached the follower comes before whom to call and why it was closed; what has, to who asks by the number.
        var isFirst = message.Replies.Any(IsUntold) || ReceiptNumber.Find(turn.Words) is not null;
        (string[] Head, string[] Foot)[] around = isFirst ? [(stand, foot), (stand, []), ([head], [])] : [(stand, foot), (stand, [])];
        var (lines, last) = around.FirstOrDefault(
            one => wanted.Count == 0 || Fitting(wanted, [.. one.Head, .. one.Foot, .. more]).Count > 0, isFirst ? around[^1] : around[0]);
        var told = Fitting(wanted, [.. lines, .. last, .. more]);
        var isMore = message.Replies.Count(IsUntold) > told.Count(IsUntold) || (wanted.Count > 0 && told.Count == 0);
        MarkTold(turn, told);
        return new Answer(AnswerKind.Inbox, Lines.Join([.. lines, .. told.Select(WordsOf), .. isMore ? more : [], .. last]));
    }

    private static IEnumerable<string> StandOf(Turn turn, InboxMessage message)
    {
        if (message.State == InboxState.Closed)
        {
            yield return FollowerTexts.InboxCloseReason.With(message.CloseReason);
        }
        else if (message.IsOpen && message.PromisedOn >= OfficeTime.DateAt(turn.At))
        {
            yield return FollowerTexts.InboxPromised.With(message.Promised.Written());
        }
        else if (message.IsOpen)
        {
            yield return FollowerTexts.InboxOverdue.With(message.Promised.Written());
            foreach (var line in ContactText.LinesOf(turn.Account.Contact))
            {
                yield return line;
            }
        }
    }

    /// <summary>What has not reached the follower yet, in its order; else the last answers, the newest first.</summary>
    private static List<InboxReply> Wanted(InboxMessage message) => message.Replies.Any(IsUntold)
        ? [.. message.Replies.Where(IsUntold)]
        : [.. message.Replies.Where(reply => reply.Kind == ReplyKind.Answer).Reverse()];

    /// <summary>As many as fit beside the rest, as they were written.</summary>
    private static List<InboxReply> Fitting(IReadOnlyList<InboxReply> wanted, IReadOnlyList<string> rest)
    {
        var chosen = new List<InboxReply>();
        foreach (var reply in wanted.TakeWhile(reply => TextLimit.Fits(Lines.Join([.. rest, .. chosen.Append(reply).Select(WordsOf)]))))
        {
            chosen.Add(reply);
        }

        return [.. chosen.OrderBy(reply => reply.Id)];
    }

    private static string WordsOf(InboxReply reply) =>
        (reply.Kind == ReplyKind.Answer ? FollowerTexts.InboxAnswer : FollowerTexts.InboxWord)
            .With(OfficeTime.Write(OfficeTime.DateAt(reply.At)), reply.Text);

    private static void MarkTold(Turn turn, IReadOnlyList<InboxReply> told)
    {
        var ids = told.Where(IsUntold).Select(reply => reply.Id).ToList();
        if (ids.Count > 0)
        {
            turn.Also((context, token) => context.Set<InboxReply>().Where(reply => ids.Contains(reply.Id))
                .ExecuteUpdateAsync(row => row.SetProperty(reply => reply.Delivery, ReplyDelivery.Told), token));
        }
    }
}
