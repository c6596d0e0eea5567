using System.Buffers;

namespace WeChatBridge.Search.Documents;

/// <summary>A line that opens a section: its number, its heading, and where its own text begins on the same line.</summary>
/// <param name="Line">Index of the line.</param>
/// <param name="Number">The number, read.</param>
/// <param name="NumberText">The number as written.</param>
/// <param name="Heading">The heading without its number.</param>
/// <param name="BodyOffset">Where in the line's content the body begins; its length where the heading has the line to itself.</param>
internal sealed record HeadingLine(int Line, HeadingNumber Number, string NumberText, string Heading, int BodyOffset)
{
    /// <summary>The longest heading, in characters; a longer first sentence is text.</summary>
    private const int LongestHeading = 40;

    private const int LongestClause = 30;

    private static readonly SearchValues<char> SentenceStops = SearchValues.Create("。!?;:");

    private static readonly SearchValues<char> ClauseStops = SearchValues.Create(",;:。!?");

    public string Caption => NumberText + Heading;

    /// <summary>Reads a numbered line as a heading; null where it has no number.</summary>
    public static HeadingLine? Read(TextLine line, int index)
    {
        if (HeadingNumber.Read(line.Folded) is not { } number)
        {
            return null;
        }

        var numberText = line.Content[..number.Length].TrimEnd();
        var rest = line.Folded.AsSpan(number.Length);
        var (heading, body) = Divide(rest);
        return new HeadingLine(
            index, number, numberText, line.Content.Substring(number.Length, heading).Trim(), number.Length + body);
    }

    /// <summary>True where heading and text share the sentence, so that the text cannot be read without the heading.</summary>
    public bool SharesSentence => BodyOffset == Number.Length;

    private static (int Heading, int Body) Divide(ReadOnlySpan<char> rest)
    {
        var stop = rest.IndexOfAny(SentenceStops);
        if (stop < 0)
        {
            return rest.Length <= LongestHeading ? (rest.Length, rest.Length) : (FirstClause(rest), 0);
        }

        if (stop > LongestHeading || rest[stop] is ';' or '?' or '!')
        {
            return (FirstClause(rest), 0);
        }

        // A colon at the end of the line announces a list; elsewhere what follows is the text.
        return stop == rest.Length - 1 && rest[stop] == '。' && stop > LongestClause
            ? (FirstClause(rest), 0)
            : (stop, stop + 1);
    }

    private static int FirstClause(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(ClauseStops);
        return end < 0 || end > LongestClause ? 0 : end;
    }
}
