using System.Text.RegularExpressions;
using WeChatBridge.Texts;

namespace WeChatBridge.Accounts;

/// <summary>When the office opens and closes on a working day (办公时间).</summary>
internal sealed partial record OfficeHours(TimeOnly Opens, TimeOnly Closes)
{
    /// <exception cref="ConfigurationRefusedException">It is not of the form 08:30-17:30.</exception>
    public static OfficeHours Parse(string text)
    {
        var match = Form().Match(text);
        return match.Success
            && TimeOnly.TryParseExact(match.Groups["opens"].Value, "HH:mm", out var opens)
            && TimeOnly.TryParseExact(match.Groups["closes"].Value, "HH:mm", out var closes)
            && opens < closes
            ? new OfficeHours(opens, closes)
            : throw new ConfigurationRefusedException(
                StaffTexts.OfficeHoursMalformed.With($"{OfficeOptions.Section}:{nameof(OfficeOptions.Hours)}", text));
    }

    [GeneratedRegex(
        @"^(?<opens>\d\d:\d\d)\s*[-–—~～至]\s*(?<closes>\d\d:\d\d)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
