namespace WeChatBridge.Search.Documents;

/// <summary>Chooses the numbered lines that open sections; the other numbered lines are items of a list or rows of a table.</summary>
internal static class HeadingLines
{
    public static IReadOnlyList<HeadingLine> Find(IReadOnlyList<TextLine> lines, int end)
    {
        var headings = new List<HeadingLine>();
        for (var i = 0; i < end; i++)
        {
            if (HeadingLine.Read(lines[i], i) is { } heading && OpensSection(lines, heading, end))
            {
                headings.Add(heading);
            }
        }

        return headings;
    }

    private static bool OpensSection(IReadOnlyList<TextLine> lines, HeadingLine heading, int end) =>
        heading.Number.Style <= NumberStyle.ChineseBracket || HasLineToItself(lines, heading, end);

    // 1. (1) and ① number the items of a list as often as headings: a heading stands alone and has text under it.
    private static bool HasLineToItself(IReadOnlyList<TextLine> lines, HeadingLine heading, int end)
    {
        if (heading.Heading.Length == 0 || heading.BodyOffset < lines[heading.Line].Content.Length)
        {
            return false;
        }

        var next = heading.Line + 1;
        while (next < end && lines[next].IsBlank)
        {
            next++;
        }

        return next < end && HeadingNumber.Read(lines[next].Folded) is null;
    }
}
