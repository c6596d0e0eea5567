using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Words as they stand in a page: nothing of them is markup, and Chinese stays Chinese.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Text(string text) => Encoder.Encode(text);

    public static string Element(string name, string content) => $"<{name}>{content}</{name}>";

    public static string Paragraph(string text) => Element("p", Text(text)) + "\n";

    public static string Code(string text) => text.Length == 0 ? "" : Element("code", Text(text));

    public static string Link(string address, string text) => $"<a href=\"{Text(address)}\">{Text(text)}</a>";

    public static string Heading(int level, string text) => Element($"h{level}", Text(text)) + "\n";

    /// <summary>Heads and values, the values markup already; what is empty is left out.</summary>
    public static string Pairs(params IEnumerable<(string Head, string Value)> pairs) => "<table class=\"facts\">\n" + string.Concat(
        pairs.Where(pair => pair.Value.Length > 0).Select(pair =>
            Element("tr", $"<th scope=\"row\">{Text(pair.Head)}</th>" + Element("td", pair.Value)) + "\n")) + "</table>\n";

    /// <summary>A table with its heads; what stands in the rows is markup already. On a narrow screen each cell carries its head.</summary>
    public static string Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows) => "<table class=\"list\">\n"
        + Element("thead", Element("tr", string.Concat(heads.Select(head => $"<th scope=\"col\">{Text(head)}</th>")))) + "\n<tbody>\n"
        + string.Concat(rows.Select(row => Element("tr", string.Concat(row.Zip(heads, Cell))) + "\n")) + "</tbody></table>\n";

    private static string Cell(string content, string head) => content.Length == 0
        ? "<td class=\"none\"></td>"
        : $"<td data-head=\"{Text(head)}\"><div>{content}</div></td>";
}
