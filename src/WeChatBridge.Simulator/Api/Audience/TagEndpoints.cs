using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Audience;

/// <summary>tags/get: an office chooses among the tags it has.</summary>
internal static class TagEndpoints
{
    public static readonly ApiEndpoint[] All =
    [
        ApiEndpoint.Get("/cgi-bin/tags/get", List) with { Right = ApiRight.Verified },
    ];

    private static ApiAnswer List(ApiCall call) => new JsonObject
    {
        ["tags"] = new JsonArray([.. call.Account.Tags.All.Select(tag => new JsonObject
        {
            ["id"] = tag.Id,
            ["name"] = tag.Name,
            ["count"] = tag.OpenIds.Count,
        })]),
    };
}
