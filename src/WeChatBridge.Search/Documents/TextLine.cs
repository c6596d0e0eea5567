using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>One line as it was meant: a physical line, part of a very long one, or several that a PDF had wrapped.</summary>
/// <param name="Start">Offset in the document.</param>
/// <param name="Length">Length there, line ends included.</param>
/// <param name="Content">What it says, without surrounding white space.</param>
/// <param name="Folded">The same characters folded for comparison.</param>
internal sealed record TextLine(int Start, int Length, string Content, string Folded)
{
    private static readonly char[] Trimmed = [' ', '\t', '\u3000', '\u00A0', '\n', '\r', '\f', '\v', '\u200B', '\uFEFF'];

    public int End => Start + Length;

    /// <summary>How many blanks the line begins with.</summary>
    public int Indent { get; private init; }

    public bool IsBlank => Content.Length == 0;

    /// <summary>True where the sentence ends with the line.</summary>
    public bool EndsSentence =>
        Content is [.., '。' or '！' or '？' or '；' or '：' or '!' or '?' or ';' or ':' or '”' or '》'];

    public static TextLine Create(string text, int start, int end)
    {
        // Zero-width characters, left by web pages, would stand between a word and whoever looks for it.
        var visible = text[start..end].Where(character => CharacterFolding.Fold(character) != CharacterFolding.Invisible);
        var content = string.Concat(visible).Trim(Trimmed);
        var indent = text.AsSpan(start, end - start);
        return new TextLine(start, end - start, content, CharacterFolding.Fold(content))
        {
            Indent = indent.Length - indent.TrimStart().Length,
        };
    }

    /// <summary>This line with the next ones, which carry on its sentence.</summary>
    public TextLine JoinedWith(TextLine next, int end)
    {
        // Letters and digits on both sides were separate words; Chinese needs no space.
        var gap = char.IsAsciiLetter(Content[^1]) && char.IsAsciiLetter(next.Content[0]) ? " " : "";
        return this with { Length = end - Start, Content = Content + gap + next.Content, Folded = Folded + gap + next.Folded };
    }
}
