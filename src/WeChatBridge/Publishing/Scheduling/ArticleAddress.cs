using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>Where an article of an official account is to be read: on the platform's own site and nowhere else.</summary>
internal static class ArticleAddress
{
    private const string Host = "mp.weixin.qq.com";
    private const int Longest = 1000;
    private const string ShortPath = "/s/";

    /// <summary>Why the typed text is no such address; null when it is.</summary>
    public static string? ObjectionTo(string typed) => Read(typed) is null ? PublishingTexts.AddressMalformed.With(typed) : null;

    /// <summary>
    /// What all addresses of one article have in common: copied from a chat, a browser or the platform's lists they differ in scheme, marks
    /// of where they were opened, and fragments. Null for what is no such address.
    /// </summary>
    /// <remarks>The short form (/s/…) and the long one (__biz, mid, idx, sn) of the same article cannot be told to be the same.</remarks>
    public static string? NameOf(string typed)
    {
        if (Read(typed) is not { } address)
        {
            return null;
        }

        if (address.AbsolutePath.StartsWith(ShortPath, StringComparison.Ordinal))
        {
            return address.AbsolutePath.TrimEnd('/');
        }

        var query = QueryOf(address);
        string ValueOf(params string[] names) => names.Select(query.GetValueOrDefault).FirstOrDefault(value => value is not null) ?? "";
        var (account, message, place, check) = (
            ValueOf("__biz"), ValueOf("mid", "appmsgid"), ValueOf("idx", "itemidx"), ValueOf("sn", "sign"));
        return account.Length > 0 && message.Length > 0
            ? $"{account}/{message}/{(place.Length > 0 ? place : "1")}/{check}"
            : address.PathAndQuery;
    }

    /// <summary>Whether both lead to the same article, as far as the addresses tell.</summary>
    public static bool AreSame(string one, string other) => NameOf(one) is { } name && name == NameOf(other);

    private static Uri? Read(string typed) => typed.Length <= Longest && !typed.Any(char.IsControl)
        && Uri.TryCreate(typed, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host == Host
        && address.PathAndQuery.Length > 1
            ? address
            : null;

    // Copied out of a page's source, an ampersand is still written &amp;.
    private static Dictionary<string, string> QueryOf(Uri address) => address.Query.TrimStart('?').Replace("&amp;", "&").Split('&')
        .Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).DistinctBy(pair => pair[0])
        .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
}
