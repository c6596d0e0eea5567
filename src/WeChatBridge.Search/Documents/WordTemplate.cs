using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>
/// Writes a small .docx with a title and headings that <see cref="DocumentText"/> reads back. The same text gives the same bytes.
/// </summary>
public static class WordTemplate
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string TitleStyle = "Title";
    private const string HeadingStyle = "Heading1";
    private const string TextStyle = "Normal";

    // Half points, as Word counts: 二号, 三号.
    private const int TitleSize = 44;
    private const int TextSize = 32;

    /// <summary>The earliest date a ZIP archive can hold; any fixed one does.</summary>
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the document.</summary>
    /// <param name="text">A line a paragraph: <c># </c> begins the title, <c>## </c> a heading.</param>
    public static byte[] Write(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(ContentType, "main");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = StylesOf();
            var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            main.Document = new Document(new Body(lines.Select(ToParagraph)));
        }

        return WithoutTimes(stream.ToArray());
    }

    private static Paragraph ToParagraph(string line)
    {
        var (style, words) = line switch
        {
            ['#', '#', ..] => (HeadingStyle, line[2..]),
            ['#', ..] => (TitleStyle, line[1..]),
            _ => (TextStyle, line),
        };
        return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new WordRun(words.Trim())));
    }

    private static Styles StylesOf() => new(
        StyleOf(TextStyle, "仿宋", TextSize, new StyleParagraphProperties(new Indentation { FirstLineChars = 200 })),
        StyleOf(TitleStyle, "宋体", TitleSize, new StyleParagraphProperties(new Justification { Val = JustificationValues.Center })),
        StyleOf(HeadingStyle, "黑体", TextSize, new StyleParagraphProperties(new KeepNext(), new OutlineLevel { Val = 0 })));

    private static Style StyleOf(string id, string font, int size, StyleParagraphProperties properties) => new(
        new StyleName { Val = id == HeadingStyle ? "heading 1" : id },
        properties,
        new StyleRunProperties(new RunFonts { EastAsia = font }, new FontSize { Val = $"{size}" }))
    {
        Type = StyleValues.Paragraph,
        StyleId = id,
        Default = id == TextStyle,
    };

    // The package writer stamps every entry with the time of writing.
    private static byte[] WithoutTimes(byte[] package)
    {
        using var written = new MemoryStream();
        using (var target = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        using (var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        {
            // '[' stands before '_' and 'w': the content types come first, as readers expect.
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName);
                copy.LastWriteTime = Fixed;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return written.ToArray();
    }
}
