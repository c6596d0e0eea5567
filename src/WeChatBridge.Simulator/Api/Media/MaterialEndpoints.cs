using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Media;

/// <summary>material/*: permanent files (永久素材). Daily numbers are those found in practice for adding and deleting.</summary>
internal static class MaterialEndpoints
{
    private const int MostPerPage = 20;

    public static readonly ApiEndpoint[] All =
    [
        ApiEndpoint.Post("/cgi-bin/material/add_material", Add) with { TakesFile = true, LabelledAsText = true, DailyLimit = 1000 },
        ApiEndpoint.Post("/cgi-bin/material/get_material", Get),
        ApiEndpoint.Post("/cgi-bin/material/del_material", Delete) with { DailyLimit = 1000 },
        ApiEndpoint.Post("/cgi-bin/material/batchget_material", List),
        ApiEndpoint.Get("/cgi-bin/material/get_materialcount", Count),
    ];

    private static ApiAnswer Add(ApiCall call)
    {
        var type = call.Query["type"].ToString();
        if (!MediaRules.Permanent.TryGetValue(type, out var rule))
        {
            return ErrorCode.InvalidMediaType;
        }

        if (call.Upload is not { } file)
        {
            return ErrorCode.MediaMissing;
        }

        if (type == "video" && call.Body.Text("title").Length == 0)
        {
            return ErrorCode.InvalidParameter;
        }

        var code = rule.Check(file);
        if (code != ErrorCode.Ok)
        {
            return code;
        }

        var media = call.Account.Media.StorePermanent(type, file, call.Body.Text("title"), call.Body.Text("introduction"));
        var answer = new JsonObject { ["media_id"] = media.MediaId };
        if (media.Url.Length > 0)
        {
            answer["url"] = media.Url;
        }

        return answer;
    }

    private static ApiAnswer Get(ApiCall call) => call.Account.Media.Find(call.Body.Text("media_id")) switch
    {
        null or { IsPermanent: false } => ErrorCode.InvalidMediaId,
        { Type: "video" } video => new JsonObject
        {
            ["title"] = video.Title,
            ["description"] = video.Introduction,
            ["down_url"] = $"http://mpvideo.qpic.cn/{video.MediaId}.mp4",
        },
        var media => media.File,
    };

    private static ApiAnswer Delete(ApiCall call) =>
        call.Account.Media.Remove(call.Body.Text("media_id")) ? ErrorCode.Ok : ErrorCode.InvalidMediaId;

    private static ApiAnswer List(ApiCall call)
    {
        var type = call.Body.Text("type");
        if (!MediaRules.Permanent.ContainsKey(type))
        {
            return ErrorCode.InvalidMediaType;
        }

        return PageRequest.Read(call.Body, MostPerPage) is { } page
            ? page.Answer([.. OfType(call, type).OrderByDescending(media => media.StoredAt)], Describe)
            : ErrorCode.InvalidParameter;
    }

    private static ApiAnswer Count(ApiCall call) => new JsonObject
    {
        ["voice_count"] = OfType(call, "voice").Count(),
        ["video_count"] = OfType(call, "video").Count(),
        ["image_count"] = OfType(call, "image").Count(),
        // 图文 live in the draft box now; the old counter stays.
        ["news_count"] = 0,
    };

    private static IEnumerable<StoredMedia> OfType(ApiCall call, string type) =>
        call.Account.Media.All.Where(media => media.IsPermanent && media.Type == type);

    private static JsonObject Describe(StoredMedia media) => new()
    {
        ["media_id"] = media.MediaId,
        ["name"] = media.File.Name,
        ["update_time"] = media.StoredAt.ToUnixTimeSeconds(),
        ["url"] = media.Url,
    };
}
