using System.Runtime.InteropServices;

namespace WeChatBridge.Search.Text;

/// <summary>Cuts folded text into what is compared: pairs of neighbouring Chinese characters, words of letters and digits.</summary>
/// <remarks>A term is 32 bits: the two characters of a pair, or a word's hash with the four highest bits set, where no pair lies.</remarks>
internal static class Terms
{
    private const uint WordMark = 0xF000_0000;

    /// <summary>The term of two Chinese characters.</summary>
    public static uint OfPair(char first, char second) => ((uint)first << 16) | second;

    /// <summary>The term of a word of letters and digits.</summary>
    public static uint OfWord(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var character in word)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return hash | WordMark;
    }

    /// <summary>Adds the terms of a folded text, repeats included.</summary>
    public static void AddTo(List<uint> terms, ReadOnlySpan<char> folded)
    {
        for (var i = 0; i < folded.Length;)
        {
            if (CharacterFolding.IsHan(folded[i]))
            {
                var next = NextVisible(folded, i);
                if (next < folded.Length && CharacterFolding.IsHan(folded[next]))
                {
                    terms.Add(OfPair(folded[i], folded[next]));
                }

                i = next;
            }
            else
            {
                var length = WordLength(folded[i..]);
                if (length > 0)
                {
                    terms.Add(OfWord(folded.Slice(i, length)));
                }

                i += Math.Max(length, 1);
            }
        }
    }

    /// <summary>The terms of a folded text, each once.</summary>
    public static IReadOnlyList<uint> Distinct(string folded)
    {
        var terms = new List<uint>();
        AddTo(terms, folded);
        CollectionsMarshal.AsSpan(terms).Sort();
        return [.. terms.Distinct()];
    }

    /// <summary>How many letters and digits the text begins with.</summary>
    public static int WordLength(ReadOnlySpan<char> folded)
    {
        var length = 0;
        while (length < folded.Length && char.IsAsciiLetterOrDigit(folded[length]))
        {
            length++;
        }

        return length;
    }

    private static int NextVisible(ReadOnlySpan<char> folded, int index)
    {
        do
        {
            index++;
        }
        while (index < folded.Length && folded[index] == CharacterFolding.Invisible);

        return index;
    }
}
