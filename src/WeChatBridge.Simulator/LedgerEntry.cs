using WeChatBridge.Simulator.Callbacks;

namespace WeChatBridge.Simulator;

/// <summary>One exchange between the platform and the account's server.</summary>
public sealed record LedgerEntry
{
    /// <summary>1, 2, 3 … in the order the exchanges ended.</summary>
    public long Sequence { get; init; }

    /// <summary>When the exchange ended, on the platform's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The account's key; null where the caller could not be told.</summary>
    public string? Account { get; init; }

    /// <summary>The OpenID of the follower it is about; null if it is about none in particular.</summary>
    public string? Follower { get; init; }

    public required LedgerDirection Direction { get; init; }

    /// <summary>One of <see cref="LedgerKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The path, without query: an access token never enters the ledger by this way.</summary>
    public required string Path { get; init; }

    public string Summary { get; init; } = "";

    public string RequestBody { get; init; } = "";

    public string ResponseBody { get; init; } = "";

    /// <summary>One word or code: "ok", an errcode, a status, "timeout", "dropped before acting" …</summary>
    public required string Outcome { get; init; }

    /// <summary>For what was sent: the attempt in full.</summary>
    public DeliveryAttempt? Attempt { get; init; }
}

public enum LedgerDirection
{
    /// <summary>The account's server called the platform.</summary>
    Asked,

    /// <summary>The platform called the account's server.</summary>
    Sent,
}

/// <summary>The kinds of ledger entries.</summary>
public static class LedgerKinds
{
    public const string Api = "api";
    public const string Message = "message";
    public const string Event = "event";

    /// <summary>A deliberately faulty delivery.</summary>
    public const string Probe = "probe";

    /// <summary>The check of the callback address that 服务器配置 makes when it is saved.</summary>
    public const string Check = "check";
}
