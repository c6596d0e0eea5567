using System.Collections.Frozen;
using WeChatBridge.Search.Index;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Questions;

/// <summary>The neighbouring characters of a question, found again however they are misspelt.</summary>
internal sealed class SpokenPairs
{
    private readonly FrozenSet<uint> _written;
    private readonly FrozenSet<(string First, string Second)> _spoken;
    private readonly ILookup<char, char> _seconds;
    private readonly ILookup<char, char> _firsts;

    public SpokenPairs(string text)
    {
        var pairs = Enumerable.Range(0, Math.Max(0, text.Length - 1)).Where(i => Is(text, i))
            .Select(i => (First: text[i], Second: text[i + 1])).ToList();
        _written = pairs.Select(pair => Terms.OfPair(pair.First, pair.Second)).ToFrozenSet();
        _spoken = pairs.SelectMany(pair => Sounds(pair.First, pair.Second)).ToFrozenSet();
        _seconds = pairs.ToLookup(pair => pair.First, pair => pair.Second);
        _firsts = pairs.ToLookup(pair => pair.Second, pair => pair.First);
    }

    public static bool Is(string text, int index) => CharacterFolding.IsHan(text[index]) && CharacterFolding.IsHan(text[index + 1]);

    /// <summary>True where the pair stands there, or one that may have been meant: both read alike, or one nearly so.</summary>
    public bool Says(char first, char second) => _written.Contains(Terms.OfPair(first, second))
        || Sounds(first, second).Any(_spoken.Contains)
        || _seconds[first].Any(other => Misspellings.NearlyAlike(second, other))
        || _firsts[second].Any(other => Misspellings.NearlyAlike(first, other));

    private static IEnumerable<(string First, string Second)> Sounds(char first, char second) =>
        Pinyin.ReadingsOf(first).SelectMany(one => Pinyin.ReadingsOf(second).Select(other => (one, other)));
}
