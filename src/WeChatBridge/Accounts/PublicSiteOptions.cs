namespace WeChatBridge.Accounts;

/// <summary>Where citizens reach the public pages (configuration section <c>PublicSite</c>).</summary>
internal sealed record PublicSiteOptions
{
    public const string Section = "PublicSite";

    /// <summary>What links in replies start with, such as <c>https://wx.example.gov.cn</c>; without it replies hold no links to pages.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>How questions are kept, as a page; null while no public address is configured.</summary>
    public Uri? PrivacyPageOf(string accountKey) => BaseUrl is null ? null : new Uri(BaseUrl, $"{accountKey}/privacy");
}
