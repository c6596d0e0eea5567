using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>Finds the sections that answer a question. Immutable; any number of threads may ask at once.</summary>
public sealed class SectionIndex
{
    private const int MostJudged = 40;

    private readonly IReadOnlyList<IndexPart> _parts;
    private readonly Vocabulary _vocabulary;
    private readonly Lexicon _lexicon;

    private SectionIndex(IReadOnlyList<IndexPart> parts, Vocabulary vocabulary)
    {
        _parts = parts;
        _vocabulary = vocabulary;
        _lexicon = new Lexicon(parts);
    }

    /// <summary>Builds an index over documents.</summary>
    public static SectionIndex Build(IReadOnlyList<IndexedDocument> documents, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new SectionIndex([IndexPart.Build(documents)], vocabulary);
    }

    /// <summary>Answers a question; any text may be asked.</summary>
    public SearchOutcome Find(string question) => Verdict.Decide(Rank(question));

    /// <summary>The likeliest sections, the best first, whether or not they are good enough to be shown; to measure and to explain.</summary>
    /// <param name="question">Any text.</param>
    /// <param name="most">How many are wanted.</param>
    public IReadOnlyList<SectionHit> Rank(string question, int most) => [.. Rank(question).Take(most).Select(judged => judged.ToHit())];

    /// <summary>The sections judged for a question, the best first, whether or not they are good enough to be shown.</summary>
    internal IReadOnlyList<Judgement> Rank(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var asked = Question.Read(question, new PinyinDecoder(_lexicon).Decode);
        var plan = QueryPlan.Make(asked, _lexicon, _vocabulary);
        return plan.Terms.Count == 0
            ? []
            : [.. _parts.SelectMany(part => Retrieval.Find(part, plan, MostJudged))
                .Where(candidate => IsOfYear(candidate.Entry, asked.Year))
                .Select(candidate => Judgement.Of(plan, candidate))
                .OrderByDescending(judged => judged.Score)
                .ThenByDescending(judged => judged.Entry.Document.Year ?? 0)];
    }

    /// <summary>A section's whole text, that of the sections below it included; null where there is no such section.</summary>
    public string? TextOf(string documentId, string sectionId) =>
        _parts.SelectMany(part => part.Sections)
            .FirstOrDefault(entry => entry.Document.Id == documentId && entry.Section.Id == sectionId)?.WholeText();

    private static bool IsOfYear(SectionEntry entry, int? year) =>
        year is null || entry.Document.Year is null || entry.Document.Year == year
        || entry.Section.Text.Contains($"{year}年", StringComparison.Ordinal);
}
