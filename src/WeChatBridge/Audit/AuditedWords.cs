using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WeChatBridge.Audit;

/// <summary>What stands in the audit trail instead of words: their SHA-256. It tells nobody what was said, and proves it to who has it.</summary>
internal static class AuditedWords
{
    /// <summary>The hash of one text in UTF-8.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The hash of several things, as a JSON array, so that no two lists can read the same.</summary>
    public static string HashOf(IReadOnlyList<object> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)));
}
