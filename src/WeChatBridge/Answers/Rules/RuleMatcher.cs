using System.Text.RegularExpressions;

namespace WeChatBridge.Answers.Rules;

/// <summary>
/// Tells which rules a message calls. Exact beats contained beats pattern, then the longer contained keyword, then priority; rules that are
/// equal in all of it are called together. Immutable; any number of threads may ask at once.
/// </summary>
internal sealed class RuleMatcher
{
    public static readonly RuleMatcher Empty = new([]);

    private readonly IReadOnlyList<Prepared> _rules;

    private RuleMatcher(IReadOnlyList<Prepared> rules) => _rules = rules;

    public static RuleMatcher Of(IEnumerable<KeyValuePair<long, RuleContent>> rules) =>
        new([.. rules.OrderBy(rule => rule.Key).Select(rule => new Prepared(rule.Key, rule.Value))]);

    /// <summary>The rules that are called, by their ids, lowest first; several where nothing tells them apart.</summary>
    /// <param name="words">What the follower said.</param>
    /// <param name="day">The day it is in the office.</param>
    public IReadOnlyList<long> Find(string words, DateOnly day)
    {
        var (whole, bare) = RuleWords.Read(words);
        if (whole.Length == 0)
        {
            return [];
        }

        var called = _rules.Where(rule => rule.Content.IsValidOn(day))
            .Select(rule => (rule.Id, Call: rule.CalledBy(whole, bare))).Where(rule => rule.Call is not null).ToList();
        var best = called.Max(rule => rule.Call);
        return [.. called.Where(rule => rule.Call == best).Select(rule => rule.Id)];
    }

    /// <summary>Whether the words, polite ones aside, are all of some rule's keyword.</summary>
    public bool CallsExactly(string words, DateOnly day)
    {
        var (whole, bare) = RuleWords.Read(words);
        return _rules.Any(rule => rule.Content.IsValidOn(day) && rule.IsCalledExactlyBy(whole, bare));
    }

    private sealed class Prepared(long id, RuleContent content)
    {
        private readonly HashSet<string> _exact = [.. Of(content, KeywordMatch.Exact).Select(RuleWords.Normalise)];

        private readonly string[] _contained =
            [.. Of(content, KeywordMatch.Contained).Select(RuleWords.Normalise).OrderByDescending(word => word.Length)];

        private readonly Regex[] _patterns = [.. Of(content, KeywordMatch.Pattern).Select(RuleWords.Compile)];

        public long Id { get; } = id;

        public RuleContent Content { get; } = content;

        public bool IsCalledExactlyBy(string whole, string bare) => _exact.Contains(whole) || _exact.Contains(bare);

        /// <summary>How well it is called, the greater the better; null where it is not.</summary>
        public (int Match, int Length, int Priority)? CalledBy(string whole, string bare)
        {
            if (IsCalledExactlyBy(whole, bare))
            {
                return (-(int)KeywordMatch.Exact, 0, Content.Priority);
            }

            if (_contained.FirstOrDefault(word => whole.Contains(word, StringComparison.Ordinal)) is { } word)
            {
                return (-(int)KeywordMatch.Contained, word.Length, Content.Priority);
            }

            return _patterns.Any(pattern => pattern.IsMatch(whole)) ? (-(int)KeywordMatch.Pattern, 0, Content.Priority) : null;
        }

        private static IEnumerable<string> Of(RuleContent content, KeywordMatch match) =>
            content.Keywords.Where(keyword => keyword.Match == match).Select(keyword => keyword.Text);
    }
}
