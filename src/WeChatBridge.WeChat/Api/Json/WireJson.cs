using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WeChatBridge.WeChat.Api.Json;

/// <summary>The platform's JSON: real UTF-8 out, and tolerance for what comes in. No reflection.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Options = new WireJsonContext(
        new JsonSerializerOptions(WireJsonContext.Default.Options) { Converters = { new WireStringConverter() } }).Options;

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>());

    /// <summary>Reads an answer as UTF-8 whatever its content type says.</summary>
    /// <exception cref="JsonException">Not JSON, not an object of this type, or a field that must be there is missing.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> byteOrderMark = [0xEF, 0xBB, 0xBF];
        var json = utf8.StartsWith(byteOrderMark) ? utf8[byteOrderMark.Length..] : utf8;
        return JsonSerializer.Deserialize(json, TypeInfo<T>()) ?? throw new JsonException("The answer is null.");
    }

    public static HttpContent Content<T>(T body) => new ByteArrayContent(Write(body))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
    };

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
