using System.Text.RegularExpressions;

namespace WeChatBridge.WeChat.Replies;

/// <summary>Where links stand in a text, as the WeChat client makes them tappable.</summary>
internal static partial class LinkSpans
{
    private const string AnchorEnd = "</a>";

    /// <summary>Where the link starts that a cut at <paramref name="position"/> would break; null when it breaks none.</summary>
    public static int? StartOfLinkAround(string text, int position)
    {
        var at = 0;
        while (at < position && LinkStart().Match(text, at) is { Success: true } start && start.Index < position)
        {
            var end = start.Value[0] == '<' ? EndOfAnchor(text, start) : start.Index + start.Length;
            if (end > position)
            {
                return start.Index;
            }

            at = end;
        }

        return null;
    }

    /// <summary>An anchor that is never closed is text, not a link; then only its opening is passed over.</summary>
    private static int EndOfAnchor(string text, Match start)
    {
        var end = text.IndexOf(AnchorEnd, start.Index + start.Length, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? start.Index + 1 : end + AnchorEnd.Length;
    }

    // A URL ends before what is not ASCII (「见https://example.cn/a。」), and ASCII punctuation at its end belongs to the sentence.
    [GeneratedRegex(
        """<a\s[^<>]*>|(?:https?://|www\.)[\w\-.~:/?#\[\]@!$&'()*+,;=%]*[\w\-~/#&=%]""",
        RegexOptions.IgnoreCase | RegexOptions.ECMAScript)]
    private static partial Regex LinkStart();
}
