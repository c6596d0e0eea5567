using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using WeChatBridge.Articles.Body;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Checks;

/// <summary>
/// Finds words that a reviewer does not see, or reads otherwise than they stand there: in nearly the colour of their background, or behind
/// characters that turn the direction of writing.
/// </summary>
internal static class VisibilityCheck
{
    /// <summary>Below it nobody notices that there are words: #ddd on white has 1.36, the #999 of a caption 2.8.</summary>
    private const double LeastContrast = 1.5;

    public static IEnumerable<CheckFinding> Check(ArticleContent content, IReadOnlyList<CheckedText> texts) =>
        Colours(content.BodyHtml, texts.First(text => text.Field == ArticleField.Body)).Concat(texts.SelectMany(Directions));

    private static IEnumerable<CheckFinding> Colours(string html, CheckedText body)
    {
        var from = 0;
        // The platform's page is white, its text black.
        foreach (var (words, contrast) in Read(new HtmlParser().ParseDocument(html).Body!, BodyColour.Black, BodyColour.White))
        {
            var at = body.Text.IndexOf(words, from, StringComparison.Ordinal);
            from = at < 0 ? from : at + words.Length;
            if (at >= 0 && contrast < LeastContrast)
            {
                yield return new CheckFinding(
                    CheckRule.UnreadableColour, CheckWeight.NeedsReason, body.At(at, words.Length), ArticleTexts.AdviceUnreadableColour);
            }
        }
    }

    /// <summary>The words in their order, each with its contrast to what lies behind it: every background lies on the one around it.</summary>
    private static IEnumerable<(string Words, double Contrast)> Read(INode node, BodyColour colour, BodyColour background)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text && !WhiteSpace.IsInvisible(text.Data))
            {
                yield return (text.Data, colour.On(background).ContrastTo(background));
            }
            else if (child is IElement element)
            {
                var style = BodyStyle.Parse(element.GetAttribute("style"));
                var behind = Said(style, "background-color")?.On(background) ?? background;
                foreach (var inner in Read(element, Said(style, "color") ?? colour, behind))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>One finding a text, at the first of them, however many there are.</summary>
    private static IEnumerable<CheckFinding> Directions(CheckedText text)
    {
        var places = Enumerable.Range(0, text.Text.Length).Where(at => TurnsDirection(text.Text[at])).ToList();
        return places.Count == 0
            ? []
            : [new CheckFinding(
                CheckRule.TurnedDirection, CheckWeight.NeedsReason, text.At(places[0], 1), ArticleTexts.AdviceTurnedDirection.With(places.Count))];
    }

    private static bool TurnsDirection(char character) => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static BodyColour? Said(BodyStyle style, string name) => style.Get(name) is { } value ? BodyColour.Parse(value) : null;
}
