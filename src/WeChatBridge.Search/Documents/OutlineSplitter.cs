namespace WeChatBridge.Search.Documents;

/// <summary>Takes a document apart along its headings, however they are numbered, and loses no character.</summary>
public static class OutlineSplitter
{
    /// <summary>Splits a text; every text is accepted, one without headings gives one section.</summary>
    public static DocumentOutline Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = TextLine.Split(text);
        var signature = SignatureBlock.FindStart(lines);
        var headings = HeadingLines.Find(lines, signature);
        var facts = DocumentFacts.Read(lines, headings, signature);
        return new DocumentOutline(
            text, Build(lines, headings, signature, facts.TitleLines), facts.Title, facts.IssuedOn, facts.IssuingBody, facts.Year);
    }

    private static List<OutlineSection> Build(
        IReadOnlyList<TextLine> lines, IReadOnlyList<HeadingLine> headings, int signature, int titleLines)
    {
        var sections = new List<OutlineSection>();
        var firstHeading = headings.Count > 0 ? headings[0].Line : signature;
        if (firstHeading > 0)
        {
            var text = DisplayText.Join(lines, titleLines, firstHeading, 0);
            sections.Add(Section(lines, 0, 0, firstHeading, text) with { Role = SectionRole.Opening });
        }

        AddBody(sections, lines, headings, signature);
        if (signature < lines.Count)
        {
            var text = DisplayText.Join(lines, signature, lines.Count, 0);
            sections.Add(Section(lines, sections.Count, signature, lines.Count, text) with { Role = SectionRole.Signature });
        }

        return sections;
    }

    private static void AddBody(
        List<OutlineSection> sections, IReadOnlyList<TextLine> lines, IReadOnlyList<HeadingLine> headings, int signature)
    {
        var levels = OutlineTree.Levels([.. headings.Select(heading => heading.Number)]);
        var path = new List<string>();
        for (var i = 0; i < headings.Count; i++)
        {
            var heading = headings[i];
            var end = i + 1 < headings.Count ? headings[i + 1].Line : signature;
            path.RemoveRange(levels[i] - 1, Math.Max(0, path.Count - levels[i] + 1));
            var text = DisplayText.Join(lines, heading.Line, end, heading.BodyOffset);
            sections.Add(Section(lines, sections.Count, heading.Line, end, text) with
            {
                Level = levels[i],
                Number = heading.NumberText,
                Heading = heading.Heading,
                HeadingPath = [.. path],
            });
            path.Add(heading.Caption);
        }
    }

    private static OutlineSection Section(IReadOnlyList<TextLine> lines, int ordinal, int from, int to, string text)
    {
        var start = lines[from].Start;
        return new OutlineSection(ordinal, 1, "", "", [], start, lines[to - 1].End - start, text);
    }
}
