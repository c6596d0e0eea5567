using System.Text;
using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Documents;

/// <summary>Makes lines readable as they are shown: blank lines and page numbers dropped, one paragraph a line.</summary>
internal static partial class DisplayText
{
    /// <summary>Joins the lines from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    /// <param name="lines">The document's lines.</param>
    /// <param name="from">First line.</param>
    /// <param name="to">Line after the last.</param>
    /// <param name="skip">How many characters of the first line to leave out.</param>
    public static string Join(IReadOnlyList<TextLine> lines, int from, int to, int skip)
    {
        var text = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            var content = i == from ? lines[i].Content[skip..].Trim() : lines[i].Content;
            if (content.Length == 0 || IsPageNumber(lines[i].Folded))
            {
                continue;
            }

            if (text.Length > 0)
            {
                text.Append('\n');
            }

            text.Append(content);
        }

        return text.ToString();
    }

    private static bool IsPageNumber(string folded) => PageNumber().IsMatch(folded);

    [GeneratedRegex(@"^(?:[-—–]+\s*\d{1,4}\s*[-—–]+|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?|\d{1,3}\s*/\s*\d{1,3})$")]
    private static partial Regex PageNumber();
}
