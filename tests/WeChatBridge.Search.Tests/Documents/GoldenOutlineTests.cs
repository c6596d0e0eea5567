using System.Globalization;
using WeChatBridge.Search.Documents;

namespace WeChatBridge.Search.Tests.Documents;

/// <summary>Outlines checked by eye and kept: a change of the splitter shows as a changed line.</summary>
public sealed class GoldenOutlineTests
{
    public static TheoryData<string> Documents => [.. EvaluationFolder.DocumentNames];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_has_the_outline_that_was_checked(string name)
    {
        var golden = Path.Combine(AppContext.BaseDirectory, "Golden", name + ".outline");
        Describe(EvaluationFolder.Outline(name)).ShouldBe(File.ReadAllText(golden));
    }

    private static string Describe(DocumentOutline outline)
    {
        var issuedOn = outline.IssuedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
        var year = outline.Year?.ToString(CultureInfo.InvariantCulture) ?? "-";
        var facts = $"{outline.Title} | {outline.IssuingBody ?? "-"} | {issuedOn} | {year}";
        var lines = outline.Sections.Select(section =>
            new string(' ', 2 * (section.Level - 1))
            + $"{section.Role}: {section.Number} {section.Heading} [{Beginning(section.DisplayText)}]");
        return string.Join('\n', lines.Prepend(facts)) + "\n";
    }

    private static string Beginning(string text) => text[..Math.Min(12, text.Length)].Replace('\n', '/');
}
