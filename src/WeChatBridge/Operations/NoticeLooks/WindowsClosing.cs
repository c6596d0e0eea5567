using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Inbox;
using WeChatBridge.Notices;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>
/// Unanswered messages (留言) whose follower can soon not be written to any more. It is told on the last working day that leaves time to
/// answer: a window that closes on a Sunday is told of on the Friday.
/// </summary>
internal sealed class WindowsClosing(WorkingCalendar calendar) : INoticeLook
{
    // So much office time an answer needs.
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromHours(2);

    public IReadOnlyCollection<NoticeKind> Kinds => [NoticeKind.WindowClosing];

    public async Task<IReadOnlyList<WantedNotice>> LookAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - InboxMessage.WritingWindow;
        var waiting = await context.Set<InboxMessage>().AsNoTracking()
            .Where(message => (message.State == InboxState.Open || message.State == InboxState.InProgress)
                && message.OpenId != "" && message.LastHeardAt > since)
            .OrderBy(message => message.Id).ToListAsync(cancellationToken);
        return [.. waiting.Where(message => now >= ToldFrom(message)).Select(Of)];
    }

    private DateTimeOffset ToldFrom(InboxMessage message)
    {
        var latest = EndOf(message) - TimeToAnswer;
        for (var day = OfficeTime.DateAt(latest); day >= OfficeTime.DateAt(message.LastHeardAt); day = day.AddDays(-1))
        {
            if (calendar.OpeningTime(day) is { } opening && opening <= latest)
            {
                return opening;
            }
        }

        return message.LastHeardAt;
    }

    private static DateTimeOffset EndOf(InboxMessage message) => message.LastHeardAt + InboxMessage.WritingWindow;

    private static WantedNotice Of(InboxMessage message) => new(
        message.AccountKey,
        NoticeKind.WindowClosing,
        // A new word of the follower opens a new window.
        $"inbox/{message.Id}/{message.LastHeardAt.ToUnixTimeSeconds()}",
        Addressee.Holding(message.Kind == InboxKind.Complaint ? Permission.ReadComplaints : Permission.AnswerInbox),
        NoticeTexts.WindowClosing.With(message.Receipt, OfficeTime.Write(EndOf(message))));
}
