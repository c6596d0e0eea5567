using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>Where an article of an official account is to be read: on the platform's own site and nowhere else.</summary>
internal static class ArticleAddress
{
    private const string Host = "mp.weixin.qq.com";
    private const int Longest = 1000;

    /// <summary>Why the typed text is no such address; null when it is.</summary>
    public static string? ObjectionTo(string typed) => typed.Length <= Longest && !typed.Any(char.IsControl)
        && Uri.TryCreate(typed, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host == Host
        && address.PathAndQuery.Length > 1
        ? null
        : PublishingTexts.AddressMalformed.With(typed);
}
