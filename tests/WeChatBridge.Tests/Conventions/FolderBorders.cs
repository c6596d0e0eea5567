using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WeChatBridge.Tests.Conventions;

/// <summary>Finds where a folder of the product reaches over its border, and says what to do instead.</summary>
internal static partial class FolderBorders
{
    private static readonly string[] ContextTypes =
        ["BridgeContext", "SqliteBridgeContext", "PostgresBridgeContext", "DbContext", "DatabaseFacade", "IDbContextFactory"];

    public static IReadOnlyList<string> ViolationsInProduct() =>
        Judge(ProductSource.Compile(), ProductSource.Compile().SyntaxTrees, ProductSource.Files);

    /// <summary>Judges one more file as if it lay in the product.</summary>
    public static IReadOnlyList<string> ViolationsIn(SourceFile file)
    {
        var compilation = ProductSource.Compile(file);
        return Judge(compilation, compilation.SyntaxTrees.Where(tree => tree.FilePath == file.Path), [file]);
    }

    private static IReadOnlyList<string> Judge(
        CSharpCompilation compilation, IEnumerable<SyntaxTree> trees, IEnumerable<SourceFile> files) =>
        [.. trees.SelectMany(tree => UsesIn(tree, compilation))
            .Concat(files.Where(file => file.IsPage).SelectMany(UsesIn))
            .Select(Judge).OfType<string>().Distinct()];

    private static IEnumerable<Use> UsesIn(SyntaxTree tree, CSharpCompilation compilation)
    {
        var folder = new SourceFile(tree.FilePath, "").Folder;
        var model = compilation.GetSemanticModel(tree);
        return from node in tree.GetRoot().DescendantNodes()
               where node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax
               let symbol = model.GetSymbolInfo(node).Symbol
               let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
               where type is not null
               select new Use(
                   $"{tree.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}",
                   folder,
                   SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) ? FolderOf(type) : "",
                   OutermostOf(type).Name);
    }

    /// <summary>A page cannot name anything of another folder without naming its namespace, here or in its imports.</summary>
    private static IEnumerable<Use> UsesIn(SourceFile page) =>
        NamespacePattern().Matches(page.Text).Select(match => new Use(page.Path, page.Folder, match.Groups["folder"].Value, null))
            .Where(use => FolderTable.Folders.Contains(use.To))
            .Concat(ContextTypes.Where(type => Regex.IsMatch(page.Text, $@"\b{type}\b", RegexOptions.NonBacktracking))
                .Select(type => new Use(page.Path, page.Folder, "", type)));

    private static string? Judge(Use use)
    {
        if (FolderTable.WithoutContext.Contains(use.From) && ContextTypes.Contains(use.Type))
        {
            return $"{use.Place} uses {use.Type}. {use.From} acts as a person does: ask a desk or a finder of the feature for it, "
                + "and add the method there if it is missing.";
        }

        if (use.From.Length == 0 || use.To.Length == 0 || FolderTable.MayUse(use.From, use.To, use.Type))
        {
            return null;
        }

        return $"{use.Place} uses {use.To}{(use.Type is null ? "" : $".{use.Type}")}, but {use.From} may use "
            + $"{FolderTable.Describe(use.From)}. Let a caller that may see both hand the value in, or move the code to the folder whose "
            + "question it answers. If the border itself is wrong, change FolderTable and the README's folder table, and say why.";
    }

    private static string FolderOf(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString().Split('.') is ["WeChatBridge", var folder, ..] ? folder : "";

    private static INamedTypeSymbol OutermostOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? OutermostOf(outer) : type;

    [GeneratedRegex(@"\bWeChatBridge\.(?<folder>\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex NamespacePattern();

    /// <param name="Place">The file, and the line where it is known.</param>
    /// <param name="From">The folder that uses; empty beside the folders.</param>
    /// <param name="To">The folder that is used; empty for what is no folder of the product.</param>
    /// <param name="Type">The used type; null where only the folder is known.</param>
    private sealed record Use(string Place, string From, string To, string? Type);
}
