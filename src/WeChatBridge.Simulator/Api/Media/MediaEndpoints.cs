using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Media;

/// <summary>media/*: temporary files and the pictures of article bodies.</summary>
internal static class MediaEndpoints
{
    public static readonly ApiEndpoint[] All =
    [
        ApiEndpoint.Post("/cgi-bin/media/upload", Upload) with { TakesFile = true, LabelledAsText = true, DailyLimit = 100_000 },
        ApiEndpoint.Post("/cgi-bin/media/uploadimg", UploadBodyImage) with { TakesFile = true, LabelledAsText = true },
        ApiEndpoint.Get("/cgi-bin/media/get", Download) with { DailyLimit = 200_000 },
    ];

    private static ApiAnswer Upload(ApiCall call)
    {
        var type = call.Query["type"].ToString();
        if (!MediaRules.Temporary.TryGetValue(type, out var rule))
        {
            return ErrorCode.InvalidMediaType;
        }

        if (call.Upload is not { } file)
        {
            return ErrorCode.MediaMissing;
        }

        var code = rule.Check(file);
        if (code != ErrorCode.Ok)
        {
            return code;
        }

        var media = call.Account.Media.StoreTemporary(type, file);
        return new JsonObject
        {
            ["type"] = type,
            [type == "thumb" ? "thumb_media_id" : "media_id"] = media.MediaId,
            ["created_at"] = media.StoredAt.ToUnixTimeSeconds(),
        };
    }

    private static ApiAnswer UploadBodyImage(ApiCall call)
    {
        if (call.Upload is not { } file)
        {
            return ErrorCode.MediaMissing;
        }

        var code = MediaRules.BodyImage.Check(file);
        return code == ErrorCode.Ok ? new JsonObject { ["url"] = call.Account.Media.StoreBodyImage(file).Url } : code;
    }

    private static ApiAnswer Download(ApiCall call)
    {
        var mediaId = call.Query["media_id"].ToString();
        if (mediaId.Length == 0)
        {
            return ErrorCode.MediaIdMissing;
        }

        return call.Account.Media.Find(mediaId) switch
        {
            null or { IsPermanent: true } => ErrorCode.InvalidMediaId,
            { Type: "video" } video => new JsonObject { ["video_url"] = $"http://mpvideo.qpic.cn/{video.MediaId}.mp4" },
            var media => media.File,
        };
    }
}
