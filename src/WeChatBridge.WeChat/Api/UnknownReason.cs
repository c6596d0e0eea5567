namespace WeChatBridge.WeChat.Api;

/// <summary>Why nobody can tell whether a call was carried out.</summary>
public enum UnknownReason
{
    /// <summary>No complete answer within the time limit.</summary>
    TimedOut,

    /// <summary>The connection broke after the call may have been sent.</summary>
    ConnectionLost,

    /// <summary>HTTP 5xx: something between us and the platform's logic failed.</summary>
    ServerError,

    /// <summary>The answer is not the JSON that this call returns.</summary>
    UnreadableAnswer,

    /// <summary>The answer is larger than we are willing to read.</summary>
    AnswerTooLarge,

    /// <summary>
    /// errcode -1 for a call that must not be repeated. The platform says "busy, try again" and nowhere promises that it had
    /// not begun, so for an act that reaches followers this is not a refusal.
    /// </summary>
    PlatformBusy,
}
