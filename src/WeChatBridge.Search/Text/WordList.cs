using System.Collections.Frozen;

namespace WeChatBridge.Search.Text;

/// <summary>Finds the words of a list in a text.</summary>
internal sealed class WordList
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly int _longest;

    /// <param name="words">The words, folded here; shorter than two characters they would be found everywhere.</param>
    public WordList(IEnumerable<string> words)
    {
        var folded = words.Select(CharacterFolding.Fold).Where(word => word.Length > 1).ToFrozenSet(StringComparer.Ordinal);
        _words = folded.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = folded.Count == 0 ? 0 : folded.Max(word => word.Length);
    }

    /// <summary>Where the longest words stand in a folded text, from left to right, without overlaps.</summary>
    public List<(int Start, int Length)> Find(ReadOnlySpan<char> folded)
    {
        var found = new List<(int, int)>();
        for (var i = 0; i + 1 < folded.Length;)
        {
            var length = LongestAt(folded[i..]);
            if (length > 0)
            {
                found.Add((i, length));
            }

            i += Math.Max(length, 1);
        }

        return found;
    }

    private int LongestAt(ReadOnlySpan<char> folded)
    {
        for (var length = Math.Min(_longest, folded.Length); length >= 2; length--)
        {
            if (_words.Contains(folded[..length]))
            {
                return length;
            }
        }

        return 0;
    }
}
