using System.Diagnostics.CodeAnalysis;

namespace WeChatBridge.WeChat.Api.Basic;

/// <summary>Where the platform's pushes come from.</summary>
public sealed record CallbackAddresses
{
    /// <summary>Addresses or networks in CIDR form; refresh about once a day.</summary>
    [AllowNull]
    public IReadOnlyList<string> IpList { get; init => field = value ?? []; } = [];
}

/// <summary>How the platform reaches our callback address.</summary>
public sealed record CallbackReport
{
    /// <summary>What the platform's name servers answer.</summary>
    [AllowNull]
    public IReadOnlyList<CallbackDns> Dns { get; init => field = value ?? []; } = [];

    /// <summary>What its pings meet.</summary>
    [AllowNull]
    public IReadOnlyList<CallbackPing> Ping { get; init => field = value ?? []; } = [];
}

/// <summary>One address our callback's name resolves to.</summary>
/// <param name="Ip">The address.</param>
/// <param name="RealOperator">Whose network it is in.</param>
public sealed record CallbackDns(string Ip, string? RealOperator = null);

/// <summary>One ping.</summary>
/// <param name="Ip">The address.</param>
/// <param name="FromOperator">The network it was sent from.</param>
/// <param name="PackageLoss">Lost share, e.g. <c>0%</c>.</param>
/// <param name="Time">Round trip, e.g. <c>23.079ms</c>.</param>
public sealed record CallbackPing(string Ip, string? FromOperator = null, string? PackageLoss = null, string? Time = null);

/// <summary>How often an interface may be called.</summary>
/// <param name="Quota">The allowance of the day.</param>
/// <param name="RateLimit">The allowance per period, if there is one.</param>
public sealed record ApiQuota(DailyQuota Quota, RateLimit? RateLimit = null);

/// <summary>The allowance of the day, in calls.</summary>
/// <param name="DailyLimit">Calls a day.</param>
/// <param name="Used">Calls made today.</param>
/// <param name="Remain">Calls left today.</param>
public sealed record DailyQuota(long DailyLimit = 0, long Used = 0, long Remain = 0);

/// <summary>The allowance per period.</summary>
/// <param name="CallCount">Calls per period.</param>
/// <param name="RefreshSecond">Length of the period in seconds.</param>
public sealed record RateLimit(long CallCount = 0, long RefreshSecond = 0);
