using System.Security.Cryptography;
using System.Text;

namespace WeChatBridge.Accounts;

/// <summary>
/// Seals a token with a key derived from the account's AppSecret: every instance has it in its configuration, the store and its backups
/// do not. AES-256-GCM; the bytes are nonce (12), tag (16), ciphertext.
/// </summary>
internal sealed class TokenSeal(string appId, string appSecret)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(appSecret), 32, info: Encoding.UTF8.GetBytes($"WeChatBridge access_token {appId}"));

    public byte[] Close(string value)
    {
        var clear = Encoding.UTF8.GetBytes(value);
        var bytes = new byte[NonceBytes + TagBytes + clear.Length];
        var (nonce, tag, cipher) = Parts(bytes);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(nonce.Span, clear, cipher.Span, tag.Span);
        return bytes;
    }

    /// <summary>Null when it was sealed with another secret or is damaged: the keeper then fetches a new one.</summary>
    public string? Open(byte[] bytes)
    {
        if (bytes.Length < NonceBytes + TagBytes)
        {
            return null;
        }

        var (nonce, tag, cipher) = Parts(bytes);
        var clear = new byte[cipher.Length];
        try
        {
            using var aes = new AesGcm(_key, TagBytes);
            aes.Decrypt(nonce.Span, cipher.Span, tag.Span, clear);
            return Encoding.UTF8.GetString(clear);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Parts(byte[] bytes) =>
        (bytes.AsMemory(0, NonceBytes), bytes.AsMemory(NonceBytes, TagBytes), bytes.AsMemory(NonceBytes + TagBytes));
}
