using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>The sentence of an excerpt that states the fact asked for, word for word.</summary>
/// <param name="Text">The sentence, or those of its clauses that hold the fact; at most <see cref="MostCharacters"/> characters.</param>
/// <param name="Start">Where it begins in the section's whole text, in characters.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Kinds">The kinds of fact it states, of those asked for.</param>
public sealed record Fact(string Text, int Start, int Length, FactKinds Kinds)
{
    /// <summary>The longest sentence that is shown alone.</summary>
    public const int MostCharacters = 80;

    private const FactKinds Passing = FactKinds.Phone | FactKinds.EMail | FactKinds.Person | FactKinds.Place;

    /// <summary>True for what changes without a new report: numbers, addresses, people, opening hours.</summary>
    public bool Ages => (Kinds & Passing) != FactKinds.None || (Kinds.HasFlag(FactKinds.Time) && FactPatterns.HoldsHours(Text));

    /// <summary>True for what a later year may set anew: sums, shares, numbers.</summary>
    public bool AgesWithItsYear => Kinds.HasFlag(FactKinds.Amount);
}
