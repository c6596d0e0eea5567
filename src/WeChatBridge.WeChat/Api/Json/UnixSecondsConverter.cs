using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChatBridge.WeChat.Api.Json;

/// <summary>Instants, which the platform writes as whole seconds since 1970, as a number or in quotes.</summary>
internal sealed class UnixSecondsConverter : JsonConverter<DateTimeOffset>
{
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var seconds = reader.TokenType is JsonTokenType.String
            ? long.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1
            : reader.TryGetInt64(out var number) ? number : -1;
        return seconds >= 0 && seconds <= Last
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new JsonException("Not a number of seconds since 1970.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        => writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
