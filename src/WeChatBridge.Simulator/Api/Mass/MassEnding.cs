namespace WeChatBridge.Simulator.Api.Mass;

/// <summary>How a mass message ends: the event's words, and what the original check (原创校验) found about its articles.</summary>
public sealed record MassEnding(string Outcome)
{
    /// <summary>It goes out.</summary>
    public static readonly MassEnding Success = new("send success");

    /// <summary>It fails for no reason the platform names.</summary>
    public static readonly MassEnding Failure = new("send fail");

    /// <summary>The first article is judged a reprint; whether it goes out depends on send_ignore_reprint and on its author.</summary>
    public static MassEnding Reprint(bool authorAllows) => new("") { IsReprint = true, AuthorAllowsReprint = authorAllows };

    /// <summary>The platform refuses it, for example 20001 政治, 20013 版权, 21000 其他.</summary>
    public static MassEnding Refusal(int code) => new($"err({code})");

    public bool IsReprint { get; private init; }

    public bool AuthorAllowsReprint { get; private init; }

    // 30002: the original check forbids it; 30003: judged a reprint, and the sender said to stop then.
    internal string OutcomeFor(MassMessage message) =>
        !IsReprint ? Outcome
        : !AuthorAllowsReprint ? Refusal(30002).Outcome
        : message.IgnoresReprint ? Success.Outcome
        : Refusal(30003).Outcome;

    /// <summary>CheckState: 1 not a reprint, 2 reprint that may be sent, 3 reprint that may not.</summary>
    internal int CheckState => !IsReprint ? 1 : AuthorAllowsReprint ? 2 : 3;
}
