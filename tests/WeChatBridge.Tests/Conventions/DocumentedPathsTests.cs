using System.Text.RegularExpressions;

namespace WeChatBridge.Tests.Conventions;

/// <summary>A reader who follows the README or the documentation finds every file and folder they name.</summary>
public sealed partial class DocumentedPathsTests
{
    // Made by whoever runs the program, so in no clone.
    private static readonly string[] MadeByRunning = ["appsettings.json", "data/"];

    private static readonly HashSet<string> Known = [.. Repository.Files.SelectMany(PathAndFolders).SelectMany(Endings)];

    private static readonly HashSet<string> TopFolders =
        [.. Repository.Files.Where(path => path.Contains('/')).Select(path => path.Split('/')[0])];

    private static readonly HashSet<string> Extensions =
        [.. Repository.Files.Select(path => Path.GetExtension(path)).Where(extension => extension.Length > 0)];

    [Fact]
    public void Every_file_and_folder_the_documents_name_exists()
    {
        Known.Contains("README.md").ShouldBeTrue("The README is missing.");
        Repository.FilesUnder("docs", ".md").Prepend("README.md")
            .SelectMany(document => Missing(Repository.Read(document)).Select(path => $"{document} names {path}"))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("`src/WeChatBridge/Nowhere/`")]
    [InlineData("`NoSuchFile.cs`")]
    [InlineData("[the guide](docs/no-such-page.md#part)")]
    [InlineData("| `Nowhere/` | answers nothing |")]
    public void A_name_that_is_nowhere_is_found(string text) => Missing(text).ShouldHaveSingleItem();

    [Theory]
    [InlineData("`src/WeChatBridge/` and `Callbacks/CallbackGate.cs`, `InboundLog.cs`, `Callbacks/`, [sample](appsettings.sample.json)")]
    [InlineData("`dotnet run --project src/NoSuchProject -- ask`, `/callback/zhengwu/`, `/health/live`, `text/xml`, `*.cs`")]
    [InlineData("`Accounts:zhengwu:AppId`, `appsettings.json`, `data/wechatbridge.db`")]
    [InlineData("[page](https://example.org/a/b.cs), `http://127.0.0.1:5080/`")]
    public void Commands_addresses_and_settings_are_not_taken_for_paths(string text) => Missing(text).ShouldBeEmpty();

    private static IEnumerable<string> Missing(string text) =>
        from match in NamePattern().Matches(text)
        let name = match.Groups["name"].Value
        where PathPattern().IsMatch(name) && (match.Value[0] == ']' || LooksLikePath(name))
        where !MadeByRunning.Any(made => name.StartsWith(made, StringComparison.Ordinal))
        where !Known.Contains(name.Replace("../", "").TrimEnd('/'))
        select name;

    private static bool LooksLikePath(string name) =>
        name.EndsWith('/')
        || Extensions.Contains(Path.GetExtension(name))
        || (name.Contains('/') && TopFolders.Contains(name.Split('/')[0]));

    private static IEnumerable<string> PathAndFolders(string path)
    {
        var parts = path.Split('/');
        return Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts[..count]));
    }

    /// <summary>A document may leave out the beginning of a path where its reader knows it.</summary>
    private static IEnumerable<string> Endings(string path)
    {
        var parts = path.Split('/');
        return Enumerable.Range(0, parts.Length).Select(first => string.Join('/', parts[first..]));
    }

    [GeneratedRegex(@"`(?<name>[^`\n]+)`|\]\((?<name>[^)#\s]+)[^)]*\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NamePattern();

    // No scheme, no blank, no placeholder, no leading slash or dash.
    [GeneratedRegex(@"^[\p{L}\p{N}_.][\p{L}\p{N}_./-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex PathPattern();
}
