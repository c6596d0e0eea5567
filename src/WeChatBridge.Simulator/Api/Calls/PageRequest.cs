using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>offset and count, as every batchget takes them, and the answer's frame around the chosen items.</summary>
internal sealed record PageRequest(int Offset, int Count)
{
    /// <summary>Null if offset or count is out of range; count is 1 to <paramref name="mostPerPage"/>.</summary>
    public static PageRequest? Read(JsonObject body, int mostPerPage) =>
        body.Number("offset") is { } offset and >= 0 && body.Number("count") is { } count and >= 1 && count <= mostPerPage
            ? new PageRequest(offset, count)
            : null;

    public JsonObject Answer<T>(IReadOnlyList<T> all, Func<T, JsonObject> describe)
    {
        var items = new JsonArray([.. all.Skip(Offset).Take(Count).Select(describe)]);
        return new JsonObject { ["total_count"] = all.Count, ["item_count"] = items.Count, ["item"] = items };
    }
}
