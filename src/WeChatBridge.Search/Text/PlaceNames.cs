using System.Collections.Frozen;

namespace WeChatBridge.Search.Text;

/// <summary>Recognises the names of provinces, prefectures and counties, and of the townships around.</summary>
internal static class PlaceNames
{
    private static readonly FrozenSet<string> Names =
        CharacterData.Lines("places")[0].Split(' ').Select(CharacterFolding.Fold).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NamesBySpan =
        Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Names.Max(name => name.Length);

    /// <summary>The longest names in a folded text, from left to right, without overlaps.</summary>
    public static IReadOnlyList<string> Find(string folded)
    {
        var found = new List<string>();
        for (var i = 0; i + 1 < folded.Length;)
        {
            var length = LongestAt(folded, i);
            if (length > 0)
            {
                found.Add(folded.Substring(i, length));
            }

            i += Math.Max(length, 1);
        }

        return found;
    }

    /// <summary>A name without the word for its rank, as people say it: 江西 for 江西省; the name itself where too little is left.</summary>
    public static string Bare(string name)
    {
        var bare = name.TrimEnd('省', '市', '县', '区', '旗', '镇', '乡');
        return bare.Length >= 2 ? bare : name;
    }

    private static int LongestAt(string folded, int index)
    {
        for (var length = Math.Min(Longest, folded.Length - index); length >= 2; length--)
        {
            if (NamesBySpan.Contains(folded.AsSpan(index, length)))
            {
                return length;
            }
        }

        return 0;
    }
}
