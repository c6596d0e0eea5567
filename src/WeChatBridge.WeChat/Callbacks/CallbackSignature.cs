using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace WeChatBridge.WeChat.Callbacks;

/// <summary>The signatures of a callback: <c>signature</c> over the query, <c>msg_signature</c> over query and ciphertext.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Getting_Started/message-push.</remarks>
public static class CallbackSignature
{
    /// <summary>The <c>signature</c> of a request: 40 lower-case hexadecimal digits.</summary>
    /// <param name="token">The account's callback token, as entered in the console.</param>
    /// <param name="timestamp">The query's <c>timestamp</c>, as text.</param>
    /// <param name="nonce">The query's <c>nonce</c>.</param>
    public static string Compute(string token, string timestamp, string nonce) => OverSorted([token, timestamp, nonce]);

    /// <summary>The <c>msg_signature</c> of an encrypted request or reply: 40 lower-case hexadecimal digits.</summary>
    /// <param name="token">The account's callback token, as entered in the console.</param>
    /// <param name="timestamp">The query's <c>timestamp</c>, or the reply's <c>TimeStamp</c>, as text.</param>
    /// <param name="nonce">The query's <c>nonce</c>, or the reply's <c>Nonce</c>.</param>
    /// <param name="encrypted">The text of the <c>Encrypt</c> element.</param>
    public static string Compute(string token, string timestamp, string nonce, string encrypted) =>
        OverSorted([token, timestamp, nonce, encrypted]);

    /// <summary>Compares in constant time.</summary>
    /// <remarks>
    /// Upper-case digits do not match: the platform writes lower case, so another spelling never came from it.
    /// A difference in length shows in the time taken; the length is public.
    /// </remarks>
    /// <param name="expected">A result of <c>Compute</c>.</param>
    /// <param name="given">What the request carries; absent never matches.</param>
    public static bool Matches(string expected, string? given)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return given is not null
            && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(expected.AsSpan()), MemoryMarshal.AsBytes(given.AsSpan()));
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The platform prescribes SHA-1.")]
    private static string OverSorted(string[] parts)
    {
        Array.Sort(parts, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
    }
}
