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

    // One of the two characters is wrong far more often than both; both only where they sound the same.
    private static IEnumerable<TermForm> Known(string pair, Func<char, IEnumerable<char>> alike, Lexicon lexicon, double trust)
    {
        var firsts = alike(pair[0]).Select(first => (first, pair[1]));
        var seconds = alike(pair[1]).Select(second => (pair[0], second));
        var both = alike == SameSound ? alike(pair[0]).SelectMany(first => alike(pair[1]).Select(second => (first, second))) : [];
        return Found(firsts.Concat(seconds), lexicon, trust).Concat(Found(both, lexicon, trust - 0.15));
    }

    private static IEnumerable<TermForm> Found(IEnumerable<(char First, char Second)> pairs, Lexicon lexicon, double trust) =>
        pairs.Select(pair => (pair.First, pair.Second, Count: lexicon.CountOf(Terms.OfPair(pair.First, pair.Second))))
            .Where(candidate => candidate.Count > 0)
            .OrderByDescending(candidate => candidate.Count)
            .Select(candidate => new TermForm($"{candidate.First}{candidate.Second}", trust));

    private static IEnumerable<char> SameSound(char character) =>
        Pinyin.ReadingsOf(character).SelectMany(reading => Pinyin.CharactersOf(reading).ToCharArray())
            .Distinct().Where(other => other != character);

    private static IEnumerable<char> NearSound(char character) =>
        Pinyin.ReadingsOf(character).SelectMany(Pinyin.NeighboursOf)
            .SelectMany(reading => Pinyin.CharactersOf(reading).ToCharArray()).Distinct();

    private static IEnumerable<char> SameLook(char character) => LookAlikes.Of(character).Where(other => other != character);
}
