using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Answers.Understanding;

/// <summary>Reads a pick out of a numbered choice that was shown.</summary>
/// <remarks>
/// A pick is a number and nothing but words that pick (「选2」, 「要第三个」, 「最后一个」), or a label, or a part of exactly one label. The
/// rest is a new question: a follower who is handed the wrong section because a figure stood in the question cannot tell why.
/// 「上面那个」 and 「下面那个」 say which only where two were shown; 「中间那个」 where three were.
/// </remarks>
internal static partial class ChoicePick
{
    /// <summary>No shown list is longer; a higher number is a year, a phone, a house.</summary>
    private const int LongestList = 20;

    private const int ShortestPart = 2;

    /// <summary>The picked place in the labels, from 0, or null where the text is no clear pick.</summary>
    public static int? Read(string text, IReadOnlyList<string> labels)
    {
        var bare = QuestionText.Bare(text);
        return WholeLabel(bare, labels)
            ?? (NumberIn(bare) ?? PlaceIn(bare, labels.Count)) switch
            {
                { } number when number >= 1 && number <= labels.Count => number - 1,
                { } => null,
                null => PartOfLabel(bare, labels),
            };
    }

    /// <summary>True for a message that only picks by number: after the choice has lapsed, it asks for the list again.</summary>
    public static bool LooksLikeNumber(string text) => NumberIn(QuestionText.Bare(text)) is >= 1 and <= LongestList;

    private static int? NumberIn(string bare) =>
        Number().Match(bare) is { Success: true } match ? QuestionText.Number(match.Groups["n"].ValueSpan) : null;

    private static int? PlaceIn(string bare, int count) => Place().Match(bare) switch
    {
        { Success: false } => null,
        { Groups: var groups } when groups["last"].Success => count,
        { Groups: var groups } when groups["upper"].Success && count == 2 => 1,
        { Groups: var groups } when groups["lower"].Success && count == 2 => 2,
        { Groups: var groups } when groups["middle"].Success && count == 3 => 2,
        _ => 0,
    };

    private static int? WholeLabel(string bare, IReadOnlyList<string> labels) =>
        Only(labels, label => Letters(label) == Letters(bare)) ?? Only(labels, label => PiecesOf(label).Contains(Letters(bare)));

    private static int? PartOfLabel(string bare, IReadOnlyList<string> labels)
    {
        // First as it was said: 选举 and 问题 are no picking of 举 and 题.
        string[] parts = [Letters(bare), Letters(PickingWords().Replace(bare, ""))];
        return parts.Distinct().Select(part => PartNamed(part, labels)).FirstOrDefault(place => place is not null);
    }

    private static int? PartNamed(string part, IReadOnlyList<string> labels) =>
        part.Length < ShortestPart || !part.Any(char.IsLetter)
            ? null
            : Only(labels, label => PiecesOf(label).Contains(part))
                ?? Only(labels, label => Letters(label).Contains(part, StringComparison.Ordinal));

    private static int? Only(IReadOnlyList<string> labels, Func<string, bool> isMeant)
    {
        var meant = Enumerable.Range(0, labels.Count).Where(i => isMeant(labels[i])).Take(2).ToArray();
        return meant is [var only] ? only : null;
    }

    // 一、概述《2017年年度报告》: each of its three parts may be said alone.
    private static IEnumerable<string> PiecesOf(string label) =>
        Separators().Split(QuestionText.Fold(label)).Select(Letters)
            .Where(piece => piece.Length >= ShortestPart && piece.Any(char.IsLetter));

    private static string Letters(string text) => string.Concat(QuestionText.Fold(text).Where(char.IsLetterOrDigit));

    [GeneratedRegex(
        @"^(?:我)?(?:就)?(?:(?:想)?(?<verb>选择?|要|看|查|问|点|回复|发)(?:一下)?)?(?:看)?(?:的?(?:是)?(?:序号|编号|no\.?|数字))?(?<nth>第)? ?"
        + @"(?<n>\d{1,2}|[一二两三四五六七八九十]{1,3}) ?(?:[号项]|(?(nth)|(?(verb)|$))(?:个|条|种))?(?:选项)?(?:的|那个|那项)?$")]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(?:我)?(?:就)?(?:想)?(?:选择?|要|看|查|问|点)?(?:(?<last>最后(?:面)?(?:那|的)?(?:一)?[个项条]?|最末(?:一)?[个项条]?|倒数第一[个项条]?|最下面(?:那|的)?(?:一)?[个项条]?)"
        + "|(?<upper>(?:上面|前面|上边)(?:那|的)?(?:一)?[个项条]?|前一[个项条])|(?<lower>(?:下面|后面|下边)(?:那|的)(?:一)?[个项条]?|后一[个项条])"
        + "|(?<middle>中间(?:那|的)?(?:一)?[个项条]?))$")]
    private static partial Regex Place();

    [GeneratedRegex(
        "^(?:我)?(?:就)?(?:想|要|想要)?(?:选(?!举|民|址|聘)择?|要(?!求|点|件|闻)|看(?!病|护|守)|查(?!处|封)询?|问(?!题|卷|责|候|询)|点(?!位|名)|是(?!否))"
        + "(?:的)?(?:是)?|(?:的)?(?:那|这)(?:一)?[个项条]$")]
    private static partial Regex PickingWords();

    [GeneratedRegex(@"[《》、，,（）()：:·\s]+")]
    private static partial Regex Separators();
}
