namespace WeChatBridge.Simulator.Api;

/// <summary>The platform counts its days, months and figures in Beijing time.</summary>
internal static class BeijingTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly BeijingDay(this TimeProvider clock) => clock.GetUtcNow().BeijingDay();

    public static DateOnly BeijingDay(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    public static TimeOnly BeijingTimeOfDay(this TimeProvider clock) => TimeOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);

    public static bool SameBeijingMonth(this DateTimeOffset instant, DateTimeOffset other)
    {
        var (day, otherDay) = (instant.BeijingDay(), other.BeijingDay());
        return day.Year == otherDay.Year && day.Month == otherDay.Month;
    }
}
