using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.WeChat.Api;

/// <summary>How one attempt at a call ended, before anyone decides whether to make another.</summary>
internal abstract record Attempt
{
    /// <summary>The line or the platform was at fault, not the call: another attempt may pass.</summary>
    public bool MayPassLater => this is Lost
        or NotSent { Error.Kind: ErrorKind.NotSent or ErrorKind.Retryable }
        or Answered { Error.Kind: ErrorKind.Retryable };

    /// <summary>Speaks against the line to the platform; refusals by the platform itself do not.</summary>
    public bool BlamesTheLine => this is Lost or NotSent { Error.Kind: ErrorKind.NotSent };

    internal sealed record Answered(ApiAnswer Answer, ApiError? Error) : Attempt;

    internal sealed record NotSent(ApiError Error) : Attempt;

    internal sealed record Lost(UnknownReason Reason, string Detail) : Attempt;
}

/// <summary>A complete answer of the platform.</summary>
/// <param name="ContentType">Media type without parameters; the platform often says <c>text/plain</c> for JSON.</param>
/// <param name="FileName">File name the platform gave a download.</param>
/// <param name="Body">Bytes as received.</param>
internal sealed record ApiAnswer(string ContentType, string? FileName, ReadOnlyMemory<byte> Body)
{
    /// <summary>Tells JSON, which errors and links come in, from a file; the platform labels its JSON as plain text.</summary>
    public bool LooksLikeJson => ContentType.EndsWith("json", StringComparison.OrdinalIgnoreCase)
        || ((ContentType.Length == 0 || ContentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
            && Body.Span.TrimStart(" \t\r\n"u8).StartsWith("{"u8));
}
