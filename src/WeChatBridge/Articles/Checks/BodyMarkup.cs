using AngleSharp.Html.Parser;
using WeChatBridge.Articles.Body;

namespace WeChatBridge.Articles.Checks;

/// <summary>The links and pictures of a clean body, in order.</summary>
internal sealed record BodyMarkup(
    IReadOnlyList<(string Address, string Words)> Links, IReadOnlyList<(string Address, string Description)> Pictures)
{
    public static BodyMarkup Of(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        return new BodyMarkup(
            [.. document.QuerySelectorAll("a").Select(link => (link.GetAttribute("href") ?? "", WordsOf(link.TextContent)))],
            [.. document.QuerySelectorAll("img").Select(image => (image.GetAttribute("src") ?? "", image.GetAttribute("alt") ?? ""))]);
    }

    private static string WordsOf(string text) => WhiteSpace.IsInvisible(text) ? "" : text.Trim();
}
