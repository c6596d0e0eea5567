using WeChatBridge.Search.Documents;

namespace WeChatBridge.Reports;

/// <summary>A section (章节) of a report as its outline found it.</summary>
internal sealed class Section
{
    private Section()
    {
    }

    public long Id { get; private set; }

    public long ReportId { get; private set; }

    public int Ordinal { get; private set; }

    public int Level { get; private set; }

    public string Number { get; private set; } = "";

    public string Heading { get; private set; } = "";

    /// <summary>The headings above it, from the top, with their numbers.</summary>
    public List<string> HeadingPath { get; private set; } = [];

    /// <summary>Where its own text begins and how long it is in <see cref="Report.Text"/>, in UTF-16 code units.</summary>
    public int Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>What part of the document it is; a table of contents repeats headings and answers nothing.</summary>
    public SectionRole Role { get; private set; }

    /// <summary>The body as a reader should see it; the original stays in <see cref="Report.Text"/>.</summary>
    public string DisplayText { get; private set; } = "";

    public static Section From(OutlineSection outline) => new()
    {
        Ordinal = outline.Ordinal,
        Level = outline.Level,
        Number = outline.Number,
        Heading = outline.Heading,
        HeadingPath = [.. outline.HeadingPath],
        Start = outline.Start,
        Length = outline.Length,
        Role = outline.Role,
        DisplayText = outline.DisplayText,
    };
}
