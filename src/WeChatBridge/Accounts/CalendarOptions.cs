namespace WeChatBridge.Accounts;

/// <summary>
/// Days this office adds to the national calendar (configuration section <c>Calendar</c>): an autonomous banner may set holidays of its own
/// (《全国年节及纪念日放假办法》第四条). They win over the State Council's notice.
/// </summary>
internal sealed record CalendarOptions
{
    public const string Section = "Calendar";

    public IReadOnlyList<DateOnly> DaysOff { get; init; } = [];

    public IReadOnlyList<DateOnly> WorkingDays { get; init; } = [];
}
