using System.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>Reads the table many guides consist of: what a row is about on the left, what is said of it on the right.</summary>
public static class GuideTable
{
    // Fewer known rows make any table; a guide's has a place, papers, hours.
    private const int FewestKnown = 3;

    private const int LongestLabel = 20;

    /// <summary>
    /// The text with each row of such a table as a heading with its text, so that each row is a section of its own; unchanged where there
    /// is no such table. Tables of four columns hold two rows side by side.
    /// </summary>
    /// <param name="text">A document's text with tabs between cells, as <see cref="DocumentText"/> gives it.</param>
    public static string ToHeadings(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        var written = new StringBuilder(text.Length + 64);
        for (var i = 0; i < lines.Length;)
        {
            var rows = lines.Skip(i).TakeWhile(line => PairsIn(line) is not null).ToList();
            var known = rows.SelectMany(row => PairsIn(row)!).Select(pair => GuideLabels.FieldOf(pair.Label)).OfType<GuideField>().Distinct();
            if (known.Count() >= FewestKnown)
            {
                AddHeadings(written, rows);
                i += rows.Count;
                continue;
            }

            written.Append(lines[i]).Append(++i < lines.Length ? "\n" : "");
        }

        return written.ToString();
    }

    private static void AddHeadings(StringBuilder written, IEnumerable<string> rows)
    {
        foreach (var (label, said) in rows.SelectMany(row => PairsIn(row)!))
        {
            // A row without a label goes on with the one above.
            written.Append(label.Length > 0 ? $"# {label}\n" : "").Append(said).Append(said.Length > 0 ? "\n" : "");
        }
    }

    /// <summary>The row's labels with what is said of each; null for a line that is no such row.</summary>
    private static List<(string Label, string Said)>? PairsIn(string line)
    {
        var cells = line.Split('\t').Select(cell => cell.Trim()).ToArray();
        if (cells.Length is not (2 or 4))
        {
            return null;
        }

        var pairs = cells.Chunk(2).Select(pair => (Label: pair[0], Said: pair[1])).ToList();
        var isWritten = pairs.Exists(pair => pair.Label.Length > 0 || pair.Said.Length > 0);
        return isWritten && pairs.TrueForAll(pair => pair.Label.Length <= LongestLabel) ? pairs : null;
    }
}
