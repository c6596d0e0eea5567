using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>A few or many documents with their terms. Parts let one document be added without a rebuild.</summary>
internal sealed class IndexPart
{
    // A section of this many characters, and a document of this many, are neither long nor short.
    private const float UsualSection = 150;
    private const float UsualDocument = 1500;
    private const float InfluenceOfSectionLength = 0.5f;
    private const float SectionSaturation = 0.9f;
    private const float InfluenceOfDocumentLength = 0.75f;

    // Where a document names its place at all, it does so in its first lines.
    private const int OpeningRead = 300;

    private readonly bool[] _namesNoPlace;
    private readonly int[] _firstSections;

    private IndexPart(IReadOnlyList<IndexedDocument> documents, SectionEntry[] sections, Postings terms, Postings titles)
    {
        Documents = documents;
        Sections = sections;
        Terms = terms;
        Titles = titles;
        DocumentOf = [.. sections.Select(section => section.DocumentNumber)];
        SectionSaturations = [.. sections.Select(section =>
            SectionSaturation * Norm(section.Section.Text.Length, UsualSection, InfluenceOfSectionLength))];
        DocumentSaturations = [.. documents.Select(document =>
            Norm(document.Sections.Sum(section => section.Text.Length), UsualDocument, InfluenceOfDocumentLength))];
        _namesNoPlace = [.. documents.Select(document => PlaceNames.Find(FoldTitle(document)).Count == 0 && PlaceNames.Find(FoldOpening(document)).Count == 0)];
        _firstSections = new int[documents.Count + 1];
        for (var i = 0; i < documents.Count; i++)
        {
            _firstSections[i + 1] = _firstSections[i] + documents[i].Sections.Count;
        }
    }

    public IReadOnlyList<IndexedDocument> Documents { get; }

    /// <summary>The sections of all documents, document by document.</summary>
    public IReadOnlyList<SectionEntry> Sections { get; }

    /// <summary>For each section the number of its document.</summary>
    public int[] DocumentOf { get; }

    /// <summary>How often a term must stand in each section to be worth half of what it can be: more often in a longer one.</summary>
    public float[] SectionSaturations { get; }

    /// <summary>The same for documents: 1 for one of usual length.</summary>
    public float[] DocumentSaturations { get; }

    /// <summary>Terms of sections.</summary>
    public Postings Terms { get; }

    /// <summary>Terms of titles and issuing bodies; the numbers are those of documents.</summary>
    public Postings Titles { get; }

    /// <summary>Memory taken beside the documents themselves, in bytes.</summary>
    public long Size => Terms.Size + Titles.Size + (Sections.Count * 48L) + (Documents.Count * 9L);

    public static IndexPart Build(IReadOnlyList<IndexedDocument> documents)
    {
        var sections = new List<SectionEntry>();
        var terms = new PostingsBuilder();
        var titles = new PostingsBuilder();
        for (var i = 0; i < documents.Count; i++)
        {
            titles.Add(i, FoldTitle(documents[i]), "", "");
            foreach (var entry in SectionEntry.Of(documents[i], i))
            {
                terms.Add(sections.Count, CharacterFolding.Fold(entry.Section.Text), entry.FoldHeading(), entry.FoldPath());
                sections.Add(entry);
            }
        }

        return new IndexPart(documents, [.. sections], terms.Build(), titles.Build());
    }

    /// <summary>Title and issuing body, folded.</summary>
    public static string FoldTitle(IndexedDocument document) => CharacterFolding.Fold($"{document.Title}\n{document.IssuingBody}");

    /// <summary>The sections of a document: the first, and the one after the last.</summary>
    public (int From, int To) SectionsOf(int document) => (_firstSections[document], _firstSections[document + 1]);

    /// <summary>True where neither title, issuing body nor opening of a document names a place.</summary>
    public bool NamesNoPlace(int document) => _namesNoPlace[document];

    private static string FoldOpening(IndexedDocument document) => document.Sections.Count == 0 ? ""
        : CharacterFolding.Fold(document.Sections[0].Text[..Math.Min(document.Sections[0].Text.Length, OpeningRead)]);

    private static float Norm(int length, float usual, float influence) => 1 - influence + (influence * length / usual);
}
