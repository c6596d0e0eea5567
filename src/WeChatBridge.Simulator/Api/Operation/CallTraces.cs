using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Operation;

/// <summary>The failed calls of one account by rid, kept seven days (openapi/rid/get).</summary>
internal sealed class CallTraces(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, JsonObject Request)> _traces = new(StringComparer.Ordinal);

    public void Add(string rid, ApiCall call, string response)
    {
        var now = clock.GetUtcNow();
        _traces[rid] = (now, new JsonObject
        {
            ["invoke_time"] = now.ToUnixTimeSeconds(),
            ["cost_in_ms"] = 1,
            ["request_url"] = call.Path,
            ["request_body"] = LedgerMask.Hide(call.BodyText),
            ["response_body"] = LedgerMask.Hide(response),
            ["client_ip"] = call.ClientAddress,
        });
    }

    public JsonObject? Find(string rid) =>
        _traces.TryGetValue(rid, out var trace) && clock.GetUtcNow() - trace.At <= Kept ? (JsonObject)trace.Request.DeepClone() : null;
}
