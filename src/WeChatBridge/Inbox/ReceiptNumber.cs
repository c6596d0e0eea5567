using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Inbox;

/// <summary>The number on the receipt of a message (回执号), like 261124-0037: the day in the office's zone, then the day's count.</summary>
/// <remarks>Digits only, so that it can be read out over the phone and typed on any keyboard.</remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct ReceiptNumber
{
    /// <summary>The highest count of one day.</summary>
    public const int LastOfDay = 9999;

    private const string DayFormat = "yyyyMMdd";

    private const string SpokenDigits = "〇一二三四五六七八九";

    private ReceiptNumber(DateOnly day, int count)
    {
        Day = day;
        Count = count;
    }

    public DateOnly Day { get; }

    /// <summary>The place among the day's messages, from 1.</summary>
    public int Count { get; }

    public static ReceiptNumber Create(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(day.Year / 100, 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, LastOfDay);
        return new ReceiptNumber(day, count);
    }

    /// <summary>Reads exactly what <see cref="ToString"/> writes.</summary>
    public static ReceiptNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("A receipt number looks like 261124-0037.");

    public static bool TryParse([NotNullWhen(true)] string? text, out ReceiptNumber number)
    {
        number = Find(text ?? "") ?? default;
        return number.Count > 0 && number.ToString() == text;
    }

    /// <summary>
    /// The receipt number in what a citizen wrote, or null: also without the dash, with blanks or full width, or in the spoken digits of a
    /// voice message. Digits that go on before or after make it something else: a phone number, an identity card.
    /// </summary>
    public static ReceiptNumber? Find(string text)
    {
        foreach (Match match in Pattern().Matches(QuestionText.Fold(text)))
        {
            var digits = string.Concat(match.Value.Select(AsDigit));
            if (DateOnly.TryParseExact($"20{digits[..6]}", DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year >= 2020 && int.Parse(digits[6..], CultureInfo.InvariantCulture) is > 0 and var count)
            {
                return new ReceiptNumber(day, count);
            }
        }

        return null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyMMdd}-{Count:0000}");

    private static string AsDigit(char character) => character switch
    {
        '幺' => "1",
        _ when char.IsAsciiDigit(character) => $"{character}",
        _ when SpokenDigits.Contains(character) => $"{SpokenDigits.IndexOf(character)}",
        _ => "",
    };

    [GeneratedRegex(
        @"(?<![\d〇一二三四五六七八九幺][ \-‐‑–—_]*)[\d〇一二三四五六七八九幺](?: ?[\d〇一二三四五六七八九幺]){5} ?[\-‐‑–—_杠]{0,2} ?"
        + @"[\d〇一二三四五六七八九幺](?: ?[\d〇一二三四五六七八九幺]){3}(?![ \-‐‑–—_]*[\d〇一二三四五六七八九幺])")]
    private static partial Regex Pattern();
}
