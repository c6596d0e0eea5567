using System.Security.Cryptography;
using System.Text;

namespace WeChatBridge.WeChat.Inbound;

/// <summary>Makes <see cref="InboundMessage.DeliveryKey"/>.</summary>
internal static class DeliveryKeys
{
    public static string OfMessage(string messageId) => $"message:{messageId}";

    /// <summary>
    /// Each part is written with its length before it, so that no two lists of parts read the same, whatever characters they hold; the
    /// hash keeps long parts (a VIEW event carries a URL) within an index.
    /// </summary>
    public static string OfParts(string kind, params ReadOnlySpan<string> parts)
    {
        var joined = new StringBuilder();
        foreach (var part in parts)
        {
            joined.Append(part.Length).Append(':').Append(part);
        }

        return $"{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(joined.ToString())))}";
    }
}
