using System.Buffers;
using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>
/// Gives an over-long section readable parts: each begins with a paragraph, or a sentence of an over-long one, and is named by its first
/// clause.
/// </summary>
internal static partial class LongSections
{
    /// <summary>Longer texts are divided, in characters.</summary>
    private const int Longest = 700;

    private const int UsualPart = 380;
    private const int LongestName = 20;

    private static readonly SearchValues<char> ClauseStops = SearchValues.Create(",。:;");

    /// <summary>The headings with those of the parts put between them.</summary>
    public static IReadOnlyList<HeadingLine> Divide(IReadOnlyList<TextLine> lines, IReadOnlyList<HeadingLine> headings, int start, int end)
    {
        var divided = new List<HeadingLine>();
        AddParts(divided, lines, start, headings.Count > 0 ? headings[0].Line : end);
        for (var i = 0; i < headings.Count; i++)
        {
            divided.Add(headings[i]);
            AddParts(divided, lines, headings[i].Line + 1, i + 1 < headings.Count ? headings[i + 1].Line : end);
        }

        return divided;
    }

    private static void AddParts(List<HeadingLine> divided, IReadOnlyList<TextLine> lines, int from, int to)
    {
        var left = 0;
        for (var i = from; i < to; i++)
        {
            left += lines[i].Content.Length;
        }

        if (left <= Longest)
        {
            return;
        }

        var inPart = 0;
        for (var i = from; i < to; i++)
        {
            if (inPart >= UsualPart && left >= UsualPart / 2 && NameOf(lines[i]) is { } name && !TableLine.IsRow(lines[i])
                && EndsSentence(lines, from, i - 1))
            {
                divided.Add(HeadingLine.PartOfSection(i, name));
                inPart = 0;
            }

            inPart += lines[i].Content.Length;
            left -= lines[i].Content.Length;
        }
    }

    /// <summary>Where an over-long line, which would be a part by itself, is cut: behind sentences, never before a number.</summary>
    public static IEnumerable<int> CutsIn(string text, int start, int end)
    {
        if (end - start <= Longest || text.AsSpan(start, end - start).Contains('\t'))
        {
            yield break;
        }

        var from = start;
        foreach (var cut in SentenceEnd().Matches(text[start..end]).Select(stop => start + stop.Index + stop.Length))
        {
            if (cut - from >= UsualPart && end - cut >= UsualPart / 2
                && HeadingNumber.Read(CharacterFolding.Fold(text[cut..Math.Min(end, cut + LongestName)])) is null)
            {
                yield return cut;
                from = cut;
            }
        }
    }

    // A blank line after a full one may stand in the middle of a sentence: the page ended there. Short ones are cells.
    private static bool EndsSentence(IReadOnlyList<TextLine> lines, int from, int last)
    {
        var written = last;
        while (written > from && (lines[written].IsBlank || PageNumber.Is(lines[written])))
        {
            written--;
        }

        return lines[written].EndsSentence || (lines[last].IsBlank && lines[written].Content.Length < LongestName);
    }

    private static string? NameOf(TextLine line)
    {
        if (line.Content.Length < LongestName)
        {
            return null;
        }

        var stop = line.Folded.AsSpan().IndexOfAny(ClauseStops);
        return line.Content[..(stop is > 0 and <= LongestName ? stop : LongestName)].TrimStart('—', '-', ' ', '·');
    }

    [GeneratedRegex("[。！？；!?;][”’」』）)]*")]
    private static partial Regex SentenceEnd();
}
