using System.Globalization;
using System.Text;

namespace WeChatBridge.WeChat.Replies;

/// <summary>How much text one passive reply carries.</summary>
/// <remarks>
/// The platform publishes no figure. In the field 2,048 bytes of UTF-8 is the common cut, and failures above 628 Chinese characters are
/// reported; these limits stay below both.
/// </remarks>
public static class TextLimit
{
    /// <summary>The most bytes in UTF-8.</summary>
    public const int MaxUtf8Bytes = 2047;

    /// <summary>The most characters, counted as UTF-16 code units (<see cref="string.Length"/>), the strictest usual count.</summary>
    public const int MaxCharacters = 600;

    /// <summary>Whether one reply can carry the whole text.</summary>
    /// <param name="text">The text.</param>
    public static bool Fits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Fits(text, MaxUtf8Bytes, MaxCharacters);
    }

    /// <summary>
    /// The longest beginning of a text that fits both limits and ends neither inside what a reader sees as one character nor inside a
    /// link (<c>&lt;a …&gt;…&lt;/a&gt;</c> or a bare URL).
    /// </summary>
    /// <remarks>Empty when the text begins with a link or a character that does not fit.</remarks>
    /// <param name="text">The text.</param>
    /// <param name="maxUtf8Bytes">The most bytes in UTF-8.</param>
    /// <param name="maxCharacters">The most UTF-16 code units.</param>
    public static string Cut(string text, int maxUtf8Bytes, int maxCharacters)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Fits(text, maxUtf8Bytes, maxCharacters))
        {
            return text;
        }

        var end = LastBoundary(text, maxUtf8Bytes, maxCharacters);
        while (LinkSpans.StartOfLinkAround(text, end) is { } linkStart)
        {
            end = LastBoundary(text, maxUtf8Bytes, linkStart);
        }

        return text[..end];
    }

    private static bool Fits(string text, int maxUtf8Bytes, int maxCharacters) =>
        text.Length <= maxCharacters && Encoding.UTF8.GetByteCount(text) <= maxUtf8Bytes;

    /// <summary>The last border between two characters as a reader sees them, within both limits.</summary>
    private static int LastBoundary(ReadOnlySpan<char> text, int maxUtf8Bytes, int maxCharacters)
    {
        var end = 0;
        var bytes = 0;
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text[end..]);
            bytes += Encoding.UTF8.GetByteCount(text.Slice(end, length));
            if (end + length > maxCharacters || bytes > maxUtf8Bytes)
            {
                break;
            }

            end += length;
        }

        return end;
    }
}
