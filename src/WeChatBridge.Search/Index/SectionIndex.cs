using WeChatBridge.Search.Excerpts;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>Finds the sections that answer a question. Immutable; any number of threads may ask at once.</summary>
public sealed class SectionIndex
{
    private const int MostJudged = 30;
    private const int LongestDate = 12;

    private static readonly IEqualityComparer<IndexedDocument> ByReference = ReferenceEqualityComparer.Instance;

    private static readonly IReadOnlySet<IndexedDocument> NoneRemoved = new HashSet<IndexedDocument>(ByReference);

    // Documents added one by one gather in a small part; beyond this many sections it becomes a part of its own.
    private const int SectionsOfSmallPart = 2000;

    // Each part costs every question a little, and removed documents cost memory and time.
    private const int MostParts = 12;
    private const int RemovedOfWorn = 4;

    private readonly IReadOnlyList<IndexPart> _parts;
    private readonly IReadOnlySet<IndexedDocument> _removed;
    private readonly Vocabulary _vocabulary;
    private readonly Lexicon _lexicon;

    private SectionIndex(IReadOnlyList<IndexPart> parts, IReadOnlySet<IndexedDocument> removed, Vocabulary vocabulary)
    {
        _parts = parts;
        _removed = removed;
        _vocabulary = vocabulary;
        _lexicon = new Lexicon(parts, vocabulary);
    }

    /// <summary>Memory taken beside the documents' own texts, in bytes.</summary>
    public long Size => _parts.Sum(part => part.Size);

    /// <summary>Builds an index over documents.</summary>
    public static SectionIndex Build(IReadOnlyList<IndexedDocument> documents, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new SectionIndex([IndexPart.Build(documents)], NoneRemoved, vocabulary);
    }

    /// <summary>True where building anew pays: a quarter of it was removed, or it grew in many steps.</summary>
    public bool IsWorn => _parts.Count > MostParts
        || _removed.Sum(document => document.Sections.Count) * RemovedOfWorn > _lexicon.Sections;

    /// <summary>This index with one more document, or another edition of a known one; the others are not read again.</summary>
    public SectionIndex With(IndexedDocument document) => With([document]);

    /// <summary>This index with more documents, or other editions of known ones; the others are not read again.</summary>
    public SectionIndex With(IReadOnlyList<IndexedDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        if (documents.Count == 0)
        {
            return this;
        }

        var rest = documents.Aggregate(this, (index, document) => index.Without(document.Id));
        var small = rest._parts.Count > 1 && rest._parts[^1].Sections.Count < SectionsOfSmallPart ? rest._parts[^1] : null;
        var kept = small?.Documents.Where(one => !rest._removed.Contains(one)) ?? [];
        var large = small is null ? rest._parts : rest._parts.SkipLast(1);
        // What was removed from the small part is gone with it.
        var removed = small is null ? rest._removed : new HashSet<IndexedDocument>(rest._removed.Except(small.Documents, ByReference), ByReference);
        return new SectionIndex([.. large, IndexPart.Build([.. kept, .. documents])], removed, _vocabulary);
    }

    /// <summary>The same documents, asked with other synonyms; takes no time.</summary>
    public SectionIndex WithVocabulary(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new SectionIndex(_parts, _removed, vocabulary);
    }

    /// <summary>This index without a document; the same where it has none of that name.</summary>
    /// <remarks>Its words go on counting in the rarity of terms until the index is built anew.</remarks>
    public SectionIndex Without(string documentId)
    {
        var found = _parts.SelectMany(part => part.Documents).FirstOrDefault(one => one.Id == documentId && !_removed.Contains(one));
        return found is null ? this : new SectionIndex(_parts, new HashSet<IndexedDocument>(_removed, ByReference) { found }, _vocabulary);
    }

    /// <summary>Answers a question; any text may be asked.</summary>
    public SearchOutcome Find(string question) => Verdict.Decide(Rank(question));

    /// <summary>The likeliest sections, the best first, good enough to be shown or not; to measure and to explain.</summary>
    /// <param name="question">Any text.</param>
    /// <param name="most">How many are wanted.</param>
    public IReadOnlyList<SectionHit> Rank(string question, int most) => [.. Rank(question).Take(most).Select(judged => judged.ToHit())];

    /// <summary>The sections judged for a question, the best first, whether or not they are good enough to be shown.</summary>
    internal IReadOnlyList<Judgement> Rank(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var asked = Question.Read(question, new PinyinDecoder(_lexicon).Decode);
        var plan = QueryPlan.Make(asked, _lexicon, _vocabulary);
        if (plan.Terms.Count == 0 || asked.IsBareNumber || asked.AsksOfPlaceOnly)
        {
            return [];
        }

        var candidates = _parts.SelectMany(part => Retrieval.Find(part, plan, _lexicon, MostJudged))
            .Where(candidate => IsOfYear(candidate.Entry, asked.Year) && !_removed.Contains(candidate.Entry.Document));
        return [.. Judgement.Of(plan, candidates)
            .OrderByDescending(judged => judged.Score)
            .ThenByDescending(judged => judged.Entry.Document.Year ?? 0)
            .ThenByDescending(judged => judged.Entry.Section.Level)];
    }

    /// <summary>A section's whole text, that of the sections below it included; null where there is no such section.</summary>
    public string? TextOf(string documentId, string sectionId) =>
        _parts.SelectMany(part => part.Sections).FirstOrDefault(entry =>
            entry.Document.Id == documentId && entry.Section.Id == sectionId && !_removed.Contains(entry.Document))?.ShownText();

    /// <summary>The passage after another of the same section (更多); null at its end, or where there is no such section.</summary>
    /// <param name="documentId">The hit's document.</param>
    /// <param name="sectionId">The hit's section.</param>
    /// <param name="start">Where the passage shown ended: its start and length together.</param>
    public Excerpt? More(string documentId, string sectionId, int start) =>
        TextOf(documentId, sectionId) is { } text ? ExcerptCutter.Continue(text, start) : null;

    private static bool IsOfYear(SectionEntry entry, int? year) =>
        year is null || entry.Document.Year == year
        || MentionsYear(entry.Section.Text, year.Value);

    // The date a text ends with says when it was signed, not what year it is about.
    private static bool MentionsYear(string text, int year)
    {
        var at = text.LastIndexOf($"{year}年", StringComparison.Ordinal);
        return at >= 0 && (text.IndexOf($"{year}年", StringComparison.Ordinal) < at || text.Length - at > LongestDate);
    }
}
