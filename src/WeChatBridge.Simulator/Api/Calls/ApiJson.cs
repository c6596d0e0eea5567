using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>JSON as the platform reads and writes it: raw UTF-8 out, and <c>\uXXXX</c> left standing as six characters when read.</summary>
internal static class ApiJson
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    /// <summary>Decodes a body; null if the bytes are not UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<byte> body)
    {
        try
        {
            return StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Reads a JSON object; null if it is none.</summary>
    public static JsonObject? Parse(string text)
    {
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false };
            return JsonNode.Parse(KeepUnicodeEscapes(text), documentOptions: options) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Doubles the backslash of every <c>\uXXXX</c>: followers and length limits see the literal escape (LaneWeChat issues 6 and 34; the
    /// draft page warns of it). Control characters are spared, because JSON has no other way to carry them.
    /// </summary>
    public static string KeepUnicodeEscapes(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                kept.Append(text[i]);
                continue;
            }

            kept.Append(text[i + 1] == 'u' && !IsControlEscape(text.AsSpan(i + 2)) ? @"\\" : @"\").Append(text[++i]);
        }

        return kept.ToString();
    }

    public static byte[] Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static bool IsControlEscape(ReadOnlySpan<char> digits) =>
        digits.Length >= 4
        && ushort.TryParse(digits[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && code < 0x20;

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                WriteAll(text, '{', members, '}', member =>
                {
                    WriteString(text, member.Key);
                    text.Append(':');
                    Write(text, member.Value);
                });
                break;
            case JsonArray items:
                WriteAll(text, '[', items, ']', item => Write(text, item));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, char open, IEnumerable<T> items, char close, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            write(item);
        }

        text.Append(close);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                '\n' => text.Append(@"\n"),
                '\r' => text.Append(@"\r"),
                '\t' => text.Append(@"\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
