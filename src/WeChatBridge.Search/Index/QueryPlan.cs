using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>A question as terms to look for.</summary>
internal sealed class QueryPlan
{
    /// <summary>Terms are numbered by the bits of a 64-bit mask; a question that needs more is no keyword and no sentence.</summary>
    private const int MostTerms = 64;

    private const double TrustInSynonym = 0.9;

    private QueryPlan(Question question, IReadOnlyList<QueryTerm> terms)
    {
        Question = question;
        Terms = terms;
        TotalWeight = terms.Where(term => !term.IsSynonym).Sum(term => term.Weight);
        ContentWeight = question.Weights.Sum();
        CharacterWeights = Spread(question, terms);
        MatterWeights = [.. question.Weights.Select(weight => weight < 1 ? 0 : weight)];
        SynonymsFor = [.. terms.Select(term => MaskOfSynonyms(term, terms))];
    }

    public Question Question { get; }

    public IReadOnlyList<QueryTerm> Terms { get; }

    /// <summary>What finding every term as typed would weigh.</summary>
    public double TotalWeight { get; }

    /// <summary>What the question's characters weigh together, rare or not.</summary>
    public double ContentWeight { get; }

    /// <summary>For each character of the question what finding it proves: its weight times the rarity of its terms.</summary>
    public double[] CharacterWeights { get; }

    /// <summary>The same without what every office document is full of: the characters that name the matter.</summary>
    public double[] MatterWeights { get; }

    /// <summary>For each term the bits of the synonyms of the words it is part of.</summary>
    public ulong[] SynonymsFor { get; }

    public static QueryPlan Make(Question question, Lexicon lexicon, Vocabulary vocabulary)
    {
        var terms = new List<QueryTerm>();
        for (var i = 0; i < question.Text.Length && terms.Count < MostTerms;)
        {
            var word = Text.Terms.WordLength(question.Text.AsSpan(i));
            var length = word > 0 ? word : IsPair(question.Text, i) ? 2 : 0;
            if (length > 0 && Weigh(question.Weights.AsSpan(i, length)) is > 0 and var share)
            {
                terms.Add(MakeTerm(question.Text, i, length, share, lexicon));
            }

            i += Math.Max(word, 1);
        }

        AddSynonyms(terms, question, vocabulary);
        return new QueryPlan(question, terms);
    }

    private static bool IsPair(string text, int index) =>
        index + 1 < text.Length && CharacterFolding.IsHan(text[index]) && CharacterFolding.IsHan(text[index + 1]);

    // A pair that is half question word (栏在, 多久答) is mostly accident.
    private static double Weigh(ReadOnlySpan<double> weights)
    {
        var (sum, lowest) = (0d, 1d);
        foreach (var weight in weights)
        {
            sum += weight;
            lowest = Math.Min(lowest, weight);
        }

        return sum / weights.Length * (lowest == 0 ? 0.5 : 1);
    }

    private static QueryTerm MakeTerm(string text, int start, int length, double share, Lexicon lexicon)
    {
        var typed = text.Substring(start, length);
        var forms = new List<TermForm> { new(typed, 1) };
        forms.AddRange(NumberForms.Of(text, start, length));
        var count = forms.Max(form => lexicon.CountOf(form.Text));
        if (count == 0)
        {
            forms.AddRange(Misspellings.Of(typed, lexicon));
            count = forms.Max(form => lexicon.CountOf(form.Text));
        }

        return new QueryTerm(start, length, share * Rarity.Of(count, lexicon.Sections), forms, IsSynonym: false);
    }

    private static void AddSynonyms(List<QueryTerm> terms, Question question, Vocabulary vocabulary)
    {
        var typed = terms.ToList();
        for (var start = 0; start < question.Text.Length; start++)
        {
            var longest = Math.Min(question.Text.Length, start + vocabulary.LongestWord);
            for (var end = longest; end >= start + 2 && terms.Count < MostTerms; end--)
            {
                var synonyms = vocabulary.SynonymsOf(question.Text.AsSpan(start, end - start));
                if (synonyms.Count > 0)
                {
                    var weight = typed.Where(term => term.Start >= start && term.Start + term.Length <= end).Sum(term => term.Weight);
                    var forms = synonyms.Select(synonym => new TermForm(synonym, TrustInSynonym));
                    terms.Add(new QueryTerm(start, end - start, weight, [.. forms], IsSynonym: true));
                }
            }
        }
    }

    private static ulong MaskOfSynonyms(QueryTerm term, IReadOnlyList<QueryTerm> terms)
    {
        var mask = 0UL;
        for (var i = 0; i < terms.Count; i++)
        {
            var holds = terms[i].IsSynonym && terms[i].Start <= term.Start && term.Start + term.Length <= terms[i].Start + terms[i].Length;
            mask |= holds ? 1UL << i : 0;
        }

        return mask;
    }

    private static double[] Spread(Question question, IReadOnlyList<QueryTerm> terms)
    {
        var (sums, counts) = (new double[question.Text.Length], new int[question.Text.Length]);
        foreach (var term in terms.Where(term => !term.IsSynonym))
        {
            for (var i = term.Start; i < term.Start + term.Length; i++)
            {
                sums[i] += term.Weight;
                counts[i]++;
            }
        }

        return [.. sums.Select((sum, i) => counts[i] == 0 ? 0 : question.Weights[i] * sum / counts[i])];
    }
}
