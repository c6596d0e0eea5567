using WeChatBridge.Search.Excerpts;

namespace WeChatBridge.Search.Index;

/// <summary>The passage of a section in which most of the question's terms stand together.</summary>
internal sealed class PassageMatch
{
    // The sentence that answers holds most of the question: where two windows hold as much, the one that holds it together is meant.
    private const double ShareOfBestSentence = 0.3;

    // And it states the kind of fact that is asked for.
    private const double ShareOfFact = 0.4;

    private readonly string _folded;

    private PassageMatch(string folded, FieldMatch text, FieldMatch best, int start, int end, (double Weight, int Start, int End) sentence)
    {
        _folded = folded;
        (Text, Best, BestStart, BestEnd) = (text, best, start, end);
        (BestSentence, Sentence) = (sentence.Weight, (sentence.Start, sentence.End));
    }

    /// <summary>What the whole text accounts for.</summary>
    public FieldMatch Text { get; }

    /// <summary>What the best passage accounts for.</summary>
    public FieldMatch Best { get; }

    /// <summary>The weight of the terms in the sentence of the best passage that holds most.</summary>
    public double BestSentence { get; }

    /// <summary>Where that sentence begins, and where it ends.</summary>
    public (int Start, int End) Sentence { get; }

    public int BestStart { get; }

    public int BestEnd { get; }

    /// <summary>What a reply shows from the best passage on.</summary>
    public ReadOnlySpan<char> Passage => _folded.AsSpan(BestStart, Math.Min(ExcerptCutter.DefaultCharacters, _folded.Length - BestStart));

    /// <summary>The whole text, folded.</summary>
    public string Folded => _folded;

    public ReadOnlySpan<char> BestText => _folded.AsSpan(BestStart, BestEnd - BestStart);

    /// <param name="plan">The question.</param>
    /// <param name="folded">The section's text, folded.</param>
    /// <param name="own">Passages begin before this place; what follows belongs to the next part.</param>
    public static PassageMatch Of(QueryPlan plan, string folded, int own)
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

        return Choose(plan, folded, sentences, masks, trusts, own);
    }

    private static List<(int Start, int End)> Sentences(string folded)
    {
        var sentences = new List<(int, int)>();
        for (var start = 0; start < folded.Length;)
        {
            var end = Excerpts.Sentence.EndAfter(folded, start);
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
    private static PassageMatch Choose(QueryPlan plan, string folded, List<(int Start, int End)> sentences, ulong[] masks, double[] trusts, int own)
    {
        var weights = WeighSentences(plan, folded, sentences, masks);
        var (text, best, bestStart, bestEnd, bestWeight, sentence) = (0UL, 0UL, 0, 0, -1d, (0d, 0, 0));
        for (var i = 0; i < sentences.Count; i++)
        {
            text |= masks[i];
            if (sentences[i].Start >= own && i > 0)
            {
                continue;
            }

            var mask = 0UL;
            var most = i;
            var last = i;
            for (var j = i; j < sentences.Count && sentences[j].End - sentences[i].Start <= ExcerptCutter.DefaultCharacters; j++)
            {
                last = (mask | masks[j]) != mask ? j : last;
                mask |= masks[j];
                most = weights[j] > weights[most] ? j : most;
            }

            mask = mask == 0 ? masks[i] : mask;
            var weight = WeightOf(plan, mask) + (ShareOfBestSentence * weights[most]) - (0.0001 * (sentences[last].End - sentences[i].Start));
            if (weight > bestWeight)
            {
                (best, bestStart, bestEnd, bestWeight, sentence) = (mask, sentences[i].Start, sentences[last].End, weight, (weights[most] / Math.Max(plan.TotalWeight, 0.1), sentences[most].Start, sentences[most].End));
            }
        }

        return new PassageMatch(folded, FieldMatch.Of(plan, text, trusts), FieldMatch.Of(plan, best, trusts), bestStart, bestEnd, sentence);
    }

    private static double[] WeighSentences(QueryPlan plan, string folded, List<(int Start, int End)> sentences, ulong[] masks)
    {
        var (wanted, units) = (plan.Question.Wanted, plan.Question.Units);
        var weights = new double[masks.Length];
        for (var i = 0; i < masks.Length; i++)
        {
            var (start, end) = sentences[i];
            weights[i] = masks[i] == 0 ? 0
                : WeightOf(plan, masks[i]) * (1 + (ShareOfFact * FactPatterns.ShareFound(wanted, units, folded.AsSpan(start, end - start))));
        }

        return weights;
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
