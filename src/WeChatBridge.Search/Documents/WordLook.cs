using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>Recognises headings that somebody only made bold, larger or centred: most staff never touch a style.</summary>
internal sealed class WordLook
{
    private const int Shortest = 2;
    private const int Longest = 30;
    private const int ShortestText = 40;

    // The level of a heading by look: below a title, above what is numbered.
    private const int Level = 2;

    // Sizes are in half points; Word's own default is 10.5 points.
    private const int DefaultSize = 21;
    private const double Larger = 1.15;

    private readonly Dictionary<string, Style> _styles;
    private readonly int _usualSize;
    private bool _isPastTitle;

    public WordLook(MainDocumentPart document)
    {
        _styles = (document.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? []).Where(style => style.StyleId?.Value is not null)
            .DistinctBy(style => style.StyleId!.Value).ToDictionary(style => style.StyleId!.Value!, StringComparer.Ordinal);
        _usualSize = document.Document.Body?.Descendants<Paragraph>().Where(paragraph => !IsInTable(paragraph))
            .SelectMany(paragraph => paragraph.Elements<Run>().Select(run => (Size: SizeOf(run, paragraph), WordText.TextOf(run).Length)))
            .GroupBy(run => run.Size).MaxBy(size => size.Sum(run => run.Length))?.Key ?? DefaultSize;
    }

    /// <summary>The level of a paragraph that looks like a heading, or 0. Paragraphs are asked for in order.</summary>
    public int LevelOf(Paragraph paragraph, string text)
    {
        var isText = text.Length > ShortestText || text is [.., '。' or '：' or ':' or '；'];
        if (!_isPastTitle || isText)
        {
            // The title is centred and large over several lines; it ends where the first sentence or the first number begins.
            _isPastTitle |= isText || HeadingNumber.Read(CharacterFolding.Fold(text)) is not null;
            return 0;
        }

        var isShort = text.Length is >= Shortest and <= Longest && !text.Contains('，') && char.IsLetterOrDigit(text[0]) && ChineseDate.Find(CharacterFolding.Fold(text)) is null;
        return isShort && HeadingNumber.Read(CharacterFolding.Fold(text)) is null && StandsOut(paragraph) ? Level : 0;
    }

    private bool StandsOut(Paragraph paragraph)
    {
        var runs = paragraph.Elements<Run>().Where(run => WordText.TextOf(run).Trim().Length > 0).ToList();
        var isCentred = (paragraph.ParagraphProperties?.Justification ?? StyleOf(paragraph)?.StyleParagraphProperties?.Justification)
            ?.Val?.Value == JustificationValues.Center;
        return runs.Count > 0 && !IsInTable(paragraph)
            && (isCentred || runs.TrueForAll(run => IsBold(run, paragraph)) || runs.TrueForAll(run => SizeOf(run, paragraph) >= _usualSize * Larger));
    }

    private bool IsBold(Run run, Paragraph paragraph) =>
        (run.RunProperties?.Bold ?? StyleOf(paragraph)?.StyleRunProperties?.Bold) is { } bold && (bold.Val is null || bold.Val.Value);

    private int SizeOf(Run run, Paragraph paragraph) =>
        int.TryParse((run.RunProperties?.FontSize ?? StyleOf(paragraph)?.StyleRunProperties?.FontSize)?.Val?.Value, out var size)
            ? size
            : DefaultSize;

    private Style? StyleOf(Paragraph paragraph) =>
        _styles.GetValueOrDefault(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "");

    private static bool IsInTable(OpenXmlElement paragraph) => paragraph.Ancestors<TableCell>().Any();
}
