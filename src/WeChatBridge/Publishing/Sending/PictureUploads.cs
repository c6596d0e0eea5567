using Microsoft.EntityFrameworkCore;
using WeChatBridge.Outgoing;
using WeChatBridge.Storage;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Material;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Api.Upload;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// Brings a message's pictures to the platform, each once for its bytes; a lost upload is simply made again: what it may have left lies
/// unused where nobody sees it.
/// </summary>
internal sealed class PictureUploads(SendingStore store, PictureFetch fetch)
{
    /// <summary>The platform's address of each picture in the body; null where one could not be brought there.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> BodyAsync(
        IUploads uploads, WeChatApi api, ArticleDocument document, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>();
        var addresses = SentBody.Read(document.BodyHtml).PictureAddresses;
        for (var i = 0; i < addresses.Count; i++)
        {
            var picture = new WantedPicture(
                document.AccountKey, PictureUse.Body, addresses[i], SendingTexts.AboutPicture.With(document.Title, i + 1));
            if (await NameAsync(uploads, api, picture, cancellationToken) is not { } name)
            {
                return null;
            }

            names[addresses[i]] = name;
        }

        return names;
    }

    /// <summary>The platform's name of the cover; null where one could not be brought there.</summary>
    public async Task<string?> CoverAsync(IUploads uploads, WeChatApi api, ArticleDocument document, CancellationToken cancellationToken)
    {
        var about = SendingTexts.AboutCover.With(document.Title);
        if (document.Cover is not { } cover)
        {
            await FailAsync(uploads, about, SendingTexts.CoverMissing);
            return null;
        }

        var picture = new WantedPicture(document.AccountKey, PictureUse.Cover, $"/files/{cover.Hash}", about);
        return await NameAsync(uploads, api, picture, cancellationToken);
    }

    private async Task<string?> NameAsync(IUploads uploads, WeChatApi api, WantedPicture wanted, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (SentBody.HashIn(wanted.Address) is { } known && await UploadedAsync(wanted, known) is { } before)
        {
            return before;
        }

        var bytes = await BytesAsync(wanted, cancellationToken);
        var picture = bytes.IsDone ? PictureBytes.For(wanted.Use, bytes.Value) : Outcome<PictureBytes>.Refused(bytes.Refusal!);
        if (!picture.IsDone)
        {
            await FailAsync(uploads, wanted.About, picture.Refusal!);
            return null;
        }

        return await UploadedAsync(wanted, picture.Value.Hash) ?? await UploadAsync(uploads, api, wanted, picture.Value);
    }

    private async Task<string?> UploadedAsync(WantedPicture wanted, string hash) => await store.ReadAsync(context =>
        context.Set<UploadedPicture>()
            .Where(picture => picture.AccountKey == wanted.AccountKey && picture.Use == wanted.Use && picture.Hash == hash)
            .Select(picture => picture.Name).SingleOrDefaultAsync());

    private async Task<Outcome<byte[]>> BytesAsync(WantedPicture wanted, CancellationToken cancellationToken)
    {
        if (SentBody.HashIn(wanted.Address) is not { } hash)
        {
            return await fetch.FetchAsync(wanted.Address, cancellationToken);
        }

        var content = await store.ReadAsync(context =>
            context.Set<StoredFile>().Where(file => file.Hash == hash).Select(file => file.Content).SingleOrDefaultAsync());
        return content is null ? Outcome<byte[]>.Refused(SendingTexts.PictureNotKept) : content;
    }

    private static async Task<string?> UploadAsync(IUploads uploads, WeChatApi api, WantedPicture wanted, PictureBytes picture)
    {
        using var stream = new MemoryStream(picture.Sent, writable: false);
        var file = new UploadFile(stream, picture.FileName, picture.SentType);
        if (wanted.Use == PictureUse.Cover)
        {
            var cover = await uploads.UploadAsync(Upload<MaterialAdded>(
                wanted, picture, SendingStep.Cover, () => api.Material.AddAsync(MediaKind.Image, file, CancellationToken.None), m => m.MediaId));
            return cover is ApiResult<MaterialAdded>.Done(var material) ? material.MediaId : null;
        }

        var body = await uploads.UploadAsync(Upload<BodyImageUploaded>(
            wanted, picture, SendingStep.BodyPicture, () => api.Media.UploadImageAsync(file, CancellationToken.None), NameOf));
        return body is ApiResult<BodyImageUploaded>.Done(var image) ? NameOf(image) : null;
    }

    private static PictureUpload<T> Upload<T>(
        WantedPicture wanted, PictureBytes picture, SendingStep step, Func<Task<ApiResult<T>>> send, Func<T, string> nameOf) =>
        new(step, picture.Hash, send, wanted.About, (context, done, at) => KeepAsync(context, wanted, picture, nameOf(done), at));

    // The platform answers with http; its own editor writes the same address with https.
    private static string NameOf(BodyImageUploaded image) =>
        image.Url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "https" + image.Url[4..] : image.Url;

    private static async Task KeepAsync(
        BridgeContext context, WantedPicture wanted, PictureBytes picture, string name, DateTimeOffset at)
    {
        if (await context.Set<UploadedPicture>().AnyAsync(one =>
            one.AccountKey == wanted.AccountKey && one.Use == wanted.Use && one.Hash == picture.Hash))
        {
            return;
        }

        foreach (var file in new[]
            {
                StoredFile.Of(picture.Original, picture.OriginalType, at), StoredFile.Of(picture.Sent, picture.SentType, at),
            }.DistinctBy(file => file.Hash))
        {
            if (!await context.Set<StoredFile>().AnyAsync(one => one.Hash == file.Hash))
            {
                context.Add(file);
            }
        }

        context.Add(UploadedPicture.Of(wanted.AccountKey, wanted.Use, picture, name, at));
    }

    private static Task FailAsync(IUploads uploads, string about, string why) =>
        uploads.FailAsync(SendingTexts.PictureFailed.With(about, why));

    /// <summary>A picture a message needs at the platform.</summary>
    private sealed record WantedPicture(string AccountKey, PictureUse Use, string Address, string About);
}
