using DocumentFormat.OpenXml.Wordprocessing;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>Counts the numbers Word shows but does not store.</summary>
internal sealed class WordNumbering(Numbering? definitions)
{
    private const int Levels = 9;

    private readonly Dictionary<int, AbstractNum> _lists = FindLists(definitions);
    private readonly Dictionary<int, int[]> _counters = [];

    /// <summary>The number of a paragraph as shown, with a space behind; empty where it has none or only a bullet.</summary>
    public string NumberOf(Paragraph paragraph)
    {
        var numbering = paragraph.ParagraphProperties?.NumberingProperties;
        var level = numbering?.NumberingLevelReference?.Val?.Value ?? 0;
        if (numbering?.NumberingId?.Val?.Value is not { } id || level is < 0 or >= Levels || !_lists.TryGetValue(id, out var list))
        {
            return "";
        }

        var counters = _counters.TryGetValue(id, out var known) ? known : _counters[id] = new int[Levels];
        counters[level]++;
        Array.Clear(counters, level + 1, Levels - level - 1);
        return Show(list, level, counters);
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
