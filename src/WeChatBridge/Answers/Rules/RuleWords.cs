using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Answers.Rules;

/// <summary>The form in which keywords and messages are compared: folded as the search does, without white space or signs at the ends.</summary>
internal static class RuleWords
{
    // A pattern costs in proportion to what it reads; what is asked stands at the beginning.
    private const int LongestRead = 600;

    /// <summary>Idempotent; may be empty.</summary>
    public static string Normalise(string text)
    {
        var folded = QuestionText.Fold(text).Replace(" ", "", StringComparison.Ordinal);
        var start = 0;
        var end = folded.Length;
        while (start < end && IsSign(folded[start]))
        {
            start++;
        }

        while (end > start && IsSign(folded[end - 1]))
        {
            end--;
        }

        return folded[start..end];
    }

    /// <summary>What was said, whole and without polite words around it.</summary>
    public static (string Whole, string Bare) Read(string words)
    {
        var read = words.Length > LongestRead ? words[..LongestRead] : words;
        return (Normalise(read), Normalise(QuestionText.Bare(read)));
    }

    /// <summary>A pattern that costs no more the longer somebody thinks about how to make it costly.</summary>
    /// <exception cref="ArgumentException">It is no pattern.</exception>
    /// <exception cref="NotSupportedException">It looks back or around, or is too large.</exception>
    public static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static bool IsSign(char character) => char.IsPunctuation(character) || char.IsSymbol(character) || char.IsWhiteSpace(character);
}
