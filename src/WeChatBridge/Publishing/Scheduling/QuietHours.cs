using System.Text.RegularExpressions;
using WeChatBridge.Accounts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>When followers should not be disturbed (免打扰时段), in the office's zone; it may go through midnight.</summary>
internal sealed partial record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>No such hours.</summary>
    public static readonly QuietHours None = new(TimeOnly.MinValue, TimeOnly.MinValue);

    /// <summary>Reads 22:00-07:00; an empty text is <see cref="None"/>.</summary>
    public static bool TryParse(string text, out QuietHours hours)
    {
        hours = None;
        if (text.Trim().Length == 0)
        {
            return true;
        }

        var match = Form().Match(text.Trim());
        if (!match.Success
            || !TimeOnly.TryParseExact(match.Groups["from"].Value, "HH:mm", out var from)
            || !TimeOnly.TryParseExact(match.Groups["until"].Value, "HH:mm", out var until)
            || from == until)
        {
            return false;
        }

        hours = new QuietHours(from, until);
        return true;
    }

    /// <summary>Whether the office's clocks show such an hour at this instant.</summary>
    public bool Contain(DateTimeOffset instant)
    {
        var time = TimeOnly.FromTimeSpan(instant.ToOffset(OfficeTime.Offset).TimeOfDay);
        return From != Until && time.IsBetween(From, Until);
    }

    public override string ToString() => $"{From:HH:mm}-{Until:HH:mm}";

    [GeneratedRegex(
        @"^(?<from>\d\d:\d\d)\s*[-–—~～至]\s*(?<until>\d\d:\d\d)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
