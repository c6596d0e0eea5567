using System.Text;
using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>An answer as it goes onto the wire.</summary>
internal sealed record WireAnswer(byte[] Bytes, string ContentType, string Outcome)
{
    private const string Json = "application/json; encoding=utf-8";
    private const string PlainText = "text/plain";

    public int Status { get; init; } = StatusCodes.Status200OK;

    public string? FileName { get; init; }

    /// <summary>The body for people to read.</summary>
    public string Text => FileName is null ? Encoding.UTF8.GetString(Bytes) : $"(file {FileName}, {Bytes.Length} bytes)";

    public static WireAnswer Of(JsonObject members, bool labelledAsText, string outcome) =>
        new(ApiJson.Write(members), labelledAsText ? PlainText : Json, outcome);

    public static WireAnswer Of(StoredFile file) => new(file.Bytes.ToArray(), file.ContentType, "ok") { FileName = file.Name };
}
