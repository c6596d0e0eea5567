using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WeChatBridge.Simulator.Wire;

/// <summary>
/// Seals and opens callback messages (消息加解密): AES-256-CBC, IV the key's first 16 bytes, padding to multiples of 32;
/// inside, 16 random bytes, the length in 4 bytes big-endian, the message, the AppID.
/// </summary>
public sealed class MessageSeal
{
    private const int RandomLength = 16;
    private const int FrameHead = RandomLength + sizeof(int);
    private const int PaddingBlock = 32;

    private readonly byte[] _key;
    private readonly string _appId;

    /// <exception cref="SealException">The key is not 43 characters of Base64.</exception>
    public MessageSeal(string encodingAesKey, string appId)
    {
        _appId = appId;
        _key = new byte[32];
        // Convert, not Base64.DecodeFromUtf8: real keys often carry spare bits in their last character.
        if (encodingAesKey.Length != 43 || !Convert.TryFromBase64String(encodingAesKey + "=", _key, out var length) || length != 32)
        {
            throw new SealException(SealFailure.BadKey);
        }
    }

    /// <summary>The sealed message in Base64.</summary>
    public string Close(string message) => Close(message, RandomNumberGenerator.GetBytes(RandomLength));

    internal string Close(string message, ReadOnlySpan<byte> random)
    {
        var body = Encoding.UTF8.GetBytes(message);
        var appId = Encoding.UTF8.GetBytes(_appId);
        var length = FrameHead + body.Length + appId.Length;
        var padding = PaddingBlock - (length % PaddingBlock);
        var frame = new byte[length + padding];
        random.CopyTo(frame);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(RandomLength), body.Length);
        body.CopyTo(frame, FrameHead);
        appId.CopyTo(frame, FrameHead + body.Length);
        frame.AsSpan(length).Fill((byte)padding);
        using var aes = NewAes();
        return Convert.ToBase64String(aes.EncryptCbc(frame, _key.AsSpan(0, 16), PaddingMode.None));
    }

    /// <exception cref="SealException">Whatever is wrong with it, by name.</exception>
    public string Open(string sealedMessage)
    {
        var frame = Unpad(Decrypt(sealedMessage));
        if (frame.Length < FrameHead)
        {
            throw new SealException(SealFailure.BadFrame);
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(RandomLength));
        if (length < 0 || length > frame.Length - FrameHead)
        {
            throw new SealException(SealFailure.BadFrame);
        }

        if (!frame.AsSpan(FrameHead + length).SequenceEqual(Encoding.UTF8.GetBytes(_appId)))
        {
            throw new SealException(SealFailure.OtherAppId);
        }

        return Encoding.UTF8.GetString(frame, FrameHead, length);
    }

    private byte[] Decrypt(string sealedMessage)
    {
        byte[] cipher;
        try
        {
            cipher = Convert.FromBase64String(sealedMessage);
        }
        catch (FormatException)
        {
            throw new SealException(SealFailure.NotBase64);
        }

        if (cipher.Length == 0 || cipher.Length % 16 != 0)
        {
            throw new SealException(SealFailure.BadLength);
        }

        using var aes = NewAes();
        return aes.DecryptCbc(cipher, _key.AsSpan(0, 16), PaddingMode.None);
    }

    // Strict, unlike the platform's published samples, which leave odd padding in the message.
    private static byte[] Unpad(byte[] frame)
    {
        var padding = frame[^1];
        if (padding is 0 or > PaddingBlock || padding > frame.Length || frame.AsSpan(frame.Length - padding).ContainsAnyExcept(padding))
        {
            throw new SealException(SealFailure.BadPadding);
        }

        return frame[..^padding];
    }

    private Aes NewAes()
    {
        var aes = Aes.Create();
        aes.Key = _key;
        return aes;
    }
}
