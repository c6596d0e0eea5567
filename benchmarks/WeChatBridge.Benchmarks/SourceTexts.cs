using WeChatBridge.Search.Documents;
using WeChatBridge.Search.Index;

namespace WeChatBridge.Benchmarks;

/// <summary>Real documents that a large library is made from: those of the seeds, or of folders named on the command line.</summary>
internal static class SourceTexts
{
    /// <summary>Folders to read instead of the seeds', separated like a PATH; BenchmarkDotNet passes no arguments on.</summary>
    private const string Variable = "WECHATBRIDGE_CORPUS";

    public static IReadOnlyList<string> Folders() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? named.Split(Path.PathSeparator)
            : [Path.Combine(Seeds, "reports"), Path.Combine(Seeds, "evaluation", "documents")];

    public static void UseFolders(IReadOnlyList<string> folders) =>
        Environment.SetEnvironmentVariable(Variable, string.Join(Path.PathSeparator, folders.Select(Path.GetFullPath)));

    public static IReadOnlyList<IndexedDocument> Read() =>
        [.. Folders().SelectMany(Directory.EnumerateFiles).Order(StringComparer.Ordinal).Select(ReadFile).OfType<IndexedDocument>()];

    public static Vocabulary Synonyms() => SynonymList().ToVocabulary();

    public static Reports.SynonymList SynonymList() =>
        Reports.SynonymList.Parse(File.ReadLines(Path.Combine(Seeds, "synonyms.tsv")));

    /// <summary>The questions people ask of the evaluation documents, those to be refused included.</summary>
    public static IReadOnlyList<string> Questions() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Seeds, "evaluation"), "*.tsv").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
            .Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split('\t')[0]),
    ];

    private static string Seeds => Path.Combine(Root(), "seeds");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WeChatBridge.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The benchmarks read the seeds beside WeChatBridge.sln.");
    }

    private static IndexedDocument? ReadFile(string path)
    {
        if (path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".tsv", StringComparison.Ordinal)
            || DocumentText.Read(File.ReadAllBytes(path), path).Text is not { } text)
        {
            return null;
        }

        var outline = OutlineSplitter.Split(text);
        var sections = outline.Sections.Where(section => section.Role != SectionRole.Contents);
        return new IndexedDocument(
            Path.GetFileNameWithoutExtension(path),
            "Report",
            outline.Title ?? Path.GetFileNameWithoutExtension(path),
            outline.IssuingBody,
            outline.IssuedOn,
            outline.Year,
            [.. sections.Select(section => new IndexedSection(
                $"{section.Ordinal}", section.Ordinal, section.Level, section.Number, section.Heading, section.HeadingPath, section.DisplayText))]);
    }
}
