namespace WeChatBridge.Accounts;

/// <summary>
/// The office's zone, and dates as people in the office write them. UTC+8 all year, written as a fixed offset: a container without zone
/// data knows no Asia/Shanghai.
/// </summary>
internal static class OfficeTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private const string WeekdayNames = "日一二三四五六";

    /// <summary>The day it is in the office at an instant.</summary>
    public static DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(In(instant).DateTime);

    public static DateOnly Today(this TimeProvider clock) => DateAt(clock.GetUtcNow());

    /// <summary>The instant, in UTC, at which the office's clocks show this.</summary>
    public static DateTimeOffset InstantOf(DateOnly date, TimeOnly time) => new DateTimeOffset(date, time, Offset).ToUniversalTime();

    /// <summary>2026年11月24日（周二）.</summary>
    public static string Write(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日（周{WeekdayNames[(int)date.DayOfWeek]}）";

    /// <summary>2026年11月24日（周二）17:30.</summary>
    public static string Write(DateTimeOffset instant) => $"{Write(DateAt(instant))}{In(instant):HH:mm}";

    private static DateTimeOffset In(DateTimeOffset instant) => instant.ToOffset(Offset);
}
