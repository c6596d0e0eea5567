namespace WeChatBridge.Articles.Checks;

/// <summary>The checks before submission (configuration section <c>Checks</c>).</summary>
internal sealed record ChecksOptions
{
    public const string Section = "Checks";

    /// <summary>Hosts an article may point at without a reason, besides every gov.cn and the platform; those under them included.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Government sites, the platform, and the central media whose articles may be reposted.</summary>
    public static readonly IReadOnlyList<string> AlwaysAllowed =
    [
        "gov.cn", "weixin.qq.com", "mmbiz.qpic.cn", "news.cn", "xinhuanet.com", "people.com.cn", "cctv.com", "cnr.cn", "12371.cn",
        "xuexi.cn",
    ];
}
