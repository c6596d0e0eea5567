using System.Security.Cryptography;

namespace WeChatBridge.WeChat.Tests.Callbacks;

/// <summary>Encrypts what the product would never write, so that what is refused after decryption can be tested.</summary>
internal static class RawFrames
{
    public static string Encrypt(ReadOnlySpan<byte> frame)
    {
        var key = SampleKeys.Current.Bytes;
        using var aes = Aes.Create();
        aes.SetKey(key);
        return Convert.ToBase64String(aes.EncryptCbc(frame, key[..16], PaddingMode.None));
    }
}
