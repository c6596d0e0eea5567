using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace WeChatBridge.Simulator.Tests.Api;

/// <summary>The bodies of mass sends, and what the platform says of them.</summary>
internal static class MassCalls
{
    public const string SendAll = "/cgi-bin/message/mass/sendall";

    public static JsonObject Text(string text, int? tag = null) => new()
    {
        ["filter"] = Filter(tag),
        ["msgtype"] = "text",
        ["text"] = new JsonObject { ["content"] = text },
    };

    public static JsonObject News(string media) => new()
    {
        ["filter"] = Filter(null),
        ["msgtype"] = "mpnews",
        ["mpnews"] = new JsonObject { ["media_id"] = media },
    };

    private static JsonObject Filter(int? tag) =>
        tag is null ? new JsonObject { ["is_to_all"] = true } : new JsonObject { ["is_to_all"] = false, ["tag_id"] = tag };

    public static Task<JsonObject> SendAsync(ApiWorld world, JsonObject body) => world.PostsAsync(SendAll, body.ToRaw());

    public static async Task<string> StatusAsync(ApiWorld world, JsonObject accepted) =>
        (await world.PostsAsync("/cgi-bin/message/mass/get", $$"""{"msg_id":"{{accepted.Text("msg_id")}}"}""")).Text("msg_status");

    public static string Status(XElement told) => told.Element("Status")!.Value;
}
