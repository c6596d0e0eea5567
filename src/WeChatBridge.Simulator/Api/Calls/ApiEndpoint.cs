namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>One address of the platform's API: who may call it, how often, and what it does.</summary>
internal sealed record ApiEndpoint(string Method, string Path, Func<ApiCall, ApiAnswer> Act)
{
    /// <summary>The platform publishes no number for every address; where it does not, a call a second all day passes.</summary>
    public const int UnpublishedDailyLimit = 100_000;

    public int DailyLimit { get; init; } = UnpublishedDailyLimit;

    public int? MinuteLimit { get; init; }

    public ApiRight Right { get; init; } = ApiRight.Anyone;

    /// <summary>The caller shows AppID and AppSecret in place of an access token.</summary>
    public bool BySecret { get; init; }

    /// <summary>The answer is labelled text/plain, as the platform does on the addresses that are marked so.</summary>
    public bool LabelledAsText { get; init; }

    /// <summary>The body is a multipart form and may be without JSON.</summary>
    public bool TakesFile { get; init; }

    public static ApiEndpoint Get(string path, Func<ApiCall, ApiAnswer> act) => new(HttpMethods.Get, path, act);

    public static ApiEndpoint Post(string path, Func<ApiCall, ApiAnswer> act) => new(HttpMethods.Post, path, act);
}

/// <summary>Which accounts an address is open to.</summary>
internal enum ApiRight
{
    Anyone,

    /// <summary>Only accounts that passed 微信认证.</summary>
    Verified,

    /// <summary>Only verified 服务号.</summary>
    VerifiedService,
}
