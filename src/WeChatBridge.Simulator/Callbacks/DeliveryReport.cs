using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Callbacks;

/// <summary>What became of one message: every attempt to deliver it, and what the follower sees in the end.</summary>
public sealed record DeliveryReport(CallbackMessage Message, IReadOnlyList<DeliveryAttempt> Attempts, ChatItem? Shown)
{
    /// <summary>What WeChat shows when nothing useful came.</summary>
    public const string FaultNotice = "该公众号提供的服务出现故障，请稍后再试";

    /// <summary>The text the follower reads, the fault notice included; empty if nothing is shown.</summary>
    public string ShownText => Shown?.Text ?? "";
}

/// <summary>One request to the account's callback and what came back.</summary>
public sealed record DeliveryAttempt
{
    /// <summary>1, 2 or 3.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>With the query, signature and all.</summary>
    public required Uri Url { get; init; }

    public required string RequestBody { get; init; }

    /// <summary>What the body says in the clear.</summary>
    public required string ClearXml { get; init; }

    /// <summary>Null if no answer came.</summary>
    public int? StatusCode { get; init; }

    public string ResponseBody { get; init; } = "";

    /// <summary>The answer's XML in the clear; null if there was none that could be read.</summary>
    public string? OpenedReply { get; init; }

    public AttemptVerdict Verdict { get; init; }

    /// <summary>What the verdict rests on, where it needs saying: the part of the answer that is wrong.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Whether the platform leaves it at this; it asks again only where no answer came.</summary>
    public bool IsFinal => Verdict is AttemptVerdict.Answered or AttemptVerdict.NothingToSay or AttemptVerdict.Unusable;
}

public enum AttemptVerdict
{
    /// <summary>A reply that is shown.</summary>
    Answered,

    /// <summary>"success" or an empty body: received, nothing to show.</summary>
    NothingToSay,

    /// <summary>A status other than 200.</summary>
    Refused,

    /// <summary>No answer within five seconds.</summary>
    TimedOut,

    /// <summary>No connection, or one that broke.</summary>
    Unreachable,

    /// <summary>Status 200, but a body the platform cannot use.</summary>
    Unusable,
}
