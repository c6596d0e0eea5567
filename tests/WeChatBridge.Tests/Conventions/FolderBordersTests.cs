using Microsoft.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace WeChatBridge.Tests.Conventions;

public sealed class FolderBordersTests
{
    // A partial method whose other half a source generator writes.
    private const string HalfOfPartialMethod = "CS8795";

    [Fact]
    public void Every_folder_uses_only_what_the_table_allows() => FolderBorders.ViolationsInProduct().ShouldBeEmpty();

    [Fact]
    public void Every_folder_stands_in_the_table() =>
        ProductSource.Files.Select(file => file.Folder).Where(folder => folder.Length > 0).Distinct().Except(FolderTable.Folders)
            .ShouldBeEmpty("Write into FolderTable and into the README's folder table which question it answers and what it may use.");

    [Fact]
    public void Every_name_in_the_product_is_understood() => ProductSource.Compile().GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != HalfOfPartialMethod)
        .ShouldBeEmpty("A name that does not resolve cannot be judged.");

    [Theory]
    [InlineData("Answers/X.cs", "class X { object Of(Callbacks.InboundLog log) => log; }", "Answers/X.cs:1 uses Callbacks.InboundLog")]
    [InlineData("Audit/X.cs", "class X { object Of() => WeChatBridge.Accounts.ContactCard.Empty.Phone; }", "uses Accounts.ContactCard")]
    [InlineData("Reports/X.cs", "class X { Accounts.ContactCard Of() => new(); }", "uses Accounts.ContactCard")]
    [InlineData("Storage/X.cs", "using WeChatBridge.Reports; class X { object? Of(object o) => o as Section; }", "uses Reports.Section")]
    [InlineData("CommandLine/X.cs", "class X { object Of(Storage.BridgeContext context) => context; }", "ask a desk")]
    [InlineData(
        "StaffPages/X.cs",
        "using Microsoft.EntityFrameworkCore; class X { object? Of(IServiceProvider s) => s.GetService<IDbContextFactory<DbContext>>(); }",
        "uses IDbContextFactory")]
    [InlineData("PublicPages/X.cshtml", "@using WeChatBridge.Inbox", "uses Inbox")]
    [InlineData("StaffPages/X.cshtml", "@inject BridgeContext Context", "uses BridgeContext")]
    public void A_use_over_the_border_is_named(string path, string text, string expected) =>
        FolderBorders.ViolationsIn(Within(path, text)).ShouldContain(violation => violation.Contains(expected));

    [Theory]
    [InlineData("Answers/X.cs", "class X { object Of(Reports.Report report) => Texts.FollowerTexts.Source; }")]
    [InlineData("StaffPages/X.cshtml", "@using WeChatBridge.Accounts\n@using WeChatBridge.Search.Index")]
    public void A_use_the_table_allows_is_not(string path, string text) => FolderBorders.ViolationsIn(Within(path, text)).ShouldBeEmpty();

    [Fact]
    public void The_context_has_no_set_properties() =>
        typeof(BridgeHost).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(DbContext)))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .ShouldBeEmpty("Use Set<T>(): it names the type, so that a reach over a border is seen.");

    private static SourceFile Within(string path, string text)
    {
        var file = new SourceFile(path, text);
        return file.IsPage ? file : file with { Text = $"namespace WeChatBridge.{file.Folder} {{ {text} }}" };
    }
}
