using WeChatBridge.Search.Excerpts;

namespace WeChatBridge.Search.Index;

/// <summary>The passage of a section in which most of the question's terms stand together.</summary>
internal sealed class PassageMatch
{
    private readonly string _folded;

    private PassageMatch(string folded, FieldMatch text, FieldMatch best, int start, int end)
    {
        _folded = folded;
        (Text, Best, BestStart, BestEnd) = (text, best, start, end);
    }

    /// <summary>What the whole text accounts for.</summary>
    public FieldMatch Text { get; }

    /// <summary>What the best passage accounts for.</summary>
    public FieldMatch Best { get; }

    public int BestStart { get; }

    public int BestEnd { get; }

    public ReadOnlySpan<char> BestText => _folded.AsSpan(BestStart, BestEnd - BestStart);

    public static PassageMatch Of(QueryPlan plan, string folded)
    {
        var sentences = Sentences(folded);
        var masks = new ulong[sentences.Count];
        var trusts = new double[plan.Terms.Count];
        for (var i = 0; i < plan.Terms.Count; i++)
        {
            foreach (var form in plan.Terms[i].Forms)
            {
                if (Mark(folded, form.Text, 1UL << i, sentences, masks))
                {
                    trusts[i] = Math.Max(trusts[i], form.Trust);
                }
            }
        }

        return Choose(plan, folded, sentences, masks, trusts);
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

    private static bool Mark(string folded, string form, ulong bit, List<(int Start, int End)> sentences, ulong[] masks)
    {
        var (sentence, found) = (0, false);
        for (var at = folded.IndexOf(form, StringComparison.Ordinal); at >= 0;)
        {
            while (sentences[sentence].End <= at)
            {
                sentence++;
            }

            masks[sentence] |= bit;
            found = true;
            var next = sentences[sentence].End;
            at = next < folded.Length ? folded.IndexOf(form, next, StringComparison.Ordinal) : -1;
        }

        return found;
    }

    // The lightest window that weighs most: it begins with a sentence that adds something, and holds what fits into a reply.
    private static PassageMatch Choose(QueryPlan plan, string folded, List<(int Start, int End)> sentences, ulong[] masks, double[] trusts)
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

        return new PassageMatch(folded, FieldMatch.Of(plan, text, trusts), FieldMatch.Of(plan, best, trusts), bestStart, bestEnd);
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
