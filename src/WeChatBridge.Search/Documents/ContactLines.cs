using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Documents;

/// <summary>Finds what a document says of how its office is reached (联系方式).</summary>
internal static partial class ContactLines
{
    private const int Longest = 120;

    /// <summary>The lines with a telephone number, an e-mail address or a postal address; of a long line the sentence.</summary>
    public static IReadOnlyList<string> Find(IReadOnlyList<TextLine> lines) =>
        [.. lines.SelectMany(Sentences).Where(IsContact).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Sentences(TextLine line) => line.Content.Length <= Longest
        ? [line.Content]
        : line.Content.Split('。', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(sentence => sentence.Length <= Longest);

    private static bool IsContact(string sentence) => Pattern().IsMatch(Text.CharacterFolding.Fold(sentence));

    // A number counts where the words before it say what it is; an address where the word ends with a colon.
    [GeneratedRegex(
        @"(?:电话|热线|传真|手机|咨询|监督|举报|投诉|联系)[^\d。;]{0,16}(?:\(?0\d{2,3}\)?\s?[-—–]?\s?\d{7,8}|1\d{10}|\d{7,8}|12345)(?!\d)|[\w.+-]+@[\w-]+\.\w+"
        + @"|(?:联系|通讯|通信|办公|邮寄|单位|办理)?地\s?[址点]\s*:",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
