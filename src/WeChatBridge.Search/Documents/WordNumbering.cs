using DocumentFormat.OpenXml.Wordprocessing;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>Counts the numbers Word shows but does not store. Ask for each paragraph once, in the document's order.</summary>
/// <param name="definitions">The document's lists; null where it has none.</param>
/// <param name="styles">The document's styles, which may put a paragraph into a list; null where it has none.</param>
public sealed class WordNumbering(Numbering? definitions, Styles? styles)
{
    private const int Levels = 9;

    private readonly Dictionary<int, AbstractNum> _lists = FindLists(definitions);
    private readonly Dictionary<string, Style> _styles = (styles?.Elements<Style>() ?? []).Where(style => style.StyleId?.Value is not null)
        .DistinctBy(style => style.StyleId!.Value).ToDictionary(style => style.StyleId!.Value!, StringComparer.Ordinal);

    private readonly Dictionary<int, int[]> _counters = [];

    /// <summary>The number of a paragraph as shown, with a space behind; empty where it has none or only a bullet. Counts on.</summary>
    /// <param name="paragraph">A paragraph of the document.</param>
    public string NumberOf(Paragraph paragraph)
    {
        if (Find(paragraph) is not var (id, level, list))
        {
            return "";
        }

        var counters = _counters.TryGetValue(id, out var known) ? known : _counters[id] = new int[Levels];
        counters[level]++;
        Array.Clear(counters, level + 1, Levels - level - 1);
        return Show(list, level, counters);
    }

    /// <summary>Whether the paragraph is an entry of a list with signs instead of numbers.</summary>
    public bool IsBulleted(Paragraph paragraph) => Find(paragraph) is var (_, level, list)
        && list.Elements<Level>().FirstOrDefault(one => one.LevelIndex?.Value == level) is
        { NumberingFormat.Val.Value: NumberFormatValues.Bullet };

    private (int Id, int Level, AbstractNum List)? Find(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var own = properties?.NumberingProperties;
        var inherited = own?.NumberingId is null ? InStyle(properties?.ParagraphStyleId?.Val?.Value) : null;
        var level = (own?.NumberingLevelReference ?? inherited?.NumberingLevelReference)?.Val?.Value ?? 0;
        return (own?.NumberingId ?? inherited?.NumberingId)?.Val?.Value is { } id
            && level is >= 0 and < Levels && _lists.TryGetValue(id, out var list)
            ? (id, level, list)
            : null;
    }

    // A style may stand on another one; a damaged file may let them stand on each other.
    private NumberingProperties? InStyle(string? styleId)
    {
        for (var i = 0; i < Levels && styleId is not null && _styles.TryGetValue(styleId, out var style); i++)
        {
            if (style.StyleParagraphProperties?.NumberingProperties is { NumberingId: not null } found)
            {
                return found;
            }

            styleId = style.BasedOn?.Val?.Value;
        }

        return null;
    }

    private static Dictionary<int, AbstractNum> FindLists(Numbering? definitions)
    {
        var lists = new Dictionary<int, AbstractNum>();
        foreach (var instance in definitions?.Elements<NumberingInstance>() ?? [])
        {
            var list = definitions!.Elements<AbstractNum>()
                .FirstOrDefault(one => one.AbstractNumberId?.Value == instance.AbstractNumId?.Val?.Value);
            if (instance.NumberID?.Value is { } id && list is not null)
            {
                lists[id] = list;
            }
        }

        return lists;
    }

    private static string Show(AbstractNum list, int level, int[] counters)
    {
        var levels = list.Elements<Level>().Where(one => one.LevelIndex?.Value is >= 0 and < Levels)
            .DistinctBy(one => one.LevelIndex!.Value).ToDictionary(one => one.LevelIndex!.Value);
        if (!levels.TryGetValue(level, out var own)
            || own.NumberingFormat?.Val?.Value is NumberFormatValues.Bullet or NumberFormatValues.None)
        {
            return "";
        }

        var text = own.LevelText?.Val?.Value ?? "";
        for (var i = 0; i <= level; i++)
        {
            var start = levels.TryGetValue(i, out var above) ? above.StartNumberingValue?.Val?.Value ?? 1 : 1;
            var value = Math.Max(counters[i], 1) - 1 + start;
            text = text.Replace($"%{i + 1}", Write(value, above?.NumberingFormat?.Val?.Value), StringComparison.Ordinal);
        }

        return text.Length == 0 ? "" : text + " ";
    }

    private static string Write(int value, NumberFormatValues? format) => format switch
    {
        NumberFormatValues.ChineseCounting or NumberFormatValues.ChineseCountingThousand or NumberFormatValues.JapaneseCounting
            or NumberFormatValues.TaiwaneseCountingThousand or NumberFormatValues.IdeographDigital => ChineseNumeral.Write(value),
        _ => $"{value}",
    };
}
