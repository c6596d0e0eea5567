using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>What a document says about itself.</summary>
/// <param name="TitleLines">How many lines at the top the title takes, blank ones included.</param>
/// <param name="Title">The title, completed from the opening where its line was cut short.</param>
/// <param name="IssuedOn">The date of the signature, else the first date near the title.</param>
/// <param name="IssuingBody">Who signed.</param>
/// <param name="Year">The year of the title, else of the date.</param>
internal sealed partial record DocumentFacts(int TitleLines, string? Title, DateOnly? IssuedOn, string? IssuingBody, int? Year)
{
    private const int LongestTitleLine = 60;

    public static DocumentFacts Read(IReadOnlyList<TextLine> lines, IReadOnlyList<HeadingLine> headings, int signature)
    {
        var openingEnd = headings.Count > 0 ? headings[0].Line : signature;
        var titleLine = FindTitleLine(lines, openingEnd);
        var title = titleLine is { } index ? Complete(lines[index].Content, Opening(lines, index + 1, openingEnd)) : null;
        var signed = lines.Skip(signature).Where(line => !line.IsBlank).ToList();
        var issuedOn = signed.Select(line => ChineseDate.Find(line.Folded)?.Date).LastOrDefault(date => date is not null);
        var body = signed.Count > 1 ? string.Concat(signed.SkipLast(1).Select(line => line.Content)) : null;
        return new DocumentFacts(titleLine + 1 ?? 0, title, issuedOn, body, YearOf(title) ?? issuedOn?.Year);
    }

    private static int? FindTitleLine(IReadOnlyList<TextLine> lines, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (!lines[i].IsBlank)
            {
                return lines[i].Content.Length <= LongestTitleLine && !lines[i].Content.EndsWith('。') ? i : null;
            }
        }

        return null;
    }

    private static string Opening(IReadOnlyList<TextLine> lines, int from, int end) =>
        string.Concat(lines.Skip(from).Take(end - from).Select(line => line.Content));

    // The office's template loses the second half of a long title: the opening names the report in full, its words in another order.
    private static string Complete(string titleLine, string opening)
    {
        if (KindOfDocument().IsMatch(titleLine))
        {
            return titleLine;
        }

        var named = AnnouncedName().Match(opening).Groups["name"].Value;
        return named.Length > titleLine.Length && SameCharacters(named[..titleLine.Length], titleLine)
            ? titleLine + named[titleLine.Length..]
            : titleLine;
    }

    private static bool SameCharacters(string one, string other) => one.Order().SequenceEqual(other.Order());

    private static int? YearOf(string? title)
    {
        var match = YearInTitle().Match(CharacterFolding.Fold(title ?? ""));
        return match.Success ? ChineseNumeral.Parse(match.Groups["y"].ValueSpan) : null;
    }

    [GeneratedRegex("(?:报告|通知|公告|通告|办法|意见|方案|指南|条例|规定|细则|决定|决议|函|批复|通报|规则|预算|决算)(?:[（(].*[)）])?$")]
    private static partial Regex KindOfDocument();

    [GeneratedRegex("(?:现将|现公布|特公布|公布|编制)(?<name>[^，。；：]{4,60}?报告)", RegexOptions.ExplicitCapture)]
    private static partial Regex AnnouncedName();

    [GeneratedRegex("(?<y>(?:19|20)\\d{2}|[一二][〇一二三四五六七八九]{3})\\s?年?", RegexOptions.ExplicitCapture)]
    private static partial Regex YearInTitle();
}
