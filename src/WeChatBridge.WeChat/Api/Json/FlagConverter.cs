using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChatBridge.WeChat.Api.Json;

/// <summary>The platform's 0/1 switches; some answers write true/false or "1" for the same field.</summary>
internal sealed class FlagConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => reader.GetInt64() != 0,
        JsonTokenType.String => reader.GetString() is "1" or "true",
        _ => throw new JsonException("Neither a switch nor a number."),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteNumberValue(value ? 1 : 0);
}
