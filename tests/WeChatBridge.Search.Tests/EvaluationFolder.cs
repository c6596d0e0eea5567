using WeChatBridge.Search.Documents;
using WeChatBridge.Search.Evaluation;
using WeChatBridge.Search.Index;

namespace WeChatBridge.Search.Tests;

/// <summary>The documents and questions of <c>seeds/evaluation</c>, as the product's command reads them.</summary>
internal static class EvaluationFolder
{
    private static readonly string Seeds = Path.Combine(AppContext.BaseDirectory, "seeds");

    public static IEnumerable<string> DocumentNames =>
        Directory.EnumerateFiles(Path.Combine(Seeds, "evaluation", "documents"))
            .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!;

    public static DocumentOutline Outline(string name) => OutlineSplitter.Split(Text(name));

    public static IReadOnlyList<IndexedDocument> Documents() => [.. DocumentNames.Select(name => Sample.Index(name, Text(name), "report"))];

    public static Vocabulary Vocabulary() => Search.Index.Vocabulary.Parse(File.ReadLines(Path.Combine(Seeds, "synonyms.tsv")));

    public static IReadOnlyList<EvaluationQuestion> Questions(string name) =>
        EvaluationQuestion.Parse(File.ReadLines(Path.Combine(Seeds, "evaluation", name)));

    private static string Text(string name)
    {
        var path = Path.Combine(Seeds, "evaluation", "documents", name + ".txt");
        return DocumentText.Read(File.ReadAllBytes(path), path).Text.ShouldNotBeNull();
    }
}
