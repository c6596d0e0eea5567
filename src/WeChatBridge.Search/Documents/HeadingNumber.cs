using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>How a heading is numbered; the order is the usual order of nesting.</summary>
internal enum NumberStyle
{
    Markdown,
    Part,
    Chapter,
    Division,
    Article,
    ChinesePoint,
    ChineseBracket,
    ArabicPoint,
    ArabicDotted,
    ArabicBracket,
    Circled,
    Plain,
    PartOfSection,
}

/// <summary>The number a line begins with.</summary>
/// <param name="Style">How it is written.</param>
/// <param name="Value">What it counts to; the last part of a dotted number.</param>
/// <param name="Depth">How many parts a dotted number has, else 1.</param>
/// <param name="Length">How many characters of the line it takes, spaces after it included.</param>
internal sealed partial record HeadingNumber(NumberStyle Style, int Value, int Depth, int Length)
{
    /// <summary>Smaller ranks usually hold larger ones.</summary>
    public int Rank => ((int)Style * 10) + Depth;

    /// <summary>A heading without a number: marked by # signs, or by its look.</summary>
    public static HeadingNumber Unnumbered(NumberStyle style, int depth, int length) => new(style, 0, depth, length);

    /// <summary>Reads the number a folded line begins with, or null.</summary>
    public static HeadingNumber? Read(string folded)
    {
        var match = Pattern().Match(folded);
        if (!match.Success)
        {
            return null;
        }

        var numeral = match.Groups["n"].ValueSpan;
        return match.Groups["unit"] switch
        {
            { Success: true } unit => Create(StyleOfUnit(unit.ValueSpan), numeral, match.Length),
            _ when match.Groups["dotted"] is { Success: true } dotted => CreateDotted(dotted.Value, match.Length),
            _ when match.Groups["open"].Success => Create(Bracketed(numeral), numeral, match.Length),
            _ => Create(Pointed(numeral), numeral, match.Length),
        };
    }

    private static HeadingNumber? Create(NumberStyle style, ReadOnlySpan<char> numeral, int length) =>
        ChineseNumeral.Parse(numeral) is { } value and > 0 ? new HeadingNumber(style, value, 1, length) : null;

    private static HeadingNumber? CreateDotted(string dotted, int length)
    {
        var parts = dotted.Split('.');
        return new HeadingNumber(NumberStyle.ArabicDotted, ChineseNumeral.Parse(parts[^1]) ?? 0, parts.Length, length);
    }

    private static NumberStyle StyleOfUnit(ReadOnlySpan<char> unit) => unit[0] switch
    {
        '章' => NumberStyle.Chapter,
        '节' => NumberStyle.Division,
        '条' => NumberStyle.Article,
        _ => NumberStyle.Part,
    };

    private static NumberStyle Bracketed(ReadOnlySpan<char> numeral) =>
        char.IsAsciiDigit(numeral[0]) ? NumberStyle.ArabicBracket : NumberStyle.ChineseBracket;

    private static NumberStyle Pointed(ReadOnlySpan<char> numeral) =>
        char.IsAsciiDigit(numeral[0]) ? NumberStyle.ArabicPoint : NumberStyle.ChinesePoint;

    // 第三条第二款, 第五条规定: a line that begins in the middle of a sentence about an article is no article.
    [GeneratedRegex(
        """
        ^(?:
          第\s?(?<n>[〇一二三四五六七八九十百千\d]{1,6})\s?(?<unit>部分|[编篇章节])\s*[:、]?\s*
        | 第\s?(?<n>[〇一二三四五六七八九十百千\d]{1,6})\s?(?<unit>条)(?!\s*第|[规的所之至和、款项])\s*[:]?\s*
        | (?<open>\()\s?(?<n>[〇一二三四五六七八九十百]{1,4}|\d{1,2})\s?\)\s*[、.:]?\s*
        | (?<dotted>\d{1,2}(?:\.\d{1,2}){1,3})(?=[\s\p{Lo}])\.?\s*
        | (?<n>[一二三四五六七八九十百]{1,4})\s?[、.]\s*
        | (?<n>\d{1,2})\s?(?:[、]|\.(?!\d)|\.(?=(?:19|20)\d{2}年))\s*
        | (?<n>\d{1,2}|[一二三四五六七八九十]{1,3})\ +(?=\p{Lo}[\p{Lo}、()?]{1,24}$)
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
