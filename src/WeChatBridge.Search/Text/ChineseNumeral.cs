namespace WeChatBridge.Search.Text;

/// <summary>Reads numbers as section numbers and years are written: 12, 十二, 二〇一七.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The value of a folded numeral, or null where it is none or exceeds 9999.</summary>
    public static int? Parse(ReadOnlySpan<char> numeral)
    {
        if (numeral.Length is 0 or > 7)
        {
            return null;
        }

        return numeral.IndexOfAny('十', '百', '千') >= 0 ? ParseUnits(numeral) : ParsePositions(numeral);
    }

    /// <summary>A number from 1 to 99 in Chinese; other numbers stay Arabic.</summary>
    public static string Write(int value)
    {
        if (value is < 1 or > 99)
        {
            return $"{value}";
        }

        var tens = (value / 10) switch { 0 => "", 1 => "十", var digit => $"{Digits[digit]}十" };
        return value % 10 == 0 ? tens : tens + Digits[value % 10];
    }

    public static bool IsDigit(char folded) => char.IsAsciiDigit(folded) || Digits.Contains(folded);

    private static int? ParsePositions(ReadOnlySpan<char> numeral)
    {
        var value = 0;
        foreach (var character in numeral)
        {
            if (DigitOf(character) is not { } digit || value > 999)
            {
                return null;
            }

            value = (value * 10) + digit;
        }

        return value;
    }

    private static int? ParseUnits(ReadOnlySpan<char> numeral)
    {
        var total = 0;
        var pending = 0;
        foreach (var character in numeral)
        {
            var unit = character switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit > 0)
            {
                total += Math.Max(pending, 1) * unit;
                pending = 0;
            }
            else if (DigitOf(character) is { } digit && pending == 0)
            {
                pending = digit;
            }
            else
            {
                return null;
            }
        }

        return total + pending;
    }

    private static int? DigitOf(char character)
    {
        var digit = char.IsAsciiDigit(character) ? character - '0' : Digits.IndexOf(character);
        return digit < 0 ? null : digit;
    }
}
