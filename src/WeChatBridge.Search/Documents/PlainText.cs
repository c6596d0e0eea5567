using System.Text;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Documents;

/// <summary>Decodes text whose encoding nobody wrote down.</summary>
internal static class PlainText
{
    // Text has at most this share of control or unassigned characters; anything above was never text.
    private const double ToleratedOddities = 0.01;

    public static DocumentReading Decode(ReadOnlySpan<byte> bytes)
    {
        var text = DecodeMarked(bytes) ?? DecodeUtf8(bytes) ?? DecodeUnmarkedUtf16(bytes) ?? DecodeGb18030(bytes);
        return text is null || !IsReadable(text)
            ? DocumentReading.Refused(DocumentRefusal.Binary)
            : DocumentReading.Read(text);
    }

    private static string? DecodeMarked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(bytes[2..]) : null;
    }

    private static string? DecodeUtf8(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) && !bytes.Contains((byte)0) ? Encoding.UTF8.GetString(bytes) : null;

    // Without a mark, UTF-16 is believed only when its line ends or spaces show which half is which and the result is mostly Chinese.
    private static string? DecodeUnmarkedUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0 || !bytes.Contains((byte)0))
        {
            return null;
        }

        var little = Encoding.Unicode.GetString(bytes);
        var big = Encoding.BigEndianUnicode.GetString(bytes);
        var best = CountHan(little) >= CountHan(big) ? little : big;
        return CountHan(best) * 2 > best.Length ? best : null;
    }

    private static string? DecodeGb18030(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return null;
        }

        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
            "GB18030", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"));
        return encoding?.GetString(bytes);
    }

    private static bool IsReadable(string text)
    {
        var odd = text.Count(character => character is '\uFFFD' or '\0' || IsControl(character) || char.IsSurrogate(character)
            || character is >= '\uE000' and <= '\uF8FF');
        return odd <= text.Length * ToleratedOddities;
    }

    private static bool IsControl(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t' or '\f');

    private static int CountHan(string text) => text.Count(CharacterFolding.IsHan);
}
