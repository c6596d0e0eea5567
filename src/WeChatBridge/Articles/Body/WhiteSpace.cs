using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace WeChatBridge.Articles.Body;

/// <summary>White space in the source of a page means one space; the no-break and the wide space are text.</summary>
internal static partial class WhiteSpace
{
    // Chinese characters and the punctuation set as wide as they are.
    private const string WideCharacter = @"[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]";

    /// <summary>The text as a page shows it; in preformatted text, as it is.</summary>
    public static string Collapse(IText text) => IsKept(text) ? text.Data : Run(text.Data);

    public static string Run(string text) => Spaces().Replace(LineBreakBetweenCharacters().Replace(text, ""), " ");

    public static bool IsBlank(string text) => text.AsSpan().Trim(" \t\r\n\f").IsEmpty;

    /// <summary>Whether there is nothing to see, wide and invisible spaces included.</summary>
    public static bool IsInvisible(string text) =>
        text.All(character => char.IsWhiteSpace(character) || character is '\u200B' or '\uFEFF' or '\u00AD');

    /// <summary>Takes the spaces off that stand at the beginning or end of a line.</summary>
    public static void TrimLineEnds(IText text)
    {
        if (IsKept(text))
        {
            return;
        }

        if (IsLineEnd(text, node => node.PreviousSibling))
        {
            text.Data = text.Data.TrimStart(' ');
        }

        if (IsLineEnd(text, node => node.NextSibling))
        {
            text.Data = text.Data.TrimEnd(' ');
        }
    }

    private static bool IsLineEnd(INode node, Func<INode, INode?> next)
    {
        while (next(node) is null)
        {
            if (node.Parent is not IElement parent || BodyElements.IsBlock(parent.LocalName) || parent.LocalName == "body")
            {
                return true;
            }

            node = parent;
        }

        return next(node) is IElement element && (element.LocalName == "br" || BodyElements.IsBlock(element.LocalName));
    }

    private static bool IsKept(IText text) => text.Ancestors<IElement>().Any(ancestor => ancestor.LocalName is "pre" or "listing");

    [GeneratedRegex(@"[ \t\r\n\f]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Spaces();

    // Word wraps Chinese text in the source of a page, where no space belongs.
    [GeneratedRegex($"(?<={WideCharacter})[ \\t\\f]*\\r?\\n[ \\t\\f]*(?={WideCharacter})")]
    private static partial Regex LineBreakBetweenCharacters();
}
