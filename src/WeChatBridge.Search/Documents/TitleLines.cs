using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>Finds a document's title at its beginning, over several lines if need be, past buttons and navigation of a web page.</summary>
internal static partial class TitleLines
{
    private const int LinesRead = 24;
    private const int LongestTitle = 90;
    private const int MostLines = 4;
    private const int ShortestTitle = 3;

    /// <summary>The line after the title and the title; (0, null) where none is found.</summary>
    public static (int End, string? Title) Find(IReadOnlyList<TextLine> lines, int limit)
    {
        var written = Enumerable.Range(0, Math.Min(lines.Count, limit)).Where(index => !lines[index].IsBlank)
            .TakeWhile(index => !IsProse(lines[index])).Take(LinesRead).ToList();
        for (var i = 0; i < written.Count; i++)
        {
            if (JoinedTitle(lines, written, i) is { } found)
            {
                return found;
            }
        }

        var first = written.FirstOrDefault(index => IsLikelyTitle(lines[index]) && lines[index].Content.Length >= ShortestTitle, -1);
        return first < 0 ? (0, null) : (first + 1, Bare(lines[first]));
    }

    /// <summary>True where the last words say what kind of document it is.</summary>
    public static bool NamesKind(string title) => KindOfDocument().IsMatch(title);

    private static (int End, string Title)? JoinedTitle(IReadOnlyList<TextLine> lines, List<int> written, int from)
    {
        var title = "";
        for (var i = from; i < Math.Min(written.Count, from + MostLines); i++)
        {
            if (!IsLikelyTitle(lines[written[i]]) || (i == from && lines[written[i]].Content.Length < ShortestTitle))
            {
                return null;
            }

            title += Bare(lines[written[i]]);
            if (title.Length > LongestTitle)
            {
                return null;
            }

            if (NamesKind(title) && !GoesOn(lines, written[i]))
            {
                return (written[i] + 1, title);
            }
        }

        return null;
    }

    // No title comes after the first sentence.
    private static bool IsProse(TextLine line) => line.Content.Length > LongestTitle || line.Content.EndsWith('。');

    // ……所作的政府工作报告 / 。会议充分肯定: the kind of document in the middle of a sentence is no title.
    private static bool GoesOn(IReadOnlyList<TextLine> lines, int index)
    {
        var next = lines.Skip(index + 1).FirstOrDefault(line => !line.IsBlank);
        return next is { Content: ['。' or '，' or '、', ..] };
    }

    private static bool IsDate(TextLine line) => ChineseDate.Find(line.Folded) is { } date && date.Length >= line.Content.Length - 2;

    private static bool IsLikelyTitle(TextLine line) =>
        line.Content.Length is > 0 and <= 70 && !IsDate(line) && !Noise().IsMatch(Placeholder().Replace(line.Content, ""))
        && line.Content[^1] is not ('。' or '：' or '；' or '，' or '！');

    private static string Bare(TextLine line) => Marks().Replace(line.Content, "");

    [GeneratedRegex(
        "(?:报告|通知|公告|通告|办法|意见|方案|指南|条例|规定|细则|决定|决议|复函|批复|通报|规则|预算|决算|制度|一览|简介|指引|解答|要点|规划|纲要|函|答复|措施|公示|须知|流程)"
        + "(?:[（(].*[)）])?$")]
    private static partial Regex KindOfDocument();

    [GeneratedRegex("[>＞|【】]|^[-—]|字号|来源|发布人|首页|关注|当前位置|下载|打印|文件$|〔|^各位|^索引|^发布|^时间|^20\\d\\d-\\d\\d|[a-z]{2,}:|目录")]
    private static partial Regex Noise();

    // A template's title still has places to fill in.
    [GeneratedRegex("【请填写[^】]*】")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^#+\s*|[\u200B\uFEFF]")]
    private static partial Regex Marks();
}
