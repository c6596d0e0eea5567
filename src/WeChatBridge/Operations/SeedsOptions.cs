using WeChatBridge.Reports;

namespace WeChatBridge.Operations;

/// <summary>Where the seeds lie (configuration section <c>Seeds</c>).</summary>
internal sealed record SeedsOptions
{
    public const string Section = "Seeds";

    /// <summary>Relative to the caller's folder, and if it is not there, to the program's own.</summary>
    public string Path { get; init; } = "seeds";

    public string? Folder() => new[] { System.IO.Path.GetFullPath(Path), System.IO.Path.Combine(AppContext.BaseDirectory, Path) }
        .FirstOrDefault(Directory.Exists);

    /// <summary>A file of the seeds, or else the one beside the program: what holds for the whole country need not be copied by every office.</summary>
    public string? Find(string file) => new[] { Folder(), System.IO.Path.Combine(AppContext.BaseDirectory, "seeds") }
        .OfType<string>().Select(folder => System.IO.Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    /// <summary>The words that mean the same (<c>synonyms.tsv</c>), with which each account begins; none where the file is missing.</summary>
    public SynonymList ReadSynonyms() =>
        Folder() is { } folder && System.IO.Path.Combine(folder, "synonyms.tsv") is var file && File.Exists(file)
            ? SynonymList.Parse(File.ReadLines(file))
            : SynonymList.Empty;
}
