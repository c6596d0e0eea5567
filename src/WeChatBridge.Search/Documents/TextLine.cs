using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>One line of a document: where it stands, and what it says once trimmed.</summary>
/// <param name="Start">Offset of the line in the document.</param>
/// <param name="Length">Its length with the line end.</param>
/// <param name="Content">The line without surrounding white space.</param>
/// <param name="Folded">The same characters folded for comparison.</param>
internal sealed record TextLine(int Start, int Length, string Content, string Folded)
{
    public int End => Start + Length;

    public bool IsBlank => Content.Length == 0;

    public static IReadOnlyList<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfLine(text, start);
            lines.Add(Create(text, start, end));
            start = end;
        }

        return lines;
    }

    private static TextLine Create(string text, int start, int end)
    {
        var content = text[start..end].Trim(TrimmedCharacters);
        return new TextLine(start, end - start, content, CharacterFolding.Fold(content));
    }

    private static int EndOfLine(string text, int start)
    {
        var at = text.AsSpan(start).IndexOfAny('\n', '\r', '\f');
        if (at < 0)
        {
            return text.Length;
        }

        var end = start + at + 1;
        return text[end - 1] == '\r' && end < text.Length && text[end] == '\n' ? end + 1 : end;
    }

    private static readonly char[] TrimmedCharacters = [' ', '\t', '\u3000', '\u00A0', '\n', '\r', '\f', '\v', '\u200B', '\uFEFF'];
}
