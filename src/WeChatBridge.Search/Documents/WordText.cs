using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>Reads .docx: a paragraph a line with the number Word shows, headings marked with #, table cells set apart by tabs.</summary>
internal sealed class WordText
{
    // A small file may unpack to a huge one.
    private const long MostCharactersInPart = 20_000_000;

    private readonly StringBuilder _text = new();
    private readonly WordNumbering _numbering;
    private readonly Dictionary<string, int> _headingStyles;
    private readonly WordLook _look;

    private WordText(MainDocumentPart document)
    {
        _look = new WordLook(document);
        _numbering = new WordNumbering(document.NumberingDefinitionsPart?.Numbering, document.StyleDefinitionsPart?.Styles);
        _headingStyles = FindHeadingStyles(document.StyleDefinitionsPart?.Styles);
    }

    public static DocumentReading Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var package = WordprocessingDocument.Open(stream, false, new OpenSettings { MaxCharactersInPart = MostCharactersInPart });
            if (package.MainDocumentPart?.Document.Body is not { } body)
            {
                return DocumentReading.Refused(DocumentRefusal.Damaged);
            }

            var reader = new WordText(package.MainDocumentPart);
            reader.AddBlocks(body);
            return DocumentReading.Read(reader._text.ToString());
        }
        catch (Exception damage) when (damage is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException
            or InvalidOperationException or ArgumentException or FormatException or IOException or NotSupportedException)
        {
            return DocumentReading.Refused(DocumentRefusal.Damaged);
        }
    }

    // A style is a heading by its outline level; the names differ from language to language.
    private static Dictionary<string, int> FindHeadingStyles(Styles? styles) =>
        (styles?.Elements<Style>() ?? [])
            .Where(style => style.StyleId?.Value is not null && style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is >= 0 and < 6)
            .DistinctBy(style => style.StyleId!.Value)
            .ToDictionary(
                style => style.StyleId!.Value!,
                style => style.StyleParagraphProperties!.OutlineLevel!.Val!.Value + 1,
                StringComparer.Ordinal);

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
                    AddTable(table);
                    break;
                case SdtBlock { SdtContentBlock: { } content }:
                    AddBlocks(content);
                    break;
            }
        }
    }

    private void AddParagraph(Paragraph paragraph)
    {
        var text = TextOf(paragraph);
        if (text.Trim().Length > 0)
        {
            var level = LevelOf(paragraph);
            _text.Append('#', level).Append(level > 0 ? " " : "").Append(_numbering.NumberOf(paragraph)).Append(text);
        }

        _text.Append('\n');
        foreach (var box in BoxesIn(paragraph))
        {
            AddBlocks(box);
        }
    }

    private int LevelOf(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        if (properties?.OutlineLevel?.Val?.Value is >= 0 and < 6 and var direct)
        {
            return direct + 1;
        }

        var byStyle = _headingStyles.GetValueOrDefault(properties?.ParagraphStyleId?.Val?.Value ?? "");
        return byStyle > 0 ? byStyle : _look.LevelOf(paragraph, TextOf(paragraph).Trim());
    }

    private void AddTable(Table table)
    {
        foreach (var row in table.Elements<TableRow>())
        {
            var cells = row.Elements<TableCell>()
                .Select(cell => string.Join(' ', cell.Descendants<Paragraph>().Where(IsShown).Select(TextOf)).Trim());
            _text.AppendJoin('\t', cells).Append('\n');
        }
    }

    internal static string TextOf(OpenXmlElement paragraph)
    {
        var text = new StringBuilder();
        AddText(text, paragraph);
        return text.ToString();
    }

    // A text box has paragraphs of its own; what stands in for it in older programs is the same box once more.
    private static void AddText(StringBuilder text, OpenXmlElement parent)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case AlternateContentFallback or TextBoxContent:
                    break;
                case WordRun run:
                    text.Append(run.Text);
                    break;
                case TabChar:
                    text.Append('\t');
                    break;
                case Break or CarriageReturn:
                    text.Append('\n');
                    break;
                default:
                    AddText(text, element);
                    break;
            }
        }
    }

    private static IEnumerable<TextBoxContent> BoxesIn(Paragraph paragraph) =>
        paragraph.Descendants<TextBoxContent>().Where(box => IsShown(box) && box.Ancestors<Paragraph>().First() == paragraph);

    private static bool IsShown(OpenXmlElement element) => !element.Ancestors<AlternateContentFallback>().Any();
}
