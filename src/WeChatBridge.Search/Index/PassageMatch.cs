using WeChatBridge.Search.Excerpts;

namespace WeChatBridge.Search.Index;

/// <summary>The passage of a section in which most of the question's terms stand together.</summary>
internal sealed class PassageMatch
{
    private readonly string _folded;
    private readonly ulong _text;

    private PassageMatch(string folded, ulong text, ulong best, int start, int end)
    {
        _folded = folded;
        _text = text;
        (BestMask, BestStart, BestEnd) = (best, start, end);
    }

    /// <summary>A bit for each term in the best passage.</summary>
    public ulong BestMask { get; }

    public int BestStart { get; }

    public int BestEnd { get; }

    public ReadOnlySpan<char> BestText => _folded.AsSpan(BestStart, BestEnd - BestStart);

    public bool InBest(ulong bit) => (BestMask & bit) != 0;

    public bool InText(ulong bit) => (_text & bit) != 0;

    public static PassageMatch Of(QueryPlan plan, string folded)
    {
        var sentences = Sentences(folded);
        var masks = new ulong[sentences.Count];
        for (var i = 0; i < plan.Terms.Count; i++)
        {
            foreach (var form in plan.Terms[i].Forms)
            {
                Mark(folded, form.Text, 1UL << i, sentences, masks);
            }
        }

        return Choose(plan, folded, sentences, masks);
    }

    private static List<(int Start, int End)> Sentences(string folded)
    {
        var sentences = new List<(int, int)>();
        for (var start = 0; start < folded.Length;)
        {
            var end = Sentence.EndAfter(folded, start);
            sentences.Add((start, end));
            start = end;
        }

        return sentences;
    }

    private static void Mark(string folded, string form, ulong bit, List<(int Start, int End)> sentences, ulong[] masks)
    {
        var sentence = 0;
        for (var at = folded.IndexOf(form, StringComparison.Ordinal); at >= 0;)
        {
            while (sentences[sentence].End <= at)
            {
                sentence++;
            }

            masks[sentence] |= bit;
            var next = sentences[sentence].End;
            at = next < folded.Length ? folded.IndexOf(form, next, StringComparison.Ordinal) : -1;
        }
    }

    // The lightest window that weighs most: it begins with a sentence that adds something, and holds what fits into a reply.
    private static PassageMatch Choose(QueryPlan plan, string folded, List<(int Start, int End)> sentences, ulong[] masks)
    {
        var (text, best, bestStart, bestEnd, bestWeight) = (0UL, 0UL, 0, 0, -1d);
        for (var i = 0; i < sentences.Count; i++)
        {
            text |= masks[i];
            var mask = 0UL;
            var last = i;
            for (var j = i; j < sentences.Count && sentences[j].End - sentences[i].Start <= ExcerptCutter.DefaultCharacters; j++)
            {
                last = (mask | masks[j]) != mask ? j : last;
                mask |= masks[j];
            }

            mask = mask == 0 ? masks[i] : mask;
            var weight = WeightOf(plan, mask) - (0.0001 * (sentences[last].End - sentences[i].Start));
            if (weight > bestWeight)
            {
                (best, bestStart, bestEnd, bestWeight) = (mask, sentences[i].Start, sentences[last].End, weight);
            }
        }

        return new PassageMatch(folded, text, best, bestStart, bestEnd);
    }

    private static double WeightOf(QueryPlan plan, ulong mask)
    {
        var weight = 0d;
        for (; mask != 0; mask &= mask - 1)
        {
            weight += plan.Terms[System.Numerics.BitOperations.TrailingZeroCount(mask)].Weight;
        }

        return weight;
    }
}
