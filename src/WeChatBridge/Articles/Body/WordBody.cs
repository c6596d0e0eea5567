using System.Net;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WeChatBridge.Search.Documents;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Body;

/// <summary>
/// Makes a body from a .docx file: headings, paragraphs with their alignment, lists, tables, pictures, and what is bold, slanted,
/// underlined or coloured. Numbers Word counts stand as text, as the office wrote them (一、（一）1.).
/// </summary>
internal sealed class WordBody
{
    // A small file may unpack to a huge one.
    private const long MostCharactersInPart = 20_000_000;
    private const int SmallestHeading = 6;

    private readonly StringBuilder _html = new();
    private readonly WordNumbering _numbering;
    private readonly WordRuns _runs;
    private readonly WordHeadings _headings;
    private bool _isInList;

    private WordBody(MainDocumentPart document, BodyLosses losses)
    {
        _numbering = new WordNumbering(document.NumberingDefinitionsPart?.Numbering, document.StyleDefinitionsPart?.Styles);
        _headings = new WordHeadings(document.StyleDefinitionsPart?.Styles);
        _runs = new WordRuns(document, losses);
    }

    /// <summary>The body; refused with a Chinese sentence where the file cannot be opened.</summary>
    public static Outcome<ArticleBody> Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var package = WordprocessingDocument.Open(stream, false, new OpenSettings { MaxCharactersInPart = MostCharactersInPart });
            if (package.MainDocumentPart is not { } document || IsTooDeep(document) || document.Document.Body is not { } body)
            {
                return Outcome<ArticleBody>.Refused(ArticleTexts.WordDamaged);
            }

            var losses = new BodyLosses();
            var reader = new WordBody(document, losses);
            reader.AddBlocks(body);
            reader.EndList();
            var clean = BodyCleaning.Clean(reader._html.ToString());
            return clean with { Losses = [.. losses.Sentences.Union(clean.Losses)] };
        }
        catch (Exception damage) when (damage is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException
            or InvalidOperationException or ArgumentException or FormatException or IOException or NotSupportedException)
        {
            return Outcome<ArticleBody>.Refused(ArticleTexts.WordDamaged);
        }
    }

    // Looked at before the tree is built: tables in tables in tables would exhaust the stack.
    private static bool IsTooDeep(MainDocumentPart document)
    {
        using var stream = document.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { MaxCharactersInDocument = MostCharactersInPart });
        while (reader.Read())
        {
            if (reader.Depth > BodyElements.DeepestNesting)
            {
                return true;
            }
        }

        return false;
    }

    private void AddBlocks(OpenXmlElement parent)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    AddParagraph(paragraph);
                    break;
                case Table table:
                    EndList();
                    AddTable(table);
                    break;
                case SdtBlock { SdtContentBlock: { } content }:
                    AddBlocks(content);
                    break;
                case CustomXmlBlock or InsertedRun or MoveToRun:
                    AddBlocks(element);
                    break;
            }
        }
    }

    private void AddParagraph(Paragraph paragraph)
    {
        var content = _runs.Write(paragraph);
        if (_numbering.IsBulleted(paragraph))
        {
            _html.Append(_isInList ? "<li>" : "<ul><li>").Append(content).Append("</li>");
            _isInList = true;
            AddTextBoxes();
            return;
        }

        EndList();
        var level = _headings.LevelOf(paragraph);
        var name = level > 0 ? $"h{Math.Min(level + 1, SmallestHeading)}" : "p";
        var number = content.Length > 0 ? NumberOf(paragraph) : "";
        _html.Append($"<{name} style=\"{ParagraphStyle(paragraph, isHeading: level > 0)}\">{number}{content}</{name}>");
        AddTextBoxes();
    }

    private string NumberOf(Paragraph paragraph) => WebUtility.HtmlEncode(WordPaste.Spaced(_numbering.NumberOf(paragraph).Trim()));

    private string ParagraphStyle(Paragraph paragraph, bool isHeading)
    {
        var alignment = (paragraph.ParagraphProperties?.Justification ?? _headings.AlignmentOf(paragraph))?.Val?.Value switch
        {
            JustificationValues.Center => "text-align:center",
            JustificationValues.Right or JustificationValues.End => "text-align:right",
            _ => "",
        };
        var isIndented = !isHeading && IsIndented(paragraph.ParagraphProperties?.Indentation);
        return alignment.Length == 0 && isIndented ? HouseStyle.Indented : alignment;
    }

    private static bool IsIndented(Indentation? indentation) =>
        indentation?.FirstLineChars?.Value > 0 || (int.TryParse(indentation?.FirstLine?.Value, out var twips) && twips > 0);

    /// <summary>Text boxes hang on a paragraph; a body has no boxes, so their text follows it.</summary>
    private void AddTextBoxes()
    {
        foreach (var box in _runs.TakeTextBoxes())
        {
            EndList();
            AddBlocks(box);
        }
    }

    private void EndList()
    {
        _html.Append(_isInList ? "</ul>" : "");
        _isInList = false;
    }

    private void AddTable(Table table)
    {
        _html.Append($"<table style=\"{HouseStyle.Table}\">");
        foreach (var row in WordTableRow.RowsOf(table))
        {
            _html.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                AddCell(cell, row.IsHeader ? "th" : "td");
            }

            _html.Append("</tr>");
        }

        _html.Append("</table>");
    }

    private void AddCell(WordTableCell cell, string name)
    {
        _html.Append($"<{name} colspan=\"{cell.Columns}\" rowspan=\"{cell.Rows}\" style=\"{HouseStyle.Cell}\">");
        if (cell.Content.ChildElements.OfType<Paragraph>().ToList() is [var only] && !cell.Content.Elements<Table>().Any()
            && !_numbering.IsBulleted(only))
        {
            _html.Append($"<span>{NumberOf(only)}{_runs.Write(only)}</span>");
            AddTextBoxes();
        }
        else
        {
            AddBlocks(cell.Content);
            EndList();
        }

        _html.Append($"</{name}>");
    }
}
