using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Tests.Api;

/// <summary>Reading answers and writing requests the way a careful caller does.</summary>
internal static class JsonAnswers
{
    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The errcode; 0 where the answer carries none.</summary>
    public static int Code(this JsonObject answer) => (int?)answer["errcode"] ?? 0;

    public static string Text(this JsonObject answer, string name) => answer[name]?.ToString() ?? "";

    /// <summary>A member inside members and arrays, for example "item", 0, "media_id".</summary>
    public static JsonNode At(this JsonNode answer, params object[] path) =>
        path.Aggregate(answer, (node, step) => (step is int index ? node[index] : node[(string)step])
            ?? throw new ShouldAssertException($"No {step} in {answer}"));

    public static string ToRaw(this JsonNode node) => node.ToJsonString(Raw);
}
