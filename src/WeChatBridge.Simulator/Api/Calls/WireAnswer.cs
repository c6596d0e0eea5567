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

    /// <summary>An error's words, for the ledger.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The body for people to read.</summary>
    public string Text => FileName is null ? Encoding.UTF8.GetString(Bytes) : $"(file {FileName}, {Bytes.Length} bytes)";

    public static WireAnswer Of(JsonObject members, ApiEndpoint? endpoint, string outcome) =>
        new(ApiJson.Write(members), endpoint?.LabelledAsText == true ? PlainText : Json, outcome);

    public static WireAnswer Of(StoredFile file) => new(file.Bytes.ToArray(), file.ContentType, "ok") { FileName = file.Name };

    /// <summary>Nothing: the connection is gone.</summary>
    public static WireAnswer None(string outcome) => new([], PlainText, outcome);

    /// <summary>What a proxy in front of the platform answers while the platform is ill.</summary>
    public static WireAnswer ServerError(int code)
    {
        var status = code is >= 500 and <= 599 ? code : StatusCodes.Status502BadGateway;
        var page = Encoding.UTF8.GetBytes($"<html><body><h1>{status}</h1></body></html>");
        return new WireAnswer(page, "text/html", $"{status}") { Status = status };
    }

    /// <summary>The same answer, broken off in the middle.</summary>
    public WireAnswer CutShort() => this with { Bytes = Bytes[..(Bytes.Length / 2)], Outcome = "malformed" };
}
