using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>What an endpoint answers: a JSON object, an error code with members beside it, or a file.</summary>
internal sealed class ApiAnswer
{
    private ApiAnswer(ErrorCode code, JsonObject? members, StoredFile? file, string? text)
    {
        Code = code;
        Members = members;
        File = file;
        Text = text ?? ErrorTexts.Of(code);
    }

    public ErrorCode Code { get; }

    public JsonObject? Members { get; }

    public StoredFile? File { get; }

    /// <summary>The error's words, before the rid is added.</summary>
    public string Text { get; }

    /// <summary>Success the way most endpoints of the platform say it; lists and details leave <c>errcode</c> out.</summary>
    public static ApiAnswer Done(JsonObject? members = null)
    {
        var answer = new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok" };
        foreach (var (name, value) in members ?? [])
        {
            answer[name] = value?.DeepClone();
        }

        return answer;
    }

    /// <summary>An error with the members the platform adds to it, or with words that name the case.</summary>
    public static ApiAnswer Refused(ErrorCode code, string? text = null, JsonObject? members = null) => new(code, members, null, text);

    public static implicit operator ApiAnswer(ErrorCode code) => code == ErrorCode.Ok ? Done() : Refused(code);

    public static implicit operator ApiAnswer(JsonObject members) => new(ErrorCode.Ok, members, null, null);

    public static implicit operator ApiAnswer(StoredFile file) => new(ErrorCode.Ok, null, file, null);
}
