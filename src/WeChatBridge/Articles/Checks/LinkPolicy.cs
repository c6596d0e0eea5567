using System.Net;
using System.Text.RegularExpressions;
using WeChatBridge.Articles.Body;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Checks;

/// <summary>
/// Where an official account may point its readers (国办发〔2018〕123号: 党政网站和指定稿源，不得有商业广告链接). Which of the links are dead is
/// for <see cref="LinkProbe"/> to see.
/// </summary>
/// <param name="hosts">The hosts allowed, those under them included.</param>
internal sealed partial class LinkPolicy(IReadOnlyList<string> hosts)
{
    public IEnumerable<CheckFinding> Check(ArticleContent content) =>
        from link in LinksIn(content)
        let address = new Uri(link.Address)
        where !Allows(address)
        select new CheckFinding(
            CheckRule.ForeignLink, CheckWeight.NeedsReason, link.Place, ArticleTexts.AdviceForeignLink.With(address.Host));

    public bool Allows(Uri address) =>
        !IPAddress.TryParse(address.Host.Trim('[', ']'), out _)
        && hosts.Any(host => address.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase)
            || address.IdnHost.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every address a reader is sent to: links, pictures of other sites, 阅读原文, addresses written out in the text.</summary>
    public static IReadOnlyList<ArticleLink> LinksIn(ArticleContent content)
    {
        var markup = BodyMarkup.Of(content.BodyHtml);
        var texts = CheckedText.Of(content);
        var body = texts.First(text => text.Field == ArticleField.Body);
        var links = markup.Links.Select(link => new ArticleLink(link.Address, PlaceOf(body, link.Words)));
        var pictures = markup.Pictures.Select((picture, i) => (picture.Address, Label: ArticleTexts.FieldPicture.With(i + 1)))
            .Where(picture => WebAddress.Of(picture.Address) is not null)
            .Select(picture => ArticleLink.Bare(picture.Address, ArticleField.Picture, picture.Label));
        var source = WebAddress.Of(content.SourceLink) is { } address
            ? ArticleLink.Bare(address, ArticleField.SourceLink, ArticleTexts.FieldSourceLink)
            : null;
        return [.. links.Concat(pictures).Append(source).OfType<ArticleLink>().Concat(texts.SelectMany(Written))
            .DistinctBy(link => (link.Address, link.Place.Field, link.Place.Offset))];
    }

    private static CheckPlace PlaceOf(CheckedText body, string words) =>
        words.Length > 0 && body.Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var offset
            ? body.At(offset, words.Length)
            : new CheckPlace(body.Field, body.Label, 0, 0, words);

    private static IEnumerable<ArticleLink> Written(CheckedText text) =>
        from match in AddressInText().Matches(text.Text)
        let address = WebAddress.Of(match.Value)
        where address is not null
        select new ArticleLink(address, text.At(match.Index, match.Length));

    [GeneratedRegex(
        @"https?://[A-Za-z0-9.:\[\]_-]+(/[A-Za-z0-9._~:/?#@!$&'*+,;=%-]*)?",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AddressInText();
}

/// <summary>An address an article names, and where.</summary>
internal sealed record ArticleLink(string Address, CheckPlace Place)
{
    /// <summary>An address that stands alone, in no text.</summary>
    public static ArticleLink Bare(string address, ArticleField field, string label) =>
        new(address, new CheckPlace(field, label, 0, 0, address));
}
