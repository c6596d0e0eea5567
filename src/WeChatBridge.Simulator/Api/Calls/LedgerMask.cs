using System.Text.RegularExpressions;

namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>Keeps secrets and access tokens out of a ledger that anyone at the page can read.</summary>
internal static partial class LedgerMask
{
    public static string Hide(string json) => SecretMember().Replace(json, "$1\"***\"");

    [GeneratedRegex("""("(?:secret|appsecret|access_token)"\s*:\s*)"[^"]*["]""")]
    private static partial Regex SecretMember();
}
