using DocumentFormat.OpenXml.Wordprocessing;

namespace WeChatBridge.Articles.Body;

/// <summary>
/// Which paragraphs of a Word document are headings, and how a style aligns them; told by outline level, for names differ by language.
/// </summary>
internal sealed class WordHeadings(Styles? styles)
{
    private const int MostLevels = 6;
    private const int LongestChain = 10;

    private readonly Dictionary<string, Style> _styles = (styles?.Elements<Style>() ?? []).Where(style => style.StyleId?.Value is not null)
        .DistinctBy(style => style.StyleId!.Value).ToDictionary(style => style.StyleId!.Value!, StringComparer.Ordinal);

    /// <summary>1 for the highest; 0 for what is no heading.</summary>
    public int LevelOf(Paragraph paragraph)
    {
        var level = paragraph.ParagraphProperties?.OutlineLevel ?? First(paragraph, style => style.StyleParagraphProperties?.OutlineLevel);
        return level?.Val?.Value is >= 0 and < MostLevels and var found ? found + 1 : IsTitle(paragraph) ? 1 : 0;
    }

    public Justification? AlignmentOf(Paragraph paragraph) => First(paragraph, style => style.StyleParagraphProperties?.Justification);

    // The one style without an outline level whose name every language keeps in the file.
    private bool IsTitle(Paragraph paragraph) =>
        First(paragraph, style => style.StyleName) is { Val.Value: "Title" or "title" };

    private T? First<T>(Paragraph paragraph, Func<Style, T?> find)
        where T : class
    {
        var styleId = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var i = 0; i < LongestChain && styleId is not null && _styles.TryGetValue(styleId, out var style); i++)
        {
            if (find(style) is { } found)
            {
                return found;
            }

            styleId = style.BasedOn?.Val?.Value;
        }

        return null;
    }
}
