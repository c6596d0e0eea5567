using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Words as they stand in a page: nothing of them is markup, and Chinese stays Chinese.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Text(string text) => Encoder.Encode(text);

    public static string Element(string name, string content) => $"<{name}>{content}</{name}>";

    public static string Row(params IEnumerable<string> cells) => Element("tr", string.Concat(cells.Select(cell => Element("td", cell))));

    /// <summary>A table with its heads; what stands in the rows is markup already.</summary>
    public static string Table(IEnumerable<string> heads, IEnumerable<string> rows) => Element(
        "table",
        Element("tr", string.Concat(heads.Select(head => Element("th", Text(head))))) + "\n" + string.Concat(rows.Select(row => row + "\n")))
        + "\n";
}
