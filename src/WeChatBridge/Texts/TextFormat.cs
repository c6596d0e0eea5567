namespace WeChatBridge.Texts;

/// <summary>Fills the places of a text from the resource files.</summary>
internal static class TextFormat
{
    public static string With(this string text, params ReadOnlySpan<object?> values) => string.Format(null, text, values);
}
