using WeChatBridge.Search.Documents;
using WeChatBridge.Search.Evaluation;
using WeChatBridge.Search.Excerpts;
using WeChatBridge.Search.Index;

namespace WeChatBridge.Operations;

/// <summary>The documents of a folder in an index of their own, to measure the search on; the store is not touched.</summary>
internal sealed class MeasuredSearch
{
    private readonly SectionIndex _index;
    private readonly Dictionary<(string Document, string Section), IndexedSection> _sections;

    private MeasuredSearch(IReadOnlyList<IndexedDocument> documents, Vocabulary vocabulary)
    {
        Documents = documents;
        _index = SectionIndex.Build(documents, vocabulary);
        _sections = documents.SelectMany(document => document.Sections.Select(section => (document.Id, section)))
            .ToDictionary(pair => (pair.Id, pair.section.Id), pair => pair.section);
    }

    /// <summary>What is measured on; a document is named by its file, without the ending.</summary>
    public IReadOnlyList<IndexedDocument> Documents { get; }

    /// <summary>Reads every file of the folder; those that are no documents are left out.</summary>
    public static async Task<MeasuredSearch> ReadAsync(string folder, Vocabulary vocabulary, CancellationToken cancellationToken)
    {
        var documents = new List<IndexedDocument>();
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (DocumentText.Read(await File.ReadAllBytesAsync(file, cancellationToken), file).Text is { } text)
            {
                documents.Add(ToIndexed(Path.GetFileNameWithoutExtension(file), OutlineSplitter.Split(text)));
            }
        }

        return new MeasuredSearch(documents, vocabulary);
    }

    public EvaluationReply Ask(string question) =>
        EvaluationReply.Ask(_index, (document, section) => _sections[(document, section)].Heading, question);

    /// <summary>What the section would show, for a search that only knows which section it is.</summary>
    public EvaluationHit Show(string document, string section) => new(
        document,
        _sections[(document, section)].Heading,
        _index.TextOf(document, section) is { } text ? ExcerptCutter.Continue(text, 0)?.Text ?? "" : "");

    private static IndexedDocument ToIndexed(string name, DocumentOutline outline) => new(
        name,
        "Report",
        outline.Title ?? name,
        outline.IssuingBody,
        outline.IssuedOn,
        outline.Year,
        [.. outline.Sections.Where(section => section.Role != SectionRole.Contents).Select(section => new IndexedSection(
            section.Ordinal.ToString(null, null),
            section.Ordinal,
            section.Level,
            section.Number,
            section.Heading,
            section.HeadingPath,
            section.DisplayText))]);
}
