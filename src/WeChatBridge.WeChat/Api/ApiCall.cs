namespace WeChatBridge.WeChat.Api;

/// <summary>One call as it goes out: everything but the token.</summary>
internal sealed class ApiCall(HttpMethod method, string path)
{
    public HttpMethod Method { get; } = method;

    /// <summary>The platform's path, without a leading slash, so that a base URL with a prefix keeps it.</summary>
    public string Path { get; } = path;

    /// <summary>Query without access_token, without the question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>Makes the body; called once per attempt.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>Repeating this call does no harm. Everything else is sent at most once per outcome.</summary>
    public bool Repeatable { get; init; }

    /// <summary>False when the body comes from a stream that cannot be rewound.</summary>
    public bool Rewindable { get; init; } = true;

    /// <summary>The body is a file: the longer time limit holds.</summary>
    public bool CarriesFile { get; init; }

    /// <summary>The answer may be a file instead of JSON: the longer time limit and the larger size hold.</summary>
    public bool ReturnsFile { get; init; }

    /// <summary>An errcode whose answer holds the value all the same (45065 holds the msg_id of the first acceptance).</summary>
    public int? AnsweringCode { get; init; }

    /// <summary>What must never be seen in an errmsg, should a proxy echo the request.</summary>
    public string? Secret { get; init; }
}
