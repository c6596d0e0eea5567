using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Documents;

/// <summary>Finds a table of contents (目录): headings that come again as the document's own.</summary>
internal static partial class ContentsPage
{
    private const int LatestBeginning = 60;
    private const int LongestEntry = 60;

    /// <summary>The lines of the contents page, or an empty range.</summary>
    public static (int From, int To) Find(IReadOnlyList<TextLine> lines)
    {
        var title = lines.Take(LatestBeginning).ToList().FindIndex(line => Title().IsMatch(line.Content));
        if (title < 0)
        {
            return (0, 0);
        }

        var entries = new HashSet<string>(StringComparer.Ordinal);
        for (var i = title + 1; i < lines.Count; i++)
        {
            if (IsProse(lines[i]))
            {
                return (title, AfterLastEntry(lines, title, i));
            }

            var entry = Bare(lines[i].Folded);
            if (lines[i].Content.Length > LongestEntry || (entry.Length > 3 && !entries.Add(entry)))
            {
                return (title, i);
            }
        }

        return (title, lines.Count);
    }

    private static bool IsProse(TextLine line) => line.Content.AsSpan().IndexOfAny('。', '；') >= 0 || line.Content.EndsWith('：');

    // The heading over the first sentence is the document's own; an entry has a number, dots or a page.
    private static int AfterLastEntry(IReadOnlyList<TextLine> lines, int title, int end)
    {
        while (end > title + 1 && !EntryEnd().IsMatch(lines[end - 1].Folded) && HeadingNumber.Read(lines[end - 1].Folded) is null)
        {
            end--;
        }

        return end;
    }

    private static string Bare(string folded) => Decoration().Replace(folded, "");

    [GeneratedRegex(@"^目\s*(?:录|次)?$")]
    private static partial Regex Title();

    [GeneratedRegex(@"[.…·]{2}|\d$")]
    private static partial Regex EntryEnd();

    [GeneratedRegex(@"[\s.…·\-]|\d+$")]
    private static partial Regex Decoration();
}
