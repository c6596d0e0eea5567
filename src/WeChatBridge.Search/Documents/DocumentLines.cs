using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Documents;

/// <summary>Restores the lines an author wrote from those a file has.</summary>
internal static partial class DocumentLines
{
    // Nobody writes a paragraph of that many characters with blanks between its sentences; its line ends were lost.
    private const int RunTogether = 200;

    private const int NarrowestPage = 18;
    private const int WidestPage = 62;

    public static IReadOnlyList<TextLine> Read(string text)
    {
        var lines = PhysicalLines(text);
        return WidthOfWrapping(lines) is { } width ? Unwrap(lines, width) : lines;
    }

    private static List<TextLine> PhysicalLines(string text)
    {
        var lines = new List<TextLine>();
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfLine(text, start);
            if (end - start > RunTogether)
            {
                AddParts(lines, text, start, end);
            }
            else
            {
                lines.Add(TextLine.Create(text, start, end));
            }

            start = end;
        }

        return lines;
    }

    private static void AddParts(List<TextLine> lines, string text, int start, int end)
    {
        var title = start == 0 ? EndOfTitle().Match(text[..end]).Length : 0;
        foreach (var cut in LostLineEnd().Matches(text[start..end]).Select(lost => start + lost.Index + lost.Length).Append(title).Order())
        {
            if (cut > start && cut < end)
            {
                AddLine(lines, text, start, cut);
                start = cut;
            }
        }

        AddLine(lines, text, start, end);
    }

    private static void AddLine(List<TextLine> lines, string text, int start, int end)
    {
        foreach (var cut in LongSections.CutsIn(text, start, end))
        {
            lines.Add(TextLine.Create(text, start, cut));
            start = cut;
        }

        lines.Add(TextLine.Create(text, start, end));
    }

    private static int EndOfLine(string text, int start)
    {
        var at = text.AsSpan(start).IndexOfAny('\n', '\r', '\f');
        if (at < 0)
        {
            return text.Length;
        }

        var end = start + at + 1;
        return text[end - 1] == '\r' && end < text.Length && text[end] == '\n' ? end + 1 : end;
    }

    // Wrapped text has many lines of nearly the same length that stop in the middle of a sentence.
    private static int? WidthOfWrapping(List<TextLine> lines)
    {
        var widths = lines.Where(line => !line.IsBlank && !TableLine.IsRow(line)).Select(WidthOf).ToList();
        var full = lines.Where(line => !line.EndsSentence && !TableLine.IsRow(line)).Select(WidthOf)
            .Where(width => width is >= NarrowestPage and <= WidestPage)
            .GroupBy(width => width / 3)
            .Select(group => (Width: group.Key * 3, Count: group.Count()))
            .OrderByDescending(group => group.Count)
            .FirstOrDefault();
        return full.Count >= 4 && full.Count * 6 >= widths.Count ? full.Width : null;
    }

    private static List<TextLine> Unwrap(List<TextLine> lines, int width)
    {
        var joined = new List<TextLine>();
        for (var i = 0; i < lines.Count;)
        {
            var line = lines[i];
            var last = i;
            while (NextPartOf(lines, last, width) is { } next)
            {
                line = line.JoinedWith(lines[next], lines[next].End);
                last = next;
            }

            joined.Add(line);
            i = last + 1;
        }

        return joined;
    }

    // The sentence goes on in the next written line, a page number and blank lines of a page end between them or not.
    private static int? NextPartOf(List<TextLine> lines, int index, int width)
    {
        var line = lines[index];
        if (line.IsBlank || line.EndsSentence || WidthOf(line) < width - 2 || TableLine.IsRow(line) || PageNumber.Is(line))
        {
            return null;
        }

        var next = index + 1;
        while (next < lines.Count && (lines[next].IsBlank || PageNumber.Is(lines[next])))
        {
            next++;
        }

        var isFar = next > index + 1 && !lines.Skip(index + 1).Take(next - index - 1).Any(PageNumber.Is);
        var isNew = next >= lines.Count || isFar || HeadingNumber.Read(lines[next].Folded) is not null || TableLine.IsRow(lines[next]);
        return isNew ? null : next;
    }

    /// <summary>The width of a line in Chinese characters; two letters or digits take the place of one.</summary>
    private static int WidthOf(TextLine line) => (line.Content.Sum(character => character < '\u2E80' ? 1 : 2) + 1) / 2;

    // A page that became one line begins with its title.
    [GeneratedRegex(@"^\s*\S{6,60}\s+(?=\p{Lo})")]
    private static partial Regex EndOfTitle();

    // White space after a sentence, before a number of a heading, or as an indent: there a line ended.
    [GeneratedRegex(
        @"(?<=[。；：！？”）])\s+(?=\S)|\u3000{1,}\s*(?=\S)|\s{2,}(?=\p{Lo})|"
        + @"(?<=\p{Lo})\s(?=[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百]{1,5}[章条]\s|\d{1,2}[、.．]\s?\p{Lo})|"
        + @"(?<=\p{Lo}{4})\s(?=各\p{Lo}{2,})|(?<=(?:通知|公告|通告|意见|办法|措施|指南|方案|政府|委员会|日|号)）?)\s(?=\p{Lo})",
        RegexOptions.CultureInvariant)]
    private static partial Regex LostLineEnd();
}
