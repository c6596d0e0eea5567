using WeChatBridge.Texts;

namespace WeChatBridge.Inbox;

/// <summary>How messages to the office are answered (configuration section <c>Inbox</c>).</summary>
internal sealed record InboxOptions
{
    public const string Section = "Inbox";

    private const int MostDays = 60;

    /// <summary>Within so many working days a follower is told to expect an answer.</summary>
    public int AnswerWithinWorkingDays { get; init; } = 5;

    /// <exception cref="ConfigurationRefusedException">A value is out of its range.</exception>
    public InboxOptions Checked() => AnswerWithinWorkingDays is >= 1 and <= MostDays
        ? this
        : throw new ConfigurationRefusedException(
            StaffTexts.InboxDaysOutOfRange.With($"{Section}:{nameof(AnswerWithinWorkingDays)}", MostDays, AnswerWithinWorkingDays));
}
