using System.CommandLine;
using System.Globalization;
using WeChatBridge.Accounts;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>A time as it is typed: 2026-12-01 09:30, by the office's clocks, whatever zone the machine is in.</summary>
internal static class OfficeMoment
{
    private const string Form = "yyyy-MM-dd HH:mm";

    public static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };

    public static Outcome<DateTimeOffset> Read(string typed) =>
        DateTime.TryParseExact(typed, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown)
            ? OfficeTime.InstantOf(DateOnly.FromDateTime(shown), TimeOnly.FromDateTime(shown))
            : Outcome<DateTimeOffset>.Refused(PublishingTexts.TimeUnreadable.With(typed));
}
