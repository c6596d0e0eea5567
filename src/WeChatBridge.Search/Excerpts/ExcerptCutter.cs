namespace WeChatBridge.Search.Excerpts;

/// <summary>Cuts readable passages out of a section's text.</summary>
public static class ExcerptCutter
{
    /// <summary>What one reply holds beside its source line, in characters.</summary>
    public const int DefaultCharacters = 530;

    /// <summary>The passage from <paramref name="start"/> on that ends with a sentence; null when nothing is left.</summary>
    /// <param name="text">The section's whole text.</param>
    /// <param name="start">Where the passage before it ended.</param>
    /// <param name="maximumCharacters">The longest passage wanted, at least 20. Only a sentence longer than that is cut inside.</param>
    public static Excerpt? Continue(string text, int start, int maximumCharacters = DefaultCharacters)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumCharacters, 20);
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start >= text.Length ? null : Slice(text, start, FindEnd(text, start, maximumCharacters));
    }

    /// <summary>The passage from <paramref name="start"/> on; near the end of a text it begins earlier, so that a reply is filled.</summary>
    internal static Excerpt Around(string text, int start, int maximumCharacters = DefaultCharacters)
    {
        var earliest = Math.Max(0, text.Length - maximumCharacters);
        for (var at = 0; start > earliest && at < start;)
        {
            if (at >= earliest)
            {
                start = at;
                break;
            }

            at = Sentence.EndAfter(text, at);
        }

        return Continue(text, start, maximumCharacters) ?? new Excerpt("", 0, 0, true);
    }

    private static Excerpt Slice(string text, int start, int end)
    {
        var passage = text[start..end].TrimEnd();
        return new Excerpt(passage, start, passage.Length, start == 0 && passage.Length == text.TrimEnd().Length);
    }

    private static int FindEnd(string text, int start, int maximumCharacters)
    {
        var limit = Math.Min(text.Length, start + maximumCharacters);
        var end = start;
        while (end < limit)
        {
            var next = Sentence.EndAfter(text, end);
            if (next > limit && text.AsSpan(start, next - start).TrimEnd().Length > maximumCharacters)
            {
                break;
            }

            end = next;
        }

        return end > start ? end : CutInside(text, start, limit);
    }

    // A sentence longer than a reply is cut after a clause, else between two characters, never inside a surrogate pair.
    private static int CutInside(string text, int start, int limit)
    {
        var clause = text.AsSpan(start, limit - start).LastIndexOfAny('；', '，', '、');
        if (clause > (limit - start) / 2)
        {
            return start + clause + 1;
        }

        return char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
    }
}
