namespace WeChatBridge.Search.Documents;

/// <summary>Chooses the lines that open sections; the other numbered lines are items of a list or rows of a table.</summary>
internal static class HeadingLines
{
    // Shorter items of a list are read together, under the heading of the list.
    private const int UsualItem = 45;

    private const int LongestPlain = 26;
    private const int ShortestText = 25;

    public static IReadOnlyList<HeadingLine> Find(IReadOnlyList<TextLine> lines, int start, int end)
    {
        var headings = new List<HeadingLine>();
        for (var i = start; i < end; i++)
        {
            var heading = HeadingLine.Read(lines[i], i);
            if (heading is null)
            {
                AddIfPlain(headings, lines, start, end, i);
            }
            else if (OpensSection(lines, heading, end) && !IsCell(lines, heading) && !IsLastItem(headings, lines, heading))
            {
                headings.Add(heading);
            }
        }

        return WithoutListItems(headings, lines, end);
    }

    private static bool OpensSection(IReadOnlyList<TextLine> lines, HeadingLine heading, int end) => heading.Number.Style switch
    {
        NumberStyle.Markdown or NumberStyle.Part or NumberStyle.Chapter or NumberStyle.Division or NumberStyle.Article => true,
        NumberStyle.ChinesePoint or NumberStyle.ChineseBracket => lines[heading.Line].Content.Length > heading.NumberText.Length,
        _ => HasTextOfItsOwn(lines, heading, end),
    };

    // Between rows of a table only a heading of the first rank is believed: 四、 follows a table often, （三） numbers its rows.
    private static bool IsCell(IReadOnlyList<TextLine> lines, HeadingLine heading) =>
        heading.Number.Style >= NumberStyle.ChineseBracket
            ? TableLine.IsInTable(lines, heading.Line)
            : TableLine.IsRow(lines[heading.Line]) || TableLine.IsBeforeFigure(lines, heading.Line);

    // 1. (1) and ① number the items of a list as often as headings: a heading has a name, and text under it or after it.
    private static bool HasTextOfItsOwn(IReadOnlyList<TextLine> lines, HeadingLine heading, int end)
    {
        var content = lines[heading.Line].Content;
        if (heading.Heading.Length == 0 || heading.SharesSentence)
        {
            return false;
        }

        var next = NextWritten(lines, heading.Line + 1, end);
        return heading.BodyOffset < content.Length
            ? content.Length - heading.BodyOffset >= UsualItem && heading.Heading.Length <= LongestPlain
            : next < end && (HeadingNumber.Read(lines[next].Folded) is not { } below || below.Rank > heading.Number.Rank);
    }

    // (9) after eight short items is the ninth item, though text follows it; a question is a heading wherever it stands.
    private static bool IsLastItem(List<HeadingLine> headings, IReadOnlyList<TextLine> lines, HeadingLine heading)
    {
        var (number, content) = (heading.Number, lines[heading.Line].Content);
        return number.Style is NumberStyle.ArabicPoint or NumberStyle.ArabicBracket or NumberStyle.Circled
            && number.Value > 1 && heading.BodyOffset == content.Length && content[^1] is not ('？' or '?')
            && headings.FindLastIndex(one => one.Number.Style == number.Style) <= headings.FindLastIndex(one => one.Number.Rank < number.Rank)
            && !GoesOnCounting(headings, number);
    }

    // （一） (2) (3): the brackets' filling changed, the count went on.
    private static bool GoesOnCounting(List<HeadingLine> headings, HeadingNumber number) => headings is [.., { Number: var last }]
        && last.Value + 1 == number.Value && (last.Style, number.Style) is (NumberStyle.ChineseBracket, NumberStyle.ArabicBracket);

    // 服务时间: a short line without a stop, after a finished paragraph and before a longer one.
    private static void AddIfPlain(List<HeadingLine> headings, IReadOnlyList<TextLine> lines, int start, int end, int index)
    {
        var line = lines[index];
        var isShort = line.Content.Length is >= 2 and <= LongestPlain;
        if (!isShort || index == start || !LooksLikeHeading(line) || PageNumber.Is(line))
        {
            return;
        }

        var before = PreviousWritten(lines, index - 1, start);
        var next = NextWritten(lines, index + 1, end);
        var isFollowed = next < end && lines[next].Content.Length >= ShortestText && lines[next].Folded.AsSpan().IndexOfAny('。', '；') >= 0
            && !TableLine.IsInTable(lines, index) && lines[next].Folded.AsSpan(0, 2).IndexOfAny(',', '。', '、') < 0;
        var isPreceded = before >= start && (lines[before].EndsSentence || headings.Any(heading => heading.Line == before));
        if (isFollowed && isPreceded)
        {
            headings.Add(HeadingLine.Unnumbered(line, index, NumberStyle.Plain, 0));
        }
    }

    private static bool LooksLikeHeading(TextLine line) =>
        line.Content.AsSpan().IndexOfAny('。', '；', '，') < 0 && !line.Content.EndsWith('：') && !line.Content.EndsWith(':')
        && char.IsLetterOrDigit(line.Content[0]) && !char.IsDigit(line.Content[^1]);

    // A run of short bracketed sentences is a list; the runs of a document are judged one by one.
    private static List<HeadingLine> WithoutListItems(List<HeadingLine> headings, IReadOnlyList<TextLine> lines, int end)
    {
        var kept = new List<HeadingLine>();
        for (var i = 0; i < headings.Count;)
        {
            var run = RunLength(headings, i);
            if (run == 0)
            {
                kept.Add(headings[i++]);
                continue;
            }

            var last = i + run < headings.Count ? headings[i + run].Line : end;
            var characters = lines.Skip(headings[i].Line).Take(last - headings[i].Line).Sum(line => line.Content.Length);
            kept.AddRange(characters / run >= UsualItem ? headings.GetRange(i, run) : []);
            i += run;
        }

        return kept;
    }

    private static int RunLength(List<HeadingLine> headings, int from)
    {
        var length = 0;
        while (from + length < headings.Count && headings[from + length].Number.Style >= NumberStyle.ChineseBracket
            && (headings[from + length].SharesSentence || headings[from + length].Number.Style == NumberStyle.ChineseBracket && length > 0)
            && headings[from + length].Number.Style == headings[from].Number.Style)
        {
            length++;
        }

        return length;
    }

    private static int NextWritten(IReadOnlyList<TextLine> lines, int index, int end)
    {
        while (index < end && (lines[index].IsBlank || PageNumber.Is(lines[index])))
        {
            index++;
        }

        return index;
    }

    private static int PreviousWritten(IReadOnlyList<TextLine> lines, int index, int start)
    {
        while (index >= start && (lines[index].IsBlank || PageNumber.Is(lines[index])))
        {
            index--;
        }

        return index;
    }
}
