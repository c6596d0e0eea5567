using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WeChatBridge.Tests.Conventions;

public sealed class SourceLayoutTests
{
    private const int LongestFile = 300;

    private static readonly IReadOnlyList<string> Written =
        [.. Repository.FilesUnder("src", ".cs").Where(path => !path.Contains("/Migrations/"))];

    [Fact]
    public void A_namespace_is_file_scoped_and_equals_its_folder() => Written
        .SelectMany(path => NamespacesIn(path).Where(found => found is not FileScopedNamespaceDeclarationSyntax
                || found.Name.ToString() != ExpectedNamespace(path))
            .Select(found => $"{path}: {found.Name}, expected \"namespace {ExpectedNamespace(path)};\""))
        .ShouldBeEmpty();

    [Fact]
    public void A_file_can_be_read_in_one_sitting() => Written
        .Select(path => (Path: path, Lines: Repository.Read(path).AsSpan().Count('\n')))
        .Where(file => file.Lines > LongestFile)
        .ShouldBeEmpty("Find the second subject in it and give that its own file.");

    private static IEnumerable<BaseNamespaceDeclarationSyntax> NamespacesIn(string path) =>
        CSharpSyntaxTree.ParseText(Repository.Read(path)).GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>();

    private static string ExpectedNamespace(string path)
    {
        // src/Project/Folder/File.cs
        var parts = path.Split('/');
        return string.Join('.', parts[2..^1].Prepend(RootNamespace(parts[1])));
    }

    private static string RootNamespace(string project) =>
        XDocument.Parse(Repository.Read($"src/{project}/{project}.csproj")).Descendants("RootNamespace").FirstOrDefault()?.Value ?? project;
}
