using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Sending;

/// <summary>A picture as it is sent: as we hold it where the platform takes that, else converted.</summary>
/// <param name="Original">The bytes we hold, or fetched.</param>
/// <param name="OriginalType">What their first bytes say they are.</param>
/// <param name="Sent">The bytes that go out.</param>
/// <param name="SentType">Their media type.</param>
internal sealed record PictureBytes(byte[] Original, string OriginalType, byte[] Sent, string SentType)
{
    // media/uploadimg: less than 1 MB; add_material: 10 MB.
    private const int BodyLimit = 1024 * 1024;
    private const int CoverLimit = 10 * 1024 * 1024;

    public string Hash { get; } = StoredFile.HashOf(Original);

    public string SentHash => ReferenceEquals(Original, Sent) ? Hash : StoredFile.HashOf(Sent);

    /// <summary>The platform judges a file by the ending of its name.</summary>
    public string FileName => SentHash[..16] + SentType switch
    {
        PictureFormat.Jpeg => ".jpg",
        PictureFormat.Png => ".png",
        PictureFormat.Gif => ".gif",
        _ => ".bmp",
    };

    /// <summary>The picture as the platform takes it for this use; else a Chinese sentence that says what to do.</summary>
    public static Outcome<PictureBytes> For(PictureUse use, byte[] bytes)
    {
        if (PictureFormat.Recognise(bytes) is not { } type)
        {
            return Outcome<PictureBytes>.Refused(SendingTexts.PictureUnreadable);
        }

        var picture = new PictureBytes(bytes, type, bytes, type);
        return use == PictureUse.Cover ? ForCover(picture) : ForBody(picture);
    }

    private static Outcome<PictureBytes> ForCover(PictureBytes picture) =>
        picture.OriginalType == PictureFormat.Webp ? Outcome<PictureBytes>.Refused(SendingTexts.PictureFormatRefused.With("WebP"))
        : picture.Original.Length > CoverLimit ? TooLarge(picture.Original, CoverLimit)
        : picture;

    private static Outcome<PictureBytes> ForBody(PictureBytes picture)
    {
        var sent = picture.OriginalType switch
        {
            PictureFormat.Jpeg or PictureFormat.Png => picture,
            PictureFormat.Gif or PictureFormat.Bmp when StillPicture.Read(picture.Original) is { } still =>
                picture with { Sent = PngWriter.Write(still), SentType = PictureFormat.Png },
            _ => null,
        };
        return sent is null
            ? Outcome<PictureBytes>.Refused(SendingTexts.PictureFormatRefused.With(picture.OriginalType["image/".Length..].ToUpperInvariant()))
            : sent.Sent.Length >= BodyLimit ? TooLarge(sent.Sent, BodyLimit) : sent;
    }

    private static Outcome<PictureBytes> TooLarge(byte[] bytes, int limit) =>
        Outcome<PictureBytes>.Refused(SendingTexts.PictureTooLarge.With(bytes.Length / 1024, limit / 1024));
}
