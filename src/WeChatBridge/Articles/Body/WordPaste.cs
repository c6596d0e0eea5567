using System.Text.RegularExpressions;
using AngleSharp.Dom;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Body;

/// <summary>
/// What Word and WPS put on the clipboard beside the text: reviewers' comments, deletions not accepted yet, list signs drawn with symbol
/// fonts. None of it may reach a reader; the rest of their markup goes with the ordinary cleaning.
/// </summary>
internal static partial class WordPaste
{
    public static void Prepare(IDocument document, BodyLosses losses)
    {
        foreach (var element in document.All.ToList())
        {
            var style = element.GetAttribute("style") ?? "";
            if (IsComment(element, style))
            {
                losses.Add(ArticleTexts.LostComments);
                element.Remove();
            }
            else if (element.LocalName == "del" && (element.HasAttribute("cite") || element.HasAttribute("datetime")))
            {
                losses.Add(ArticleTexts.LostDeletions);
                element.Remove();
            }
            else if (element.LocalName == "ins" && (element.HasAttribute("cite") || element.HasAttribute("datetime")))
            {
                element.Replace([.. element.ChildNodes]);
            }
            else if (element.LocalName == "o:p" && WhiteSpace.IsInvisible(element.TextContent))
            {
                element.Remove();
            }
            else if (ListSign().IsMatch(style))
            {
                element.TextContent = Sign(element.TextContent);
                element.RemoveAttribute("style");
            }
        }
    }

    private static bool IsComment(IElement element, string style) =>
        element.ClassList.Contains("MsoCommentReference") || CommentStyle().IsMatch(style);

    /// <summary>A number with the space that belongs behind it; none behind Chinese punctuation (一、).</summary>
    public static string Spaced(string number) => number.Length == 0 || number[^1] is '、' or '）' or '．' or '。' ? number : number + " ";

    // Bullets come as letters of symbol fonts: "l" in Wingdings is a dot.
    private static string Sign(string sign)
    {
        var trimmed = sign.Trim().Trim('\u00A0', '\u3000').Trim();
        return Spaced(trimmed is "l" or "n" or "u" or "o" or "§" or "Ø" or "ü" or "·" or "¡" ? "•" : trimmed);
    }

    [GeneratedRegex(@"mso-list\s*:\s*ignore", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ListSign();

    [GeneratedRegex(
        @"mso-(element\s*:\s*comment|special-character\s*:\s*comment|comment-reference)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CommentStyle();
}
