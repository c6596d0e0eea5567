using System.Buffers;
using System.Text.RegularExpressions;

namespace WeChatBridge.Answers.Understanding;

/// <summary>An event as a sentence tells it, with what stands around it.</summary>
/// <remarks>
/// What stands before an event judges it only from the event's own clause: 「为什么119打不通，我家着火了」 asks nothing about the fire. A short
/// clause before, 「去年夏天，」, and a condition, 「如果家里没人，」, reach into the next one. What stands after it is read to the sentence's end.
/// </remarks>
internal readonly partial record struct DangerEvent
{
    // How far before an event its "last year" or "how to prevent" stands.
    private const int WordsBefore = 16;

    private const int ShortClause = 6;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，,、? :：");

    private DangerEvent(string before, string after, bool isTold)
    {
        Before = before;
        After = after;
        IsTold = isTold;
    }

    /// <summary>The words of the event's own clause before it, and of the clause before where that one reaches into it.</summary>
    public string Before { get; }

    /// <summary>The rest of the sentence.</summary>
    public string After { get; }

    /// <summary>It is told as having come about, by 了 or 着呢, and not only named.</summary>
    public bool IsTold { get; }

    public static DangerEvent Of(string sentence, Match match)
    {
        var end = match.Index + match.Length;
        var told = match.ValueSpan.IndexOfAny("了啦呢") >= 0 || (end < sentence.Length && sentence[end] is '了' or '啦' or '呢');
        return new DangerEvent(WithoutDescriptions(ClauseBefore(sentence, match.Index)), sentence[end..], told);
    }

    private static string ClauseBefore(string sentence, int index)
    {
        var before = sentence[..index];
        var begin = before.AsSpan().LastIndexOfAny(ClauseEnds) + 1;
        if (begin > 0)
        {
            var earlier = before[..(begin - 1)];
            var clause = earlier[(earlier.AsSpan().LastIndexOfAny(ClauseEnds) + 1)..];
            begin = clause.Length <= ShortClause || Condition().IsMatch(clause) ? begin - 1 - clause.Length : begin;
        }

        return before[Math.Max(begin, index - WordsBefore)..];
    }

    // 去年刚买的车, 前年盖的房子, 8月的预产期: when something was bought or built says nothing about when it burns.
    private static string WithoutDescriptions(string before) => Description().Replace(before, "");

    [GeneratedRegex("^(?:如果|假如|假设|倘若|要是|一旦|万一|以后)")]
    private static partial Regex Condition();

    [GeneratedRegex("[^，, ]{0,10}(?:买|盖|建|修|打|收|种|接|装|生|搬|换|领|租|养|申请|出生|结婚|分|拉|开)(?:来|起来|下)?的|[0-9]{1,2}月份?的预产期")]
    private static partial Regex Description();
}
