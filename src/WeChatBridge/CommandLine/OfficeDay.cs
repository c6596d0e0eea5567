using System.CommandLine;
using System.Globalization;
using WeChatBridge.Accounts;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>A day as it is typed: 2026-03-05, in the office's zone.</summary>
internal static class OfficeDay
{
    private const string Form = "yyyy-MM-dd";

    public static Option<string?> Until() => new("--until") { Description = "有效期至哪一天（含当天），例如 2026-12-31；不写表示一直有效" };

    /// <summary>Null where nothing was typed.</summary>
    public static Outcome<DateOnly?> Read(string? typed) => typed is null
        ? Outcome<DateOnly?>.Done(null)
        : DateOnly.TryParseExact(typed, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Outcome<DateOnly?>.Done(day)
            : Outcome<DateOnly?>.Refused(StaffTexts.DateUnreadable.With(typed));

    /// <summary>The instant at which that day is over in the office.</summary>
    public static Outcome<DateTimeOffset?> EndOf(string? typed)
    {
        var day = Read(typed);
        return day.IsDone
            ? Outcome<DateTimeOffset?>.Done(day.Value is { } last ? OfficeTime.InstantOf(last.AddDays(1), TimeOnly.MinValue) : null)
            : Outcome<DateTimeOffset?>.Refused(day.Refusal!);
    }

    /// <summary>The last day before such an end.</summary>
    public static string Write(DateTimeOffset end) => OfficeTime.Write(OfficeTime.DateAt(end.AddTicks(-1)));
}
