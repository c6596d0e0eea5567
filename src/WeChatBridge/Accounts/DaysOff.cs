namespace WeChatBridge.Accounts;

/// <summary>Days off in a row, weekends included.</summary>
/// <param name="First">The first day off.</param>
/// <param name="Last">The last day off.</param>
/// <param name="Name">The holiday in it (春节); empty where only the office itself set it.</param>
/// <param name="IsEstimated">Whether it touches a year whose holidays are not known yet.</param>
internal sealed record DaysOff(DateOnly First, DateOnly Last, string Name, bool IsEstimated)
{
    public int Days => Last.DayNumber - First.DayNumber + 1;
}
