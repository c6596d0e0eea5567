using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace WeChatBridge.Tests.Conventions;

/// <summary>A source file of the product; the path is relative to the product's folder.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The feature folder; empty for the files beside them, which put the product together and may use everything.</summary>
    public string Folder => Path.Contains('/') ? Path[..Path.IndexOf('/')] : "";

    public bool IsPage => Path.EndsWith(".cshtml", StringComparison.Ordinal);
}

/// <summary>The product's source, compiled in memory so that every name in it can be asked what it means.</summary>
internal static class ProductSource
{
    private const string Project = "src/WeChatBridge";

    // What the web SDK adds to every file by itself.
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Net.Http.Json; global using System.Threading; global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. Repository.FilesUnder(Project, ".cs").Concat(Repository.FilesUnder(Project, ".cshtml"))
            .Select(path => new SourceFile(path[(Project.Length + 1)..], Repository.Read(path)))];

    private static readonly Lazy<CSharpCompilation> WholeProduct = new(() => CSharpCompilation.Create(
        "WeChatBridge",
        [.. Files.Where(file => !file.IsPage).Select(Parse), Parse(new("ImplicitUsings.cs", ImplicitUsings)), .. TextClasses.Select(Parse)],
        References,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)));

    public static CSharpCompilation Compile(params IEnumerable<SourceFile> additional) =>
        WholeProduct.Value.AddSyntaxTrees(additional.Where(file => !file.IsPage).Select(Parse));

    private static SyntaxTree Parse(SourceFile file) => CSharpSyntaxTree.ParseText(file.Text, path: file.Path);

    /// <summary>The build makes these classes from the resource files; here their names are enough.</summary>
    private static IEnumerable<SourceFile> TextClasses =>
        from path in Repository.FilesUnder(Project, ".resx")
        let name = Path.GetFileNameWithoutExtension(path)
        let texts = XDocument.Parse(Repository.Read(path)).Root!.Elements("data").Select(data => data.Attribute("name")!.Value)
        let members = string.Concat(texts.Select(text => $"public static string {text} => string.Empty; "))
        select new SourceFile($"Texts/{name}.cs", $"namespace WeChatBridge.Texts; internal static class {name} {{ {members} }}");

    private static IEnumerable<MetadataReference> References =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != "WeChatBridge.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
}
