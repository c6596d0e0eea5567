namespace WeChatBridge.Simulator;

/// <summary>Something that goes wrong on command the next time the platform is asked.</summary>
public sealed record PlatformFault
{
    /// <summary>Given by <see cref="PlatformFaults.Add"/>.</summary>
    public long Id { get; init; }

    public required FaultKind Kind { get; init; }

    /// <summary>The account's key; null: any account.</summary>
    public string? Account { get; init; }

    /// <summary>The path or its beginning, for example "/cgi-bin/draft/"; null: any path.</summary>
    public string? Path { get; init; }

    /// <summary>How many calls it still spoils; null: all, until it is taken away.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>For <see cref="FaultKind.Latency"/>: how long the answer waits, on the platform's clock.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>For <see cref="FaultKind.ErrorCode"/>: the errcode; for <see cref="FaultKind.ServerError"/>: the status.</summary>
    public int Code { get; init; }
}

public enum FaultKind
{
    Latency,

    /// <summary>The connection breaks and the call has no effect.</summary>
    DropBeforeActing,

    /// <summary>The call takes effect, then the connection breaks without an answer.</summary>
    DropAfterActing,

    ServerError,
    MalformedJson,
    ErrorCode,

    /// <summary>The calls under the path answer 48001 until the fault is taken away.</summary>
    RightWithdrawn,
}
