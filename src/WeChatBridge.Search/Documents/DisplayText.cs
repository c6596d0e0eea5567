using System.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>Makes lines readable as they are shown: blank lines and page numbers dropped, one paragraph a line.</summary>
internal static class DisplayText
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
            if (content.Length == 0 || PageNumber.Is(lines[i]))
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
}
