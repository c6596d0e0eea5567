using DocumentFormat.OpenXml.Wordprocessing;

namespace WeChatBridge.Articles.Body;

/// <summary>A row of a Word table, its cells put together where Word joins them over columns or rows.</summary>
internal sealed record WordTableRow(bool IsHeader, IReadOnlyList<WordTableCell> Cells)
{
    public static IReadOnlyList<WordTableRow> RowsOf(Table table)
    {
        var open = new Dictionary<int, WordTableCell>();
        return [.. table.Elements<TableRow>().Select(row => Read(row, open))];
    }

    // A cell that goes on downwards stands in every row, empty but for the first; what is told apart by is its first column.
    private static WordTableRow Read(TableRow row, Dictionary<int, WordTableCell> open)
    {
        var cells = new List<WordTableCell>();
        var column = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
        foreach (var source in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
        {
            var columns = Math.Clamp(source.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, 100);
            var merge = source.TableCellProperties?.VerticalMerge;
            if (merge is not null && merge.Val?.Value != MergedCellValues.Restart && open.TryGetValue(column, out var above))
            {
                above.Rows++;
            }
            else
            {
                var cell = new WordTableCell(source, columns);
                cells.Add(cell);
                open.Remove(column);
                if (merge is not null)
                {
                    open[column] = cell;
                }
            }

            column += columns;
        }

        return new WordTableRow(IsHeaderRow(row), cells);
    }

    private static bool IsHeaderRow(TableRow row) =>
        row.TableRowProperties?.GetFirstChild<TableHeader>() is { Val: null or { Value: OnOffOnlyValues.On } };
}

/// <summary>A cell with the columns and rows it stands over.</summary>
internal sealed class WordTableCell(TableCell content, int columns)
{
    public TableCell Content => content;

    public int Columns => columns;

    public int Rows { get; set; } = 1;
}
