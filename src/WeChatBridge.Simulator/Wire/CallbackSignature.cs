using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace WeChatBridge.Simulator.Wire;

/// <summary>The platform's signature: SHA-1 over the parts, sorted by their characters' codes and joined (接入指引, 消息加解密说明).</summary>
public static class CallbackSignature
{
    [SuppressMessage("Security", "CA5350", Justification = "The platform prescribes SHA-1.")]
    public static string Of(params string[] parts)
    {
        var sorted = parts.Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(sorted))));
    }

    /// <summary>Compares without telling by its duration where two signatures differ.</summary>
    public static bool Matches(string expected, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
