using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Documents;

/// <summary>Recognises the page numbers a PDF leaves between lines.</summary>
internal static partial class PageNumber
{
    public static bool Is(TextLine line) => line.Content.Length is > 0 and <= 16 && Pattern().IsMatch(line.Folded);

    [GeneratedRegex(@"^(?:[-—–·]+\s*\d{1,4}\s*[-—–·]+|第?\s*\d{1,4}\s*页(?:[,/ ]*共\s*\d{1,4}\s*页)?|\d{1,3}\s*/\s*\d{1,3}|\d{1,3})$")]
    private static partial Regex Pattern();
}
