using System.Runtime.CompilerServices;
using WeChatBridge.Search.Documents;
using WeChatBridge.Search.Index;

namespace WeChatBridge.Search.Tests;

/// <summary>The documents the tests read.</summary>
internal static class Sample
{
    public const string AnnualReport = "2017-annual-report.txt";

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Samples", name);

    public static string Read(string name)
    {
        var reading = DocumentText.Read(File.ReadAllBytes(PathOf(name)), name);
        return reading.Text.ShouldNotBeNull();
    }

    /// <summary>A file's outline, indexed as the product does it.</summary>
    public static IndexedDocument Index(string name, string kind = "report") => Index(name, Read(name), kind);

    public static IndexedDocument Index(string id, string text, string kind)
    {
        var outline = OutlineSplitter.Split(text);
        return new IndexedDocument(
            id, kind, outline.Title ?? id, outline.IssuingBody, outline.IssuedOn, outline.Year,
            [.. outline.Sections.Select(section => new IndexedSection(
                $"{section.Ordinal}", section.Ordinal, section.Level, section.Number, section.Heading, section.HeadingPath,
                section.DisplayText))]);
    }

    /// <summary>This test project's folder in the source tree, where golden files are kept.</summary>
    public static string SourceFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
