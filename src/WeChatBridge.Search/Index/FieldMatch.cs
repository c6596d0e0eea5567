namespace WeChatBridge.Search.Index;

/// <summary>Which characters of a question one field of a section accounts for.</summary>
internal sealed class FieldMatch
{
    private readonly double[] _trust;

    private FieldMatch(double[] trust, ulong mask, int charactersFound) => (_trust, Mask, CharactersFound) = (trust, mask, charactersFound);

    /// <summary>A bit for each term found.</summary>
    public ulong Mask { get; }

    /// <summary>How many characters of the field the terms found take.</summary>
    public int CharactersFound { get; }

    /// <summary>How sure it is that the field says this character of the question, from 0 to 1.</summary>
    public double this[int character] => _trust[character];

    public static FieldMatch Of(QueryPlan plan, string folded)
    {
        var trust = new double[plan.Question.Text.Length];
        var mask = 0UL;
        Span<bool> found = stackalloc bool[Math.Min(folded.Length, 256)];
        for (var i = 0; i < plan.Terms.Count && folded.Length > 0; i++)
        {
            foreach (var form in plan.Terms[i].Forms)
            {
                var at = folded.AsSpan().IndexOf(form.Text);
                if (at >= 0)
                {
                    mask |= 1UL << i;
                    Raise(trust, plan.Terms[i], form.Trust);
                    found[Math.Min(at, found.Length)..Math.Min(at + form.Text.Length, found.Length)].Fill(true);
                    break;
                }
            }
        }

        return new FieldMatch(trust, mask, found.Count(true));
    }

    /// <summary>The terms of a mask, found by <see cref="PassageMatch"/>.</summary>
    public static FieldMatch Of(QueryPlan plan, ulong mask, double[] trusts)
    {
        var trust = new double[plan.Question.Text.Length];
        for (var i = 0; i < plan.Terms.Count; i++)
        {
            if ((mask & (1UL << i)) != 0)
            {
                Raise(trust, plan.Terms[i], trusts[i]);
            }
        }

        return new FieldMatch(trust, mask, 0);
    }

    private static void Raise(double[] trust, QueryTerm term, double value)
    {
        for (var i = term.Start; i < term.Start + term.Length; i++)
        {
            trust[i] = Math.Max(trust[i], value);
        }
    }
}
