using WeChatBridge.Search.Excerpts;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>Finds the sections that answer a question. Immutable; any number of threads may ask at once.</summary>
public sealed class SectionIndex
{
    // Shares of the question's weight, from the first measurements on the town's own report.
    private const double EnoughToAnswer = 0.6;
    private const double EnoughToOffer = 0.4;
    private const int MostOffered = 5;

    private static readonly SearchOutcome Nothing = new SearchOutcome.NothingFound();

    private readonly List<SectionEntry> _entries;
    private readonly Dictionary<string, int> _sectionsWithTerm = new(StringComparer.Ordinal);
    private readonly Vocabulary _vocabulary;

    private SectionIndex(IReadOnlyList<IndexedDocument> documents, Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _entries = [.. documents.SelectMany(SectionEntry.Of)];
        foreach (var term in _entries.SelectMany(TermsOf))
        {
            _sectionsWithTerm[term] = _sectionsWithTerm.GetValueOrDefault(term) + 1;
        }
    }

    /// <summary>Builds an index over documents.</summary>
    public static SectionIndex Build(IReadOnlyList<IndexedDocument> documents, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new SectionIndex(documents, vocabulary);
    }

    /// <summary>Answers a question; any text may be asked.</summary>
    public SearchOutcome Find(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var asked = Question.Read(question);
        var terms = Weigh(asked);
        if (terms.Count == 0)
        {
            return Nothing;
        }

        var ranked = _entries
            .Where(entry => asked.Year is null || entry.Document.Year is null || entry.Document.Year == asked.Year)
            .Select(entry => Judge(entry, asked, terms))
            .Where(judged => judged.Coverage >= EnoughToOffer)
            .OrderByDescending(judged => judged.Score)
            .ThenByDescending(judged => judged.Entry.Document.Year ?? 0)
            .Take(MostOffered)
            .ToList();
        return Decide(ranked, terms);
    }

    /// <summary>A section's whole text, that of the sections below it included; null where there is no such section.</summary>
    public string? TextOf(string documentId, string sectionId) =>
        _entries.Find(entry => entry.Document.Id == documentId && entry.Section.Id == sectionId)?.WholeText();

    private List<WeighedTerm> Weigh(Question asked)
    {
        var known = _vocabulary.Words.Where(word => asked.Phrases.Any(phrase => phrase.Contains(word, StringComparison.Ordinal))).ToList();
        return [.. asked.Phrases.SelectMany(Terms.Of).Distinct(StringComparer.Ordinal).Select(term => new WeighedTerm(
            [term, .. known.Where(word => word.Contains(term, StringComparison.Ordinal)).SelectMany(_vocabulary.SynonymsOf)],
            Rarity(_sectionsWithTerm.GetValueOrDefault(term))))];
    }

    private double Rarity(int having) => Math.Log(1 + ((_entries.Count - having + 0.5) / (having + 0.5)));

    private static Judged Judge(SectionEntry entry, Question asked, IReadOnlyList<WeighedTerm> terms)
    {
        var (covered, score, total) = (0d, 0d, 0d);
        foreach (var term in terms)
        {
            var weight = term.Weight;
            var fields = (3.0 * term.In(entry.Heading)) + term.In(entry.Path) + (0.6 * term.In(entry.Title))
                + term.In(entry.Body) + (entry.IsOpening ? term.In(entry.Title) : 0);
            total += weight;
            score += weight * fields / (fields + 1);
            covered += fields > 0 ? weight : 0;
        }

        return new Judged(entry, total == 0 ? 0 : covered / total, score + Bonus(entry, asked, total));
    }

    private static double Bonus(SectionEntry entry, Question asked, double total)
    {
        var bonus = 0d;
        if (asked.Number is { } number && HeadingMatches(entry, asked) && ReadNumber(entry.Section.Number) == number)
        {
            bonus += total;
        }

        if (asked.Wanted == FactKind.EMail && entry.Body.Contains('@'))
        {
            bonus += total / 2;
        }

        return bonus;
    }

    private static bool HeadingMatches(SectionEntry entry, Question asked) =>
        asked.Phrases.All(phrase => entry.Heading.Contains(phrase, StringComparison.Ordinal));

    private static int? ReadNumber(string number) =>
        ChineseNumeral.Parse(CharacterFolding.Fold(number).Where(ChineseNumeralOrDigit).ToArray());

    private static bool ChineseNumeralOrDigit(char character) => ChineseNumeral.IsDigit(character) || character is '十' or '百';

    private static SearchOutcome Decide(List<Judged> ranked, IReadOnlyList<WeighedTerm> terms)
    {
        if (ranked.Count == 0)
        {
            return Nothing;
        }

        if (ranked[0].Coverage >= EnoughToAnswer || ranked.Count == 1)
        {
            return new SearchOutcome.Sure(Hit(ranked[0], terms));
        }

        return new SearchOutcome.Choice([.. ranked.Select(judged => Hit(judged, terms))]);
    }

    private static SectionHit Hit(Judged judged, IReadOnlyList<WeighedTerm> terms)
    {
        var text = judged.Entry.WholeText();
        var folded = CharacterFolding.Fold(text);
        var excerpt = ExcerptCutter.Best(text, (start, length) => Weight(folded.AsSpan(start, length), terms));
        return new SectionHit(
            judged.Entry.Document.Id, judged.Entry.Section.Id, judged.Score, excerpt ?? new Excerpt("", 0, 0, true));
    }

    private static double Weight(ReadOnlySpan<char> passage, IReadOnlyList<WeighedTerm> terms)
    {
        var weight = 0d;
        foreach (var term in terms)
        {
            weight += term.In(passage) * term.Weight;
        }

        return weight;
    }

    private static IEnumerable<string> TermsOf(SectionEntry entry) =>
        Terms.Of(string.Join('\n', entry.Title, entry.Path, entry.Heading, entry.Body)).Distinct(StringComparer.Ordinal);

    private sealed record WeighedTerm(IReadOnlyList<string> Forms, double Weight)
    {
        public double In(ReadOnlySpan<char> text)
        {
            foreach (var form in Forms)
            {
                if (text.Contains(form, StringComparison.Ordinal))
                {
                    return 1;
                }
            }

            return 0;
        }
    }

    private sealed record Judged(SectionEntry Entry, double Coverage, double Score);
}
