namespace WeChatBridge.Search.Index;

/// <summary>Two characters or one word of a question, with everything that may stand for it in a document.</summary>
/// <param name="Start">Where it stands in the question.</param>
/// <param name="Length">How many characters it takes there.</param>
/// <param name="Weight">How much finding it says: its rarity, less for words that say little.</param>
/// <param name="Forms">The ways it may be written, as typed first; only the synonyms for a word that has some.</param>
/// <param name="IsSynonym">True for a word looked for by its synonyms.</param>
internal sealed record QueryTerm(int Start, int Length, double Weight, IReadOnlyList<TermForm> Forms, bool IsSynonym);

/// <summary>One way a term may be written.</summary>
/// <param name="Text">The folded writing.</param>
/// <param name="Trust">How sure it is that this was meant, from 0 to 1.</param>
internal sealed record TermForm(string Text, double Trust);
