using WeChatBridge.Accounts;

namespace WeChatBridge.Inbox;

/// <summary>A message as the staff member who deals with it sees it.</summary>
/// <param name="Message">The message with its parts and replies.</param>
/// <param name="Talk">The person who has taken over the talk, while one has.</param>
/// <param name="Sendings">How the replies were sent.</param>
/// <param name="Deadline">How near the promised day is.</param>
internal sealed record InboxSheet(InboxMessage Message, Handover? Talk, IReadOnlyList<OutgoingReply> Sendings, Deadline Deadline)
{
    /// <summary>When it was looked at.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Whether the platform may already refuse what is written: it waits until the follower writes, or asks.</summary>
    public bool IsWindowOver => At >= WindowEndsAt;

    /// <summary>
    /// Until then, at least, the platform takes messages to this follower; a word of the follower outside the inbox moves it on.
    /// </summary>
    public DateTimeOffset WindowEndsAt => Message.LastHeardAt + InboxMessage.WritingWindow;
}

/// <summary>One line of the list of messages.</summary>
internal sealed record InboxLine(
    ReceiptNumber Receipt, InboxKind Kind, InboxState State, DateTimeOffset CreatedAt, Deadline Deadline, int Parts, string TakenOverBy);

/// <summary>How near the promised day is.</summary>
/// <param name="Promised">The day.</param>
/// <param name="DaysLeft">Working days after today up to and with it; below zero for those it is overdue by.</param>
/// <param name="IsRunning">False once the message has been answered or closed.</param>
internal sealed record Deadline(WorkingDate Promised, int DaysLeft, bool IsRunning)
{
    public bool IsOverdue => IsRunning && DaysLeft < 0;

    public static Deadline Of(InboxState state, WorkingDate promised, DateOnly today, WorkingCalendar calendar) => new(
        promised,
        promised.Date >= today
            ? calendar.CountWorkingDays(today, promised.Date)
            : -Math.Max(1, calendar.CountWorkingDays(promised.Date, today)),
        state is InboxState.Open or InboxState.InProgress);
}
