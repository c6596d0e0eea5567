using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Vml;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Body;

/// <summary>Writes the pictures of a Word document with their bytes, as wide as they stand there.</summary>
internal sealed class WordPictures(MainDocumentPart document, BodyLosses losses)
{
    private const int EmusPerPixel = 9525;
    private const int LargestPicture = 20 * 1024 * 1024;

    /// <summary>The pictures within a drawing; empty where it holds none that can be shown.</summary>
    public string Write(OpenXmlElement drawing)
    {
        var properties = drawing.Descendants<DocProperties>().FirstOrDefault();
        var description = properties?.Description?.Value ?? drawing.Descendants<ImageData>().FirstOrDefault()?.Title?.Value ?? "";
        var width = drawing.Descendants<Extent>().FirstOrDefault()?.Cx?.Value / EmusPerPixel;
        var parts = drawing.Descendants<Blip>().Select(blip => blip.Embed?.Value ?? blip.Link?.Value)
            .Concat(drawing.Descendants<ImageData>().Select(image => image.RelationshipId?.Value));
        return string.Concat(parts.OfType<string>().Select(AddressOf).OfType<string>().Select(address =>
            $"<img src=\"{WebUtility.HtmlEncode(address)}\" alt=\"{WebUtility.HtmlEncode(description)}\" width=\"{width}\">"));
    }

    private string? AddressOf(string relationship)
    {
        if (document.ExternalRelationships.FirstOrDefault(external => external.Id == relationship) is { } outside)
        {
            return outside.Uri.ToString();
        }

        if (!document.Parts.Any(part => part.RelationshipId == relationship) || document.GetPartById(relationship) is not ImagePart part)
        {
            return Lose(ArticleTexts.LostPicture);
        }

        return Read(part) is { } bytes
            ? $"data:{part.ContentType};base64,{Convert.ToBase64String(bytes)}"
            : Lose(ArticleTexts.LostLargePicture);
    }

    // Counted while it is unpacked: a small file may unpack to a huge one.
    private static byte[]? Read(ImagePart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > LargestPicture)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }

    private string? Lose(string sentence)
    {
        losses.Add(sentence);
        return null;
    }
}
