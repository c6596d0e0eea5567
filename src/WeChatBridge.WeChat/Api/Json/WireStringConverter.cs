using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChatBridge.WeChat.Api.Json;

/// <summary>Strings as the platform wants them (never a <c>\uXXXX</c>) and as it sends them (ids are numbers as often as not).</summary>
/// <remarks>
/// No encoder of the framework leaves emoji, U+00A0 and U+2028 alone, and followers have seen the escapes; so the text is quoted here.
/// Control characters that JSON can only write as <c>\uXXXX</c> are left out: no platform field can hold them. A lone surrogate, which
/// UTF-8 cannot hold, becomes U+FFFD.
/// Reason: <see href="https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_add.html"/>.
/// </remarks>
internal sealed class WireStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
        _ => throw new JsonException("Neither a string nor a number."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        var quoted = new ArrayBufferWriter<byte>(value.Length + 2);
        quoted.Write("\""u8);
        foreach (var rune in value.EnumerateRunes())
        {
            WriteRune(quoted, rune);
        }

        quoted.Write("\""u8);
        writer.WriteRawValue(quoted.WrittenSpan, skipInputValidation: true);
    }

    private static void WriteRune(ArrayBufferWriter<byte> quoted, Rune rune)
    {
        switch (rune.Value)
        {
            case '"': quoted.Write("\\\""u8); break;
            case '\\': quoted.Write("\\\\"u8); break;
            case '\b': quoted.Write("\\b"u8); break;
            case '\f': quoted.Write("\\f"u8); break;
            case '\n': quoted.Write("\\n"u8); break;
            case '\r': quoted.Write("\\r"u8); break;
            case '\t': quoted.Write("\\t"u8); break;
            case < ' ': break;
            default: quoted.Advance(rune.EncodeToUtf8(quoted.GetSpan(4))); break;
        }
    }
}
