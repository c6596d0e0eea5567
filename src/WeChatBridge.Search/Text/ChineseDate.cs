using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Text;

/// <summary>A date found in folded text.</summary>
/// <param name="Date">The day.</param>
/// <param name="Index">Where it begins.</param>
/// <param name="Length">How many characters it takes.</param>
internal sealed partial record ChineseDate(DateOnly Date, int Index, int Length)
{
    /// <summary>The first date written as 2017年12月27日, 二〇一七年十二月二十七日 or 2017-12-27; null where there is none.</summary>
    public static ChineseDate? Find(string folded)
    {
        foreach (Match match in Pattern().Matches(folded))
        {
            var year = ChineseNumeral.Parse(match.Groups["y"].ValueSpan) ?? 0;
            var month = ChineseNumeral.Parse(match.Groups["m"].ValueSpan) ?? 0;
            var day = ChineseNumeral.Parse(match.Groups["d"].ValueSpan) ?? 0;
            if (year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            {
                return new ChineseDate(new DateOnly(year, month, day), match.Index, match.Length);
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"(?<y>\d{4}|[〇一二三四五六七八九]{4})\s?[年\-./]\s?(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[月\-./]\s?(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s?日?",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
