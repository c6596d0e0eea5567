using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChatBridge.WeChat.Api.Json;

/// <summary>An id that is a string with us (it may exceed 53 bits) but a JSON number in the platform's request.</summary>
internal sealed class NumericIdConverter : JsonConverter<string>
{
    private readonly WireStringConverter _text = new();

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => _text.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (ulong.TryParse(value, out var number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            _text.Write(writer, value, options);
        }
    }
}
