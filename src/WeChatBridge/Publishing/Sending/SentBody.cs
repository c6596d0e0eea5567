using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace WeChatBridge.Publishing.Sending;

/// <summary>A body's HTML, as we hold it or as the platform gives it back: its pictures, and what a reader would miss.</summary>
internal sealed partial class SentBody
{
    private readonly IHtmlDocument _document;

    private SentBody(IHtmlDocument document) => _document = document;

    /// <summary>The addresses of its pictures, each once, in order.</summary>
    public IReadOnlyList<string> PictureAddresses => [.. Pictures.Select(picture => picture.GetAttribute("src") ?? "").Distinct()];

    public int PictureCount => Pictures.Count();

    /// <summary>Where its links lead; the scheme may be changed on the way.</summary>
    public IReadOnlyList<string> Links => [.. _document.QuerySelectorAll("a[href]").Select(link => WithoutScheme(link.GetAttribute("href")!))];

    public int CellCount => _document.QuerySelectorAll("td, th").Length;

    /// <summary>Its words without any white space, which editors and filters change at will.</summary>
    public string Words => WhiteSpace().Replace(_document.Body!.TextContent, "");

    private IEnumerable<IElement> Pictures => _document.QuerySelectorAll("img");

    public static SentBody Read(string html) => new(new HtmlParser().ParseDocument($"<body>{html}</body>"));

    /// <summary>The hash in an address of our own; null for a picture of another site.</summary>
    public static string? HashIn(string address) =>
        OwnAddress().Match(address) is { Success: true } match ? match.Groups["hash"].Value : null;

    /// <summary>The HTML with each picture under the address that the platform gave it.</summary>
    public string With(IReadOnlyDictionary<string, string> addresses)
    {
        foreach (var picture in Pictures)
        {
            picture.SetAttribute("src", addresses[picture.GetAttribute("src") ?? ""]);
        }

        return _document.Body!.InnerHtml;
    }

    private static string WithoutScheme(string address) => address[(address.IndexOf("//", StringComparison.Ordinal) + 1)..].TrimEnd('/');

    [GeneratedRegex("^(/[A-Za-z0-9-]+)*/files/(?<hash>[0-9a-f]{64})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnAddress();

    // With the marks that have no width.
    [GeneratedRegex(@"[\s\u00A0\u200B-\u200D\u2060\uFEFF]+", RegexOptions.NonBacktracking)]
    private static partial Regex WhiteSpace();
}
