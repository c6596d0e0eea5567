using System.Text;
using AngleSharp.Html.Parser;
using WeChatBridge.Articles.Body;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>
/// The platform's limits (api_draft_add, media/uploadimg), lengths in characters as it counts them: 32 for the title, 16 for the author,
/// 120 for the digest (its page says 128, older ones 120), fewer than 20,000 and less than 1 MB for the body.
/// </summary>
internal static class ArticleLimits
{
    public const int LongestTitle = 32;
    public const int LongestAuthor = 16;
    public const int LongestDigest = 120;
    public const int MostArticles = 8;

    /// <summary>Ours: each picture is an upload of its own before a message can go out.</summary>
    public const int MostPictures = 100;

    private const int BodyLimit = 20_000;
    private const int BodyBytesLimit = 1024 * 1024;
    private const int LongestLinkBytes = 1024;
    private const int BodyPictureLimit = 1024 * 1024;
    private const int CoverLimit = 10 * 1024 * 1024;

    // A picture's address at the platform, which takes the place of ours when it is sent, is longer.
    private const int PlatformAddressLength = 160;

    private static readonly string[] BodyFormats = [PictureFormat.Jpeg, PictureFormat.Png];
    private static readonly string[] CoverFormats = [PictureFormat.Jpeg, PictureFormat.Png, PictureFormat.Gif, PictureFormat.Bmp];

    /// <param name="content">The article.</param>
    /// <param name="pictures">The stored pictures it names, by hash.</param>
    public static IReadOnlyList<LimitBreach> Check(ArticleContent content, IReadOnlyDictionary<string, PictureFile> pictures) =>
    [
        .. CheckTitle(content.Title),
        .. CheckLine(ArticleField.Author, content.Author, LongestAuthor, ArticleTexts.AuthorTooLong, ArticleTexts.AuthorBroken),
        .. CheckLine(ArticleField.Digest, content.Digest, LongestDigest, ArticleTexts.DigestTooLong, ArticleTexts.DigestBroken),
        .. CheckBody(content.BodyHtml, pictures),
        .. CheckCover(content.Cover, pictures),
        .. CheckLink(content.SourceLink),
    ];

    /// <summary>Whether so many articles can go out as one message.</summary>
    public static LimitBreach? CheckMessage(int articles) => articles is >= 1 and <= MostArticles
        ? null
        : new LimitBreach(ArticleField.Message, ArticleTexts.MessageSize.With(MostArticles, articles));

    private static IEnumerable<LimitBreach> CheckTitle(string title) => string.IsNullOrWhiteSpace(title)
        ? [new LimitBreach(ArticleField.Title, ArticleTexts.TitleMissing)]
        : CheckLine(ArticleField.Title, title, LongestTitle, ArticleTexts.TitleTooLong, ArticleTexts.TitleBroken);

    private static IEnumerable<LimitBreach> CheckLine(ArticleField field, string text, int longest, string tooLong, string broken)
    {
        if (Characters(text) is var length && length > longest)
        {
            yield return new LimitBreach(field, tooLong.With(longest, length, length - longest));
        }

        // Half a surrogate pair is no character and cannot be sent.
        if (text.Any(char.IsControl) || text.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            yield return new LimitBreach(field, broken);
        }
    }

    private static IEnumerable<LimitBreach> CheckBody(string html, IReadOnlyDictionary<string, PictureFile> pictures)
    {
        var images = new HtmlParser().ParseDocument(html).QuerySelectorAll("img").Select(image => image.GetAttribute("src") ?? "").ToList();
        if (images.Count == 0 && WhiteSpace.IsInvisible(BodyText.Read(html)))
        {
            yield return new LimitBreach(ArticleField.Body, ArticleTexts.BodyMissing);
        }

        var growth = images.Sum(address => Math.Max(PlatformAddressLength - address.Length, 0));
        if (Characters(html) + growth is var length && length >= BodyLimit)
        {
            yield return new LimitBreach(ArticleField.Body, ArticleTexts.BodyTooLong.With(BodyLimit, length));
        }

        if (Encoding.UTF8.GetByteCount(html) + growth is var bytes && bytes >= BodyBytesLimit)
        {
            yield return new LimitBreach(ArticleField.Body, ArticleTexts.BodyTooLarge.With(bytes / 1024));
        }

        if (images.Count > MostPictures)
        {
            yield return new LimitBreach(ArticleField.Picture, ArticleTexts.TooManyPictures.With(MostPictures, images.Count));
        }

        foreach (var breach in images.SelectMany((address, i) => CheckPicture(address, i + 1, pictures)))
        {
            yield return breach;
        }
    }

    // What lies elsewhere can change after it was examined.
    private static IEnumerable<LimitBreach> CheckPicture(string address, int number, IReadOnlyDictionary<string, PictureFile> pictures)
    {
        if (BodyImage.HashIn(address) is not { } hash)
        {
            yield return new LimitBreach(ArticleField.Picture, ArticleTexts.PictureElsewhere.With(number));
            yield break;
        }

        if (!pictures.TryGetValue(hash, out var file))
        {
            yield return new LimitBreach(ArticleField.Picture, ArticleTexts.PictureMissing.With(number));
        }
        else if (!BodyFormats.Contains(file.MediaType))
        {
            yield return new LimitBreach(ArticleField.Picture, ArticleTexts.PictureFormatRefused.With(number, file.FormatName));
        }
        else if (file.Length >= BodyPictureLimit)
        {
            yield return new LimitBreach(ArticleField.Picture, ArticleTexts.PictureTooLarge.With(number, file.Length / 1024));
        }
    }

    private static IEnumerable<LimitBreach> CheckCover(ArticleCover? cover, IReadOnlyDictionary<string, PictureFile> pictures)
    {
        if (cover is null || !pictures.TryGetValue(cover.Hash, out var file))
        {
            yield return new LimitBreach(ArticleField.Cover, ArticleTexts.CoverMissing);
        }
        else if (!CoverFormats.Contains(file.MediaType))
        {
            yield return new LimitBreach(ArticleField.Cover, ArticleTexts.CoverFormatRefused.With(file.FormatName));
        }
        else if (file.Length > CoverLimit)
        {
            yield return new LimitBreach(ArticleField.Cover, ArticleTexts.CoverTooLarge.With(file.Length / 1024 / 1024.0));
        }
    }

    private static IEnumerable<LimitBreach> CheckLink(string link)
    {
        if (link.Length > 0 && WebAddress.Of(link) is null)
        {
            yield return new LimitBreach(ArticleField.SourceLink, ArticleTexts.LinkMalformed);
        }
        else if (Encoding.UTF8.GetByteCount(link) > LongestLinkBytes)
        {
            yield return new LimitBreach(ArticleField.SourceLink, ArticleTexts.LinkTooLong);
        }
    }

    private static int Characters(string text) => text.EnumerateRunes().Count();
}

/// <summary>What the limits need to know of a stored picture.</summary>
/// <param name="MediaType">As <see cref="PictureFormat"/> tells it.</param>
/// <param name="Length">In bytes.</param>
internal sealed record PictureFile(string MediaType, long Length)
{
    public string FormatName => MediaType[(MediaType.IndexOf('/') + 1)..].ToUpperInvariant();
}
