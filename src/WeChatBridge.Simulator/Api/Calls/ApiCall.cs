using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>One call as it arrived, read and decoded, before anybody asked whether it may be made.</summary>
internal sealed record ApiCall
{
    public required string Path { get; init; }

    public required IQueryCollection Query { get; init; }

    /// <summary>The caller's address in the four-part form where there is one.</summary>
    public required string ClientAddress { get; init; }

    /// <summary>The JSON body; empty where there is none.</summary>
    public JsonObject Body { get; init; } = [];

    /// <summary>The file of a multipart body, field <c>media</c>.</summary>
    public StoredFile? Upload { get; init; }

    /// <summary>The body as text, or what stands for a file, for ledger and traces.</summary>
    public string BodyText { get; init; } = "";

    /// <summary>What is wrong with the body itself; <see cref="ErrorCode.Ok"/> if nothing.</summary>
    public ErrorCode BodyError { get; init; }

    /// <summary>The account that calls; null if neither token nor AppID names one.</summary>
    public AccountApi? Caller { get; init; }

    public AccountApi Account => Caller ?? throw new InvalidOperationException("The call was let through without an account.");

    public string AccessToken => Query["access_token"].ToString();
}
