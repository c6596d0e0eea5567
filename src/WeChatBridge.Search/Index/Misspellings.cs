using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>What a pair that no document holds may have been meant to be: read alike, nearly alike, or looking alike.</summary>
internal static class Misspellings
{
    private const double TrustInSameSound = 0.8;
    private const double TrustInSameLook = 0.75;
    private const double TrustInNearSound = 0.5;
    private const int MostForms = 6;

    /// <summary>Pairs the documents do hold, the likeliest first.</summary>
    public static IEnumerable<TermForm> Of(string pair, Lexicon lexicon)
    {
        if (pair.Length != 2 || !CharacterFolding.IsHan(pair[0]))
        {
            return [];
        }

        return Known(pair, SameSound, lexicon, TrustInSameSound)
            .Concat(Known(pair, SameLook, lexicon, TrustInSameLook))
            .Concat(Known(pair, NearSound, lexicon, TrustInNearSound))
            .DistinctBy(form => form.Text)
            .Take(MostForms);
    }

    /// <summary>True where one character is easily taken for the other: by a dialect's ear, or by its look.</summary>
    public static bool NearlyAlike(char one, char other) => LookAlikes.Of(one).Contains(other)
        || Pinyin.ReadingsOf(one).SelectMany(Pinyin.NeighboursOf).Intersect(Pinyin.ReadingsOf(other)).Any();

    // One of the two characters is wrong far more often than both; both only where they sound the same.
    private static IEnumerable<TermForm> Known(string pair, Func<char, IEnumerable<char>> alike, Lexicon lexicon, double trust)
    {
        char[] firsts = [.. alike(pair[0])], seconds = [.. alike(pair[1])];
        var one = lexicon.PairsOf(firsts, [pair[1]]).Concat(lexicon.PairsOf([pair[0]], seconds));
        var both = alike == SameSound ? lexicon.PairsOf(firsts, seconds) : [];
        return Likeliest(one, trust).Concat(Likeliest(both, trust - 0.15));
    }

    private static IEnumerable<TermForm> Likeliest(IEnumerable<(char First, char Second, int Count)> pairs, double trust) =>
        pairs.OrderByDescending(pair => pair.Count).Select(pair => new TermForm($"{pair.First}{pair.Second}", trust));

    private static IEnumerable<char> SameSound(char character) =>
        Pinyin.ReadingsOf(character).SelectMany(reading => Pinyin.CharactersOf(reading).ToCharArray())
            .Distinct().Where(other => other != character);

    private static IEnumerable<char> NearSound(char character) =>
        Pinyin.ReadingsOf(character).SelectMany(Pinyin.NeighboursOf)
            .SelectMany(reading => Pinyin.CharactersOf(reading).ToCharArray()).Distinct();

    private static IEnumerable<char> SameLook(char character) => LookAlikes.Of(character).Where(other => other != character);
}
