namespace WeChatBridge.Tests.Conventions;

/// <summary>The files a person would find in a fresh clone; what builds and runs leave behind is not among them.</summary>
internal static class Repository
{
    private static readonly string[] LeftBehind =
        ["bin", "obj", ".git", ".vs", ".idea", "node_modules", "data", "TestResults", "artifacts", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths relative to the root, parts joined by slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. FilesUnder(Root).Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> FilesUnder(string folder, string extension) =>
        Files.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && path.EndsWith(extension, StringComparison.Ordinal));

    private static IEnumerable<string> FilesUnder(string folder) =>
        Directory.EnumerateFiles(folder).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Concat(
            Directory.EnumerateDirectories(folder).Where(path => !LeftBehind.Contains(Path.GetFileName(path))).SelectMany(FilesUnder));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "WeChatBridge.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The tests do not lie inside the repository: there is no WeChatBridge.sln above them.");
    }
}
