using System.Text.Json;
using WeChatBridge.WeChat.Callbacks;

namespace WeChatBridge.WeChat.Tests.Callbacks;

/// <summary>One published example of the platform's signature or encryption; the file names the source of each.</summary>
public sealed record CryptoVector(
    string Id,
    string Kind,
    string Token,
    string Timestamp,
    string Nonce,
    string? Signature,
    string? MsgSignature,
    string? EncodingAesKey,
    string? AppId,
    string? Encrypt,
    string? Random16,
    string? Plaintext)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IReadOnlyList<CryptoVector> All { get; } = ReadAll();

    public static CryptoVector ById(string id) => All.Single(vector => vector.Id == id);

    public MessageCipher Cipher() => new(AppId!, Key());

    public EncodingAesKey Key() => SampleKeys.Parse(EncodingAesKey!);

    private static CryptoVector[] ReadAll()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Payloads.PathOf("crypto-vectors.json")));
        return file.RootElement.GetProperty("vectors").Deserialize<CryptoVector[]>(Json)!;
    }
}
