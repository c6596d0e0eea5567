using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WeChatBridge.Tests.Conventions;

/// <summary>Who acts is decided at few places: a desk can trust what it is handed.</summary>
public sealed class ActingPersonsTests
{
    // Which folders may write Acting.Of (a signed-in member), Acting.Installer and Acting.CommandLine.
    private static readonly Dictionary<string, string[]> Places = new()
    {
        ["Of"] = ["Staff"],
        ["Installer"] = ["Staff", "Operations"],
        ["CommandLine"] = ["Staff", "CommandLine"],
    };

    [Fact]
    public void A_person_is_admitted_by_the_sign_in_alone_and_the_named_actors_act_where_they_belong() => ProductSource.Files
        .Where(file => !file.IsPage).SelectMany(Misplaced)
        .ShouldBeEmpty("Take an Acting as a parameter; who signs in, installs or types commands makes it.");

    [Theory]
    [InlineData("Articles/X.cs", "class X { object Of(StaffMember m) => Acting.Of(m); }")]
    [InlineData("CommandLine/X.cs", "class X { object Of() => Staff.Acting.Installer; }")]
    [InlineData("StaffPages/X.cs", "class X { object Of() => Acting.CommandLine; }")]
    public void A_misplaced_one_is_found(string path, string text) => Misplaced(new SourceFile(path, text)).ShouldHaveSingleItem();

    private static IEnumerable<string> Misplaced(SourceFile file) =>
        from access in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        where access.Expression.ToString() is "Acting" || access.Expression.ToString().EndsWith(".Acting", StringComparison.Ordinal)
        where Places.TryGetValue(access.Name.Identifier.Text, out var folders) && !folders.Contains(file.Folder)
        select $"{file.Path}: {access}";
}
