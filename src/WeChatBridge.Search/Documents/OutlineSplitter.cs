namespace WeChatBridge.Search.Documents;

/// <summary>Takes a document apart along its headings, however they are numbered, and loses no character.</summary>
public static class OutlineSplitter
{
    // "# " takes two characters.
    private const int MarksOfTitle = 2;

    /// <summary>Splits a text; every text is accepted, one without headings gives one section.</summary>
    public static DocumentOutline Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = DocumentLines.Read(text);
        var signature = SignatureBlock.FindStart(lines);
        var contents = ContentsPage.Find(lines);
        var numbered = HeadingLines.Find(lines, contents.To, signature);
        var opening = numbered.Count > 0 ? numbered[0].Line : signature;
        var facts = DocumentFacts.Read(lines, contents.To > 0 ? contents.From : opening, opening, signature);
        var title = facts.Title ?? TitleOf(numbered, lines);
        var bodyStart = Math.Max(contents.To, facts.TitleEnd);
        var headings = LongSections.Divide(lines, [.. numbered.Where(heading => heading.Line >= bodyStart)], bodyStart, signature);
        return new DocumentOutline(
            text, Build(lines, headings, contents, facts.TitleEnd, signature), title, facts.IssuedOn, facts.IssuingBody, facts.Year)
        {
            ContactLines = ContactLines.Find(lines),
        };
    }

    // A page or a Word file marks its title as the first heading of the first rank.
    private static string? TitleOf(IReadOnlyList<HeadingLine> headings, IReadOnlyList<TextLine> lines) =>
        headings is [{ Number: { Style: NumberStyle.Markdown, Depth: <= MarksOfTitle } } first, ..] && lines.Take(first.Line).All(line => line.IsBlank)
            ? first.Heading
            : null;

    private static List<OutlineSection> Build(
        IReadOnlyList<TextLine> lines, IReadOnlyList<HeadingLine> headings, (int From, int To) contents, int titleEnd, int signature)
    {
        var sections = new List<OutlineSection>();
        AddFront(sections, lines, 0, contents.From, titleEnd, SectionRole.Opening);
        AddFront(sections, lines, contents.From, contents.To, contents.To, SectionRole.Contents);
        AddFront(sections, lines, contents.To, headings.Count > 0 ? headings[0].Line : signature, titleEnd, SectionRole.Opening);
        AddBody(sections, lines, headings, signature);
        if (signature < lines.Count)
        {
            var text = DisplayText.Join(lines, signature, lines.Count, 0);
            sections.Add(Section(lines, sections.Count, signature, lines.Count, text) with { Role = SectionRole.Signature });
        }

        return sections;
    }

    private static void AddFront(
        List<OutlineSection> sections, IReadOnlyList<TextLine> lines, int from, int to, int titleEnd, SectionRole role)
    {
        if (to > from)
        {
            var text = DisplayText.Join(lines, Math.Clamp(titleEnd, from, to), to, 0);
            sections.Add(Section(lines, sections.Count, from, to, text) with { Role = role });
        }
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
