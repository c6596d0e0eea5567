using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>What a document says about itself.</summary>
/// <param name="TitleEnd">The line after the title; 0 where there is none.</param>
/// <param name="Title">The title, completed from the opening where its line was cut short.</param>
/// <param name="IssuedOn">The date of the signature, else the first one in the lines of the opening.</param>
/// <param name="IssuingBody">Who signed, else whom the title names.</param>
/// <param name="Year">The year of the title, else of the date, else of the document's number.</param>
internal sealed partial record DocumentFacts(int TitleEnd, string? Title, DateOnly? IssuedOn, string? IssuingBody, int? Year)
{
    private const int LongestDateLine = 24;

    public static DocumentFacts Read(IReadOnlyList<TextLine> lines, int titleLimit, int opening, int signature)
    {
        var (titleEnd, titleLine) = TitleLines.Find(lines, titleLimit);
        var openingText = string.Concat(lines.Skip(titleEnd).Take(Math.Max(0, opening - titleEnd)).Select(line => line.Content));
        var title = titleLine is null ? null : Complete(titleLine, openingText);
        var signed = lines.Skip(signature).Where(line => !line.IsBlank).ToList();
        var openingLines = lines.Skip(titleEnd).Take(Math.Max(0, opening - titleEnd));
        // The day of printing, in a note under the signature, is another.
        var dated = signed.FindIndex(line => ChineseDate.Find(line.Folded) is not null);
        var issuedOn = DateIn(signed.Skip(dated).Take(1)) ?? DateIn(openingLines.Where(line => line.Content.Length < LongestDateLine));
        var body = dated > 0 ? string.Concat(signed.Take(dated).Select(line => line.Content)) : BodyIn(title);
        return new DocumentFacts(titleEnd, title, issuedOn, body, YearIn(title) ?? issuedOn?.Year ?? YearOfNumber(openingText));
    }

    private static DateOnly? DateIn(IEnumerable<TextLine> lines) =>
        lines.Select(line => ChineseDate.Find(line.Folded)?.Date).LastOrDefault(date => date is not null);

    private static string? BodyIn(string? title)
    {
        var match = BodyOfTitle().Match(title ?? "");
        return match.Success ? match.Groups["body"].Value : null;
    }

    // The office's template loses the second half of a long title: the opening names the report in full, its words in another order.
    private static string Complete(string titleLine, string opening)
    {
        if (TitleLines.NamesKind(titleLine))
        {
            return titleLine;
        }

        var named = AnnouncedName().Match(opening).Groups["name"].Value;
        return named.Length > titleLine.Length && SameCharacters(named[..titleLine.Length], titleLine)
            ? titleLine + named[titleLine.Length..]
            : titleLine;
    }

    private static bool SameCharacters(string one, string other) => one.Order().SequenceEqual(other.Order());

    private static int? YearIn(string? title)
    {
        var match = YearInTitle().Match(CharacterFolding.Fold(title ?? ""));
        return match.Success ? ChineseNumeral.Parse(match.Groups["y"].ValueSpan) : null;
    }

    private static int? YearOfNumber(string opening)
    {
        var match = DocumentNumber().Match(CharacterFolding.Fold(opening));
        return match.Success ? ChineseNumeral.Parse(match.Groups["y"].ValueSpan) : null;
    }

    [GeneratedRegex("(?:现将|现公布|特公布|公布|编制)(?<name>[^，。；：]{4,60}?报告)", RegexOptions.ExplicitCapture)]
    private static partial Regex AnnouncedName();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2}|[一二][〇一二三四五六七八九]{3})\s?(?:年|—|-|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex YearInTitle();

    [GeneratedRegex(@"\(\s?(?<y>(?:19|20)\d{2})\s?(?:\)|年)", RegexOptions.ExplicitCapture)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(
        @"^(?<body>[^关]{2,40}?(?:人民政府办公[厅室]|人民政府|委员会|办公[厅室]|国务院|人大主席团|管理局|[财教民卫]\p{Lo}{0,6}局|中心))"
        + @"(?=关于|\s?(?:19|20)\d\d|政府信息|印发|公告|通告)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex BodyOfTitle();
}
