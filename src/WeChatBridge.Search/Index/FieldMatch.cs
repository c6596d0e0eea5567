namespace WeChatBridge.Search.Index;

/// <summary>Which terms of a question stand in one field of a section.</summary>
internal sealed class FieldMatch
{
    private FieldMatch(ulong mask, int charactersFound) => (Mask, CharactersFound) = (mask, charactersFound);

    /// <summary>A bit for each term found.</summary>
    public ulong Mask { get; }

    /// <summary>How many characters of the field the terms found take.</summary>
    public int CharactersFound { get; }

    public static FieldMatch Of(QueryPlan plan, string folded)
    {
        if (folded.Length == 0)
        {
            return new FieldMatch(0, 0);
        }

        var mask = 0UL;
        Span<bool> found = stackalloc bool[Math.Min(folded.Length, 256)];
        for (var i = 0; i < plan.Terms.Count; i++)
        {
            foreach (var form in plan.Terms[i].Forms)
            {
                var at = folded.IndexOf(form.Text, StringComparison.Ordinal);
                if (at >= 0)
                {
                    mask |= 1UL << i;
                    found[Math.Min(at, found.Length)..Math.Min(at + form.Text.Length, found.Length)].Fill(true);
                    break;
                }
            }
        }

        return new FieldMatch(mask, found.Count(true));
    }

    public double TrustIn(ulong bit) => (Mask & bit) != 0 ? 1 : 0;
}
