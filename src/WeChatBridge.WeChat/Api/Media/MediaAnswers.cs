using System.Text.Json;
using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.Media;

/// <summary>A picture for article bodies was uploaded.</summary>
/// <param name="Url">Its address on the platform; may begin with <c>http://</c> although https works. Not a material, not counted.</param>
public sealed record BodyImageUploaded(string Url);

/// <summary>A temporary medium was uploaded; it lasts three days.</summary>
/// <param name="MediaId">Names it.</param>
/// <param name="CreatedAt">When it was uploaded, by the platform's clock.</param>
public sealed record MediaUploaded(string MediaId, DateTimeOffset CreatedAt);

/// <summary>A downloaded file.</summary>
/// <param name="ContentType">Media type as the platform says.</param>
/// <param name="FileName">File name as the platform says, if it does.</param>
/// <param name="Content">The bytes.</param>
public sealed record DownloadedFile(string ContentType, string? FileName, ReadOnlyMemory<byte> Content);

/// <summary>A temporary medium: the file itself, or, for a video, where to fetch it. One of the two is there.</summary>
/// <param name="File">Picture or sound.</param>
/// <param name="VideoUrl">Where the video can be fetched for a short time.</param>
public sealed record TemporaryMedia(DownloadedFile? File, string? VideoUrl)
{
    internal static TemporaryMedia Read(ApiAnswer answer) => answer.LooksLikeJson
        ? new TemporaryMedia(File: null, WireJson.Read<VideoLink>(answer.Body.Span).VideoUrl)
        : new TemporaryMedia(new DownloadedFile(answer.ContentType, answer.FileName, answer.Body), VideoUrl: null);
}

internal sealed record VideoLink(string VideoUrl);

/// <summary>For thumbnails the platform returns <c>thumb_media_id</c> in place of <c>media_id</c>.</summary>
internal sealed record MediaUploadAnswer(string? MediaId = null, string? ThumbMediaId = null)
{
    [JsonConverter(typeof(UnixSecondsConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    public static MediaUploaded Read(ApiAnswer answer)
    {
        var wire = WireJson.Read<MediaUploadAnswer>(answer.Body.Span);
        return new MediaUploaded(wire.MediaId ?? wire.ThumbMediaId ?? throw new JsonException("No media_id."), wire.CreatedAt);
    }
}
