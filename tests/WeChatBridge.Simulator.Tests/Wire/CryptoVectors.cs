using System.Text.Json;

namespace WeChatBridge.Simulator.Tests.Wire;

/// <summary>Published and captured vectors; each names its source in the file.</summary>
internal static class CryptoVectors
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly Dictionary<string, CryptoVector> All = Load();

    public static TheoryData<string> WithSignature =>
        [.. All.Values.Where(vector => vector.Signature is not null).Select(vector => vector.Id)];

    public static TheoryData<string> WithCiphertext =>
        [.. All.Values.Where(vector => vector.Encrypt is not null).Select(vector => vector.Id)];

    public static TheoryData<string> WithKey =>
        [.. All.Values.Where(vector => vector.EncodingAesKey is not null).Select(vector => vector.Id)];

    public static CryptoVector Get(string id) => All[id];

    private static Dictionary<string, CryptoVector> Load()
    {
        using var file = typeof(CryptoVectors).Assembly.GetManifestResourceStream("crypto-vectors.json")!;
        using var json = JsonDocument.Parse(file);
        return json.RootElement.GetProperty("vectors").Deserialize<CryptoVector[]>(Names)!.ToDictionary(vector => vector.Id);
    }
}

internal sealed record CryptoVector(
    string Id,
    string Token,
    string Timestamp,
    string Nonce,
    string? Signature,
    string? MsgSignature,
    string? Encrypt,
    string? EncodingAesKey,
    string? AppId,
    string? Random16,
    string? Plaintext);
