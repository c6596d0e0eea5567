namespace WeChatBridge.Articles.Body;

/// <summary>An address on the web as a body may name it: absolute, http or https, without a name and password in it.</summary>
internal static class WebAddress
{
    private const int Longest = 1024;

    /// <summary>The address in its canonical form; null where it is none.</summary>
    public static string? Of(string? text)
    {
        var trimmed = (text ?? "").Trim();
        var address = trimmed.StartsWith("//", StringComparison.Ordinal) ? "https:" + trimmed : trimmed;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0 && uri.AbsoluteUri.Length <= Longest
            ? uri.AbsoluteUri
            : null;
    }
}
