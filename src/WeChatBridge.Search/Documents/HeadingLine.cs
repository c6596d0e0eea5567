using System.Buffers;
using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Documents;

/// <summary>A line that may open a section: its number, its heading, and where its own text begins on the same line.</summary>
/// <param name="Line">Index of the line.</param>
/// <param name="Number">The number, read.</param>
/// <param name="NumberText">The number as written.</param>
/// <param name="Heading">The heading without its number.</param>
/// <param name="BodyOffset">Where in the line's content the body begins; its length where the heading has the line to itself.</param>
internal sealed partial record HeadingLine(int Line, HeadingNumber Number, string NumberText, string Heading, int BodyOffset)
{
    /// <summary>The longest heading, in characters; a longer first sentence is text.</summary>
    private const int LongestHeading = 40;

    private const int LongestClause = 30;

    private static readonly SearchValues<char> SentenceStops = SearchValues.Create("。!?;:");

    private static readonly SearchValues<char> ClauseStops = SearchValues.Create(",;:。!?");

    /// <summary>Number and heading, as they stand in the path of the sections below.</summary>
    public string Caption => NumberText + Heading;

    /// <summary>True where the text cannot be read without the heading, which is its first clause.</summary>
    public bool SharesSentence { get; private init; }

    /// <summary>Reads a line that is numbered or marked with # as a heading; null for any other.</summary>
    public static HeadingLine? Read(TextLine line, int index)
    {
        var marks = Markdown().Match(line.Folded).Length;
        if (HeadingNumber.Read(line.Folded[marks..]) is not { } number)
        {
            return marks == 0 ? null : Unnumbered(line, index, NumberStyle.Markdown, marks);
        }

        var offset = marks + number.Length;
        var rest = line.Folded.AsSpan(offset);
        var (heading, body) = number.Style == NumberStyle.Article ? (FirstClause(rest), 0) : Divide(rest);
        return new HeadingLine(
            index, number, line.Content[marks..offset].TrimEnd(), line.Content.Substring(offset, heading).Trim(), offset + body)
        {
            SharesSentence = body == 0 && rest.Length > 0,
        };
    }

    /// <summary>A whole line as a heading without a number.</summary>
    public static HeadingLine Unnumbered(TextLine line, int index, NumberStyle style, int marks) =>
        new(index, HeadingNumber.Unnumbered(style, Math.Max(marks, 1), marks), "", line.Content[marks..].Trim(), line.Content.Length);

    /// <summary>A paragraph that opens a part of an over-long section; its first clause stays in the text.</summary>
    public static HeadingLine PartOfSection(int index, string name) =>
        new(index, HeadingNumber.Unnumbered(NumberStyle.PartOfSection, 1, 0), "", name, 0) { SharesSentence = true };

    private static (int Heading, int Body) Divide(ReadOnlySpan<char> rest)
    {
        var stop = rest.IndexOfAny(SentenceStops);
        if (stop < 0)
        {
            return rest.Length <= LongestHeading ? (rest.Length, rest.Length) : (FirstClause(rest), 0);
        }

        if (rest[stop] == '?' && stop <= LongestHeading)
        {
            return (stop + 1, stop + 1);
        }

        // With a comma in it and a full stop behind it, it is the first sentence of the text, unless it is as short as a heading.
        var isSentence = rest[stop] == '。' && stop > LongestClause / 2 && rest[..stop].Contains(',');
        return stop > LongestHeading || rest[stop] is ';' or '!' || isSentence ? (FirstClause(rest), 0) : (stop, stop + 1);
    }

    private static int FirstClause(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(ClauseStops);
        return end < 0 || end > LongestClause ? 0 : end;
    }

    [GeneratedRegex(@"^#{1,6}\s+")]
    private static partial Regex Markdown();
}
