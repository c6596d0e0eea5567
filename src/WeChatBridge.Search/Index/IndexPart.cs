using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>A few or many documents with their terms. An index consists of parts, so that one document can be added without a rebuild.</summary>
internal sealed class IndexPart
{
    private IndexPart(IReadOnlyList<IndexedDocument> documents, SectionEntry[] sections, Postings terms, Postings titles)
    {
        Documents = documents;
        Sections = sections;
        Terms = terms;
        Titles = titles;
    }

    public IReadOnlyList<IndexedDocument> Documents { get; }

    /// <summary>The sections of all documents, document by document.</summary>
    public IReadOnlyList<SectionEntry> Sections { get; }

    /// <summary>Terms of sections.</summary>
    public Postings Terms { get; }

    /// <summary>Terms of titles and issuing bodies; the numbers are those of documents.</summary>
    public Postings Titles { get; }

    public static IndexPart Build(IReadOnlyList<IndexedDocument> documents)
    {
        var sections = new List<SectionEntry>();
        var terms = new PostingsBuilder();
        var titles = new PostingsBuilder();
        for (var i = 0; i < documents.Count; i++)
        {
            titles.Add(i, CharacterFolding.Fold($"{documents[i].Title}\n{documents[i].IssuingBody}"), "", "");
            foreach (var entry in SectionEntry.Of(documents[i], i))
            {
                terms.Add(sections.Count, CharacterFolding.Fold(entry.Section.Text), entry.FoldHeading(), entry.FoldPath());
                sections.Add(entry);
            }
        }

        return new IndexPart(documents, [.. sections], terms.Build(), titles.Build());
    }
}
