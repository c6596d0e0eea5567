using System.Diagnostics.CodeAnalysis;

namespace WeChatBridge.WeChat.Callbacks;

/// <summary>An account's EncodingAESKey (消息加解密密钥): 43 characters that stand for the 32 bytes of an AES-256 key.</summary>
public sealed class EncodingAesKey
{
    private const int TextLength = 43;
    private const int KeyBytes = 32;
    private readonly byte[] _bytes;

    private EncodingAesKey(byte[] bytes)
    {
        _bytes = bytes;
    }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Reads the key as the console shows it: exactly 43 Base64 characters, without the closing <c>=</c>.</summary>
    /// <remarks>
    /// The 43rd character has two bits to spare, and real keys set them. <see cref="Convert"/> ignores them;
    /// <see cref="System.Buffers.Text.Base64"/> would call most real keys invalid.
    /// </remarks>
    /// <param name="text">The text to read.</param>
    /// <param name="key">The key, when the result is true.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EncodingAesKey? key)
    {
        var decoded = new byte[KeyBytes];
        var valid = text?.Length == TextLength && Convert.TryFromBase64String(text + "=", decoded, out var length) && length == KeyBytes;
        key = valid ? new EncodingAesKey(decoded) : null;
        return valid;
    }

    /// <summary>The type's name, never the key.</summary>
    public override string ToString() => nameof(EncodingAesKey);
}
