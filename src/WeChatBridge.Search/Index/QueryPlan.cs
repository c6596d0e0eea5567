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
        TotalWeight = terms.Sum(term => term.Weight);
        ContentWeight = question.Weights.Sum();
    }

    public Question Question { get; }

    public IReadOnlyList<QueryTerm> Terms { get; }

    /// <summary>What finding every term would weigh.</summary>
    public double TotalWeight { get; }

    /// <summary>What the question's characters weigh together.</summary>
    public double ContentWeight { get; }

    public static QueryPlan Make(Question question, Lexicon lexicon, Vocabulary vocabulary)
    {
        var synonyms = FindSynonyms(question.Text, vocabulary);
        var terms = new List<QueryTerm>();
        for (var i = 0; i < question.Text.Length && terms.Count < MostTerms;)
        {
            var word = Text.Terms.WordLength(question.Text.AsSpan(i));
            var length = word > 0 ? word : IsPair(question.Text, i) ? 2 : 0;
            if (length > 0 && Weigh(question.Weights.AsSpan(i, length)) is > 0 and var share)
            {
                terms.Add(MakeTerm(question.Text, i, length, share, lexicon, synonyms));
            }

            i += Math.Max(word, 1);
        }

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

    private static QueryTerm MakeTerm(
        string text, int start, int length, double share, Lexicon lexicon, List<(int Start, int End, string Synonym)> synonyms)
    {
        var typed = text.Substring(start, length);
        var forms = new List<TermForm> { new(typed, 1) };
        forms.AddRange(synonyms.Where(found => found.Start <= start && start + length <= found.End)
            .Select(found => new TermForm(found.Synonym, TrustInSynonym)));
        forms.AddRange(NumberForms.Of(text, start, length));
        var count = forms.Max(form => lexicon.CountOf(form.Text));
        if (count == 0)
        {
            forms.AddRange(Misspellings.Of(typed, lexicon));
            count = forms.Max(form => lexicon.CountOf(form.Text));
        }

        return new QueryTerm(start, length, share * Rarity(count, lexicon.Sections), forms);
    }

    private static double Rarity(int count, int sections) => Math.Log(1 + ((sections - Math.Min(count, sections) + 0.5) / (count + 0.5)));

    private static List<(int Start, int End, string Synonym)> FindSynonyms(string text, Vocabulary vocabulary)
    {
        var found = new List<(int, int, string)>();
        for (var start = 0; start < text.Length; start++)
        {
            for (var end = start + 2; end <= Math.Min(text.Length, start + vocabulary.LongestWord); end++)
            {
                found.AddRange(vocabulary.SynonymsOf(text.AsSpan(start, end - start)).Select(synonym => (start, end, synonym)));
            }
        }

        return found;
    }
}
