using System.Text.RegularExpressions;

namespace WeChatBridge.WeChat.Errors;

/// <summary>Reads what the platform hides in errmsg: the request id, and the address it saw us calling from.</summary>
/// <remarks>Seen on the wire: <c>invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 5f1a-2b-3c</c>.</remarks>
internal static partial class ErrorMessage
{
    public static string? Rid(string message) => Value(RidPattern(), message);

    public static string? Address(string message) => Value(AddressPattern(), message);

    private static string? Value(Regex pattern, string message)
        => pattern.Match(message) is { Success: true } match ? match.Groups["value"].Value : null;

    [GeneratedRegex(@"\brid:\s*(?<value>[0-9A-Za-z-]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RidPattern();

    [GeneratedRegex(@"\binvalid ip (?<value>[0-9A-Fa-f.:]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AddressPattern();
}
