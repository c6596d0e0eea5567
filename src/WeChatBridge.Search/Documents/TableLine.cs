using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Documents;

/// <summary>Recognises rows of tables in plain text: cells set apart by tabs or wide gaps, figures at the end.</summary>
internal static partial class TableLine
{
    private const int NearbyLines = 4;
    private const int LongestCell = 40;

    // A line that begins so far to the right stands in a column.
    private const int WidestIndent = 26;

    /// <summary>True for a line that is a row by itself.</summary>
    public static bool IsRow(TextLine line) => Gaps().Count(line.Content) >= 2 || Figures().IsMatch(line.Folded)
        || Figure().IsMatch(line.Folded)
        || (!line.IsBlank && line.Indent > WidestIndent);

    /// <summary>True for a line that is a row, or stands between rows.</summary>
    public static bool IsInTable(IReadOnlyList<TextLine> lines, int index) =>
        IsRow(lines[index]) || (HasRowNear(lines, index, -1) && HasRowNear(lines, index, 1));

    /// <summary>True for a line whose next written line is a cell that is only a figure.</summary>
    public static bool IsBeforeFigure(IReadOnlyList<TextLine> lines, int index) =>
        lines.Skip(index + 1).FirstOrDefault(line => !line.IsBlank) is { } next && Figure().IsMatch(next.Folded);

    private static bool HasRowNear(IReadOnlyList<TextLine> lines, int index, int step)
    {
        var written = 0;
        for (var i = index + step; i >= 0 && i < lines.Count && written < NearbyLines; i += step)
        {
            if (IsRow(lines[i]))
            {
                return true;
            }

            if (lines[i].Content.Length > LongestCell)
            {
                return false;
            }

            written += lines[i].IsBlank ? 0 : 1;
        }

        return false;
    }

    [GeneratedRegex(@"(?<=\S)(?:\t+\s*| {3,}|\u3000{2,})(?=\S)")]
    private static partial Regex Gaps();

    // 31,214,205.80, alone or before the name of the next cell: a sum, not a year and not a page.
    [GeneratedRegex(@"^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2})%?(?:$|\s+[一二三四五六七八九十]{1,3}、)")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\p{Lo}[)]?(?:\s{3,}-?[\d,]+(?:\.\d+)?%?|\s{3,}[一二三四五六七八九十]{1,3}、.*|(?:\s+-?[\d,]+(?:\.\d+)?%?){2,})$")]
    private static partial Regex Figures();
}
