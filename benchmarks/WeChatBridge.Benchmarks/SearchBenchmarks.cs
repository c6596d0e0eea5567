using BenchmarkDotNet.Attributes;
using WeChatBridge.Search.Index;

namespace WeChatBridge.Benchmarks;

/// <summary>Finding, building and changing an index of a hundred thousand sections.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private const int Sections = 100_000;

    private IReadOnlyList<IndexedDocument> _documents = [];
    private IReadOnlyList<string> _questions = [];
    private IndexedDocument _added = null!;
    private SectionIndex _index = null!;
    private int _asked;

    [GlobalSetup]
    public void Prepare()
    {
        _documents = LargeLibrary.Make(SourceTexts.Read(), Sections);
        _questions = LibraryQuestions.Make(_documents, SourceTexts.Questions(), 1000);
        _index = SectionIndex.Build(_documents, SourceTexts.Synonyms());
        _added = _documents[0] with { Id = "added" };
    }

    /// <summary>The mean over many questions; their p99 is what <c>latency</c> is for.</summary>
    [Benchmark]
    public SearchOutcome Find() => _index.Find(_questions[_asked++ % _questions.Count]);

    [Benchmark]
    public SectionIndex Build() => SectionIndex.Build(_documents, SourceTexts.Synonyms());

    [Benchmark]
    public SectionIndex AddOneDocument() => _index.With(_added);

    [Benchmark]
    public SectionIndex WithdrawOneDocument() => _index.Without(_documents[0].Id);
}
