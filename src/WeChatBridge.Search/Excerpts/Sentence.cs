namespace WeChatBridge.Search.Excerpts;

/// <summary>Where texts may be cut: after a sentence, with its closing quotes, or at a line end.</summary>
internal static class Sentence
{
    /// <summary>The end of the sentence that begins at <paramref name="start"/>; white space after it belongs to it.</summary>
    public static int EndAfter(ReadOnlySpan<char> text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is '。' or '！' or '？' or '!' or '?' or '\n')
            {
                return SkipClosing(text, i + 1);
            }
        }

        return text.Length;
    }

    private static int SkipClosing(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is '。' or '！' or '？' or '”' or '’' or '」' or '』' or '）' or ')' or '\n' or ' ')
        {
            at++;
        }

        return at;
    }
}
