using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WeChatBridge.WeChat.Callbacks;

/// <summary>The platform's message encryption for one account: AES-256-CBC around a frame that names the account.</summary>
/// <remarks>
/// Frame: 16 random bytes, the message's length (4 bytes, big-endian), the message, the AppID; padded as in PKCS#7, but to
/// blocks of 32 bytes, which <see cref="PaddingMode.PKCS7"/> refuses. The IV is the key's first half.
/// Source: developers.weixin.qq.com/doc/subscription/guide/dev/push/encryption.
/// Nothing here authenticates: check the <c>msg_signature</c> before <see cref="Open(string)"/>.
/// </remarks>
/// <param name="appId">The account's own AppID, which every frame must end with. A blank one throws.</param>
/// <param name="current">The key in force.</param>
/// <param name="previous">The key before it: the platform may use it for a while after a change.</param>
public sealed class MessageCipher(string appId, EncodingAesKey current, EncodingAesKey? previous = null)
{
    private const int AesBlock = 16;
    private const int PaddingBlock = 32;
    private const int RandomBytes = 16;
    private const int HeadBytes = RandomBytes + sizeof(int);
    private const string RandomAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly byte[] _appIdBytes = RequiredBytes(appId);

    /// <summary>Opens with the current key, then with the previous one.</summary>
    /// <remarks>When both refuse, the refusal of the attempt that came further is returned: it says more about the cause.</remarks>
    /// <param name="encrypted">The text of the <c>Encrypt</c> element.</param>
    public OpenedCipher Open(string encrypted)
    {
        ArgumentNullException.ThrowIfNull(encrypted);
        var ciphertext = new byte[encrypted.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(encrypted, ciphertext, out var length))
        {
            return OpenedCipher.Refused(CipherRefusal.NotBase64);
        }

        if (length == 0 || length % AesBlock != 0)
        {
            return OpenedCipher.Refused(CipherRefusal.NotWholeBlocks);
        }

        var opened = OpenWith(ciphertext.AsSpan(0, length), current);
        if (opened.IsOpen || previous is null)
        {
            return opened;
        }

        var openedByPrevious = OpenWith(ciphertext.AsSpan(0, length), previous);
        return openedByPrevious.IsOpen || openedByPrevious.Refusal > opened.Refusal ? openedByPrevious : opened;
    }

    /// <summary>Encrypts a reply; the result is the text of the <c>Encrypt</c> element.</summary>
    /// <param name="plaintext">The reply's bytes, usually XML in UTF-8.</param>
    /// <param name="key">The key that opened the message this answers.</param>
    public string Seal(ReadOnlySpan<byte> plaintext, EncodingAesKey key)
    {
        // Letters and digits, not raw bytes: that is what the platform itself sends, and what every receiver is known to take.
        Span<byte> random = stackalloc byte[RandomBytes];
        Encoding.ASCII.GetBytes(RandomNumberGenerator.GetString(RandomAlphabet, RandomBytes), random);
        return Seal(plaintext, key, random);
    }

    internal string Seal(ReadOnlySpan<byte> plaintext, EncodingAesKey key, ReadOnlySpan<byte> random)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, RandomBytes);
        var framed = HeadBytes + plaintext.Length + _appIdBytes.Length;
        var padding = PaddingBlock - framed % PaddingBlock;
        var frame = new byte[framed + padding];
        random.CopyTo(frame);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(RandomBytes), plaintext.Length);
        plaintext.CopyTo(frame.AsSpan(HeadBytes));
        _appIdBytes.CopyTo(frame.AsSpan(HeadBytes + plaintext.Length));
        frame.AsSpan(framed).Fill((byte)padding);

        using var aes = AesWith(key);
        return Convert.ToBase64String(aes.EncryptCbc(frame, key.Bytes[..AesBlock], PaddingMode.None));
    }

    private OpenedCipher OpenWith(ReadOnlySpan<byte> ciphertext, EncodingAesKey key)
    {
        using var aes = AesWith(key);
        var padded = aes.DecryptCbc(ciphertext, key.Bytes[..AesBlock], PaddingMode.None);
        if (!TryUnpad(padded, out var frame))
        {
            return OpenedCipher.Refused(CipherRefusal.BadPadding);
        }

        if (frame.Length < HeadBytes)
        {
            return OpenedCipher.Refused(CipherRefusal.BadLength);
        }

        var declared = BinaryPrimitives.ReadUInt32BigEndian(frame.Span[RandomBytes..]);
        if (declared > frame.Length - HeadBytes)
        {
            return OpenedCipher.Refused(CipherRefusal.BadLength);
        }

        var body = frame[HeadBytes..];
        return body.Span[(int)declared..].SequenceEqual(_appIdBytes)
            ? OpenedCipher.With(key, body[..(int)declared])
            : OpenedCipher.Refused(CipherRefusal.WrongAppId);
    }

    /// <summary>Strict, unlike the platform's samples, which take a frame with impossible padding as it is.</summary>
    private static bool TryUnpad(ReadOnlyMemory<byte> padded, out ReadOnlyMemory<byte> frame)
    {
        var padding = padded.Span[^1];
        var valid = padding is >= 1 and <= PaddingBlock
            && padding <= padded.Length
            && !padded.Span[^padding..].ContainsAnyExcept(padding);
        frame = valid ? padded[..^padding] : default;
        return valid;
    }

    /// <summary>With no AppID every account's frames would be ours.</summary>
    private static byte[] RequiredBytes(string appId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);
        return Encoding.UTF8.GetBytes(appId);
    }

    private static Aes AesWith(EncodingAesKey key)
    {
        var aes = Aes.Create();
        aes.SetKey(key.Bytes);
        return aes;
    }
}
