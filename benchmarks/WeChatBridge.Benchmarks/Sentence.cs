namespace WeChatBridge.Benchmarks;

/// <summary>Sentences and clauses of a section's text.</summary>
internal static class Sentence
{
    private const int Shortest = 6;

    /// <summary>The sentences, each with its stop.</summary>
    public static IEnumerable<string> Split(string text) => Cut(text, "。！？；\n").Where(sentence => sentence.Length >= Shortest);

    /// <summary>The clauses, without their stops.</summary>
    public static IReadOnlyList<string> Clauses(string text) =>
        [.. Cut(text, "。！？；，、：\n").Select(clause => clause.TrimEnd('。', '！', '？', '；', '，', '、', '：', '\n'))
            .Where(clause => clause.Length is >= Shortest and <= 30)];

    private static IEnumerable<string> Cut(string text, string stops)
    {
        for (var start = 0; start < text.Length;)
        {
            var stop = text.AsSpan(start).IndexOfAny(stops);
            var end = stop < 0 ? text.Length : start + stop + 1;
            yield return text[start..end];
            start = end;
        }
    }
}
