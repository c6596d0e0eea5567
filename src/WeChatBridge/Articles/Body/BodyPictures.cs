using AngleSharp.Dom;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Body;

/// <summary>The pictures met while a body is cleaned; those that come as data: addresses become files under their hash.</summary>
internal sealed class BodyPictures(BodyLosses losses)
{
    private const int LongestDescription = 200;

    private readonly Dictionary<string, EmbeddedPicture> _embedded = [];

    /// <summary>A clean picture element; null where there is no picture behind it that could be shown.</summary>
    public IElement? Copy(IElement source, BodyStyle style, IDocument clean)
    {
        if (AddressOf(source) is not { } address)
        {
            return null;
        }

        var copy = clean.CreateElement("img");
        copy.SetAttribute("src", address);
        if (Description(source) is { Length: > 0 } description)
        {
            copy.SetAttribute("alt", description);
        }

        style.Set("max-width", "100%");
        style.Keep(name => name is "width" or "max-width" or "border-radius");
        ElementStyle.Write(copy, style);
        return copy;
    }

    /// <summary>The pictures of clean HTML, in order.</summary>
    public IReadOnlyList<BodyImage> In(INode body) =>
    [
        .. from element in body.Descendants<IElement>()
           where element.LocalName == "img"
           let address = element.GetAttribute("src") ?? ""
           let embedded = BodyImage.HashIn(address) is { } hash ? _embedded.GetValueOrDefault(hash) : null
           let source = BodyImage.HashIn(address) is null ? BodyImageSource.External
               : embedded is null ? BodyImageSource.Stored : BodyImageSource.Embedded
           select new BodyImage(source, address, element.GetAttribute("alt") ?? "", embedded),
    ];

    private static string Description(IElement source)
    {
        var text = string.Join(' ', (source.GetAttribute("alt") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestDescription ? text : text[..LongestDescription];
    }

    // Articles of the platform load their pictures late and name them in data-src.
    private string? AddressOf(IElement source)
    {
        var late = source.GetAttribute("data-src");
        var address = (WebAddress.Of(late) is null ? source.GetAttribute("src") : late)?.Trim() ?? "";
        return address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? Embed(address)
            : BodyImage.HashIn(address) is { } hash ? BodyImage.AddressOf(hash)
            : WebAddress.Of(address) ?? Lose(ArticleTexts.LostLocalPicture);
    }

    private string? Embed(string address)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !address[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
        {
            return Lose(ArticleTexts.LostPicture);
        }

        var bytes = new byte[(address.Length - comma) * 3L / 4 + 3];
        return Convert.TryFromBase64Chars(address.AsSpan(comma + 1), bytes, out var length)
            && PictureFormat.Recognise(bytes.AsSpan(0, length)) is { } type
            ? Keep(bytes[..length], type)
            : Lose(ArticleTexts.LostPicture);
    }

    private string Keep(byte[] content, string mediaType)
    {
        var hash = StoredFile.HashOf(content);
        _embedded[hash] = new EmbeddedPicture(hash, mediaType, content);
        return BodyImage.AddressOf(hash);
    }

    private string? Lose(string sentence)
    {
        losses.Add(sentence);
        return null;
    }
}
