using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>Words that mean the same to a citizen and to an office; kept by staff.</summary>
public sealed class Vocabulary
{
    /// <summary>No synonyms.</summary>
    public static readonly Vocabulary Empty = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    private readonly Dictionary<string, IReadOnlyList<string>>.AlternateLookup<ReadOnlySpan<char>> _groups;

    private readonly ILookup<char, char> _successors;

    private Vocabulary(Dictionary<string, IReadOnlyList<string>> groups)
    {
        _groups = groups.GetAlternateLookup<ReadOnlySpan<char>>();
        _successors = groups.Keys.SelectMany(word => word.Zip(word.Skip(1))).ToLookup(pair => pair.First, pair => pair.Second);
        LongestWord = groups.Keys.Select(word => word.Length).DefaultIfEmpty().Max();
    }

    /// <summary>The length of the longest word, in characters.</summary>
    internal int LongestWord { get; }

    /// <summary>
    /// Reads lines of words separated by tabs; the words of a line mean the same. Empty lines and lines that begin with # are skipped; a
    /// word shorter than two characters is ignored.
    /// </summary>
    public static Vocabulary Parse(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => !line.StartsWith('#')))
        {
            var words = line.Split('\t', StringSplitOptions.TrimEntries).Where(word => word.Length > 1)
                .Select(CharacterFolding.Fold).Distinct(StringComparer.Ordinal).ToList();
            foreach (var word in words)
            {
                var others = words.Where(other => other != word);
                groups[word] = groups.TryGetValue(word, out var known) ? [.. known.Union(others)] : [.. others];
            }
        }

        return new Vocabulary(groups);
    }

    /// <summary>The characters that follow a character in some word.</summary>
    internal IEnumerable<char> SuccessorsOf(char first) => _successors[first];

    /// <summary>The other words for a folded word.</summary>
    internal IReadOnlyList<string> SynonymsOf(ReadOnlySpan<char> word) => _groups.TryGetValue(word, out var others) ? others : [];
}
