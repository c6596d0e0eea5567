using System.Text.RegularExpressions;

namespace WeChatBridge.Search.Text;

/// <summary>A question, reduced to what can be looked up.</summary>
/// <param name="Phrases">The words that carry meaning, in order, folded, question words and particles taken out.</param>
/// <param name="Year">The year asked about, if any.</param>
/// <param name="Number">The number of a section named by it (一、概述), or null.</param>
/// <param name="Wanted">The kind of fact asked for.</param>
internal sealed partial record Question(IReadOnlyList<string> Phrases, int? Year, int? Number, FactKind Wanted)
{
    /// <summary>Longer texts are cut: what is asked stands at the beginning, and work per question stays bounded.</summary>
    private const int LongestRead = 200;

    public static Question Read(string asked)
    {
        var folded = CharacterFolding.Fold(asked.Length > LongestRead ? asked[..LongestRead] : asked)
            .Replace("\0", "", StringComparison.Ordinal).Trim();
        var number = SectionNumber().Match(folded);
        var rest = number.Success ? folded[number.Length..] : folded;
        var year = YearNumber().Match(rest);
        rest = SpacesInChinese().Replace(YearNumber().Replace(rest, " "), "");
        var phrases = Filler().Replace(rest, " ").Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return new Question(
            phrases,
            year.Success ? ChineseNumeral.Parse(year.Groups["y"].ValueSpan) : null,
            number.Success ? ChineseNumeral.Parse(number.Groups["n"].ValueSpan) : null,
            FactOf(folded));
    }

    private static FactKind FactOf(string folded) =>
        EMailWords().IsMatch(folded) ? FactKind.EMail : PhoneWords().IsMatch(folded) ? FactKind.Phone : FactKind.None;

    private static readonly char[] Separators = [.. " \n\r,.。、;:!?()[]{}<>《》“”\"'‘’·-—/\\|+=*&^%$#@~`"];

    [GeneratedRegex(@"^(?:第?\(?(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?:\)|、|\.(?!\d)|部分|章))\s*(?=\S)", RegexOptions.ExplicitCapture)]
    private static partial Regex SectionNumber();

    [GeneratedRegex(@"(?<y>(?:19|20)\d{2}|[一二][〇一二三四五六七八九]{3})\s?年度?|(?<!\d)(?<y>20[0-4]\d)(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex YearNumber();

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF])\s+(?=[\u4E00-\u9FFF]\s|[\u4E00-\u9FFF]$)")]
    private static partial Regex SpacesInChinese();

    [GeneratedRegex(
        "请问一下|请问|您好|你好|麻烦|谢谢|我想知道|我想了解|我想问|我想查|我要查|想知道|想了解|帮我查|查一下|查询|告诉我|是什么|有什么|什么|"
        + "有哪些|哪些|哪个|哪里|在哪儿|在哪|多少|几个|怎么样|怎么|怎样|如何|为什么|是不是|有没有|能不能|可以|是否|吗|呢|吧|啊|呀|的|了|是|在|一下|镇里|咱们|你们|我们|我")]
    private static partial Regex Filler();

    [GeneratedRegex("邮箱|邮件|e-?mail")]
    private static partial Regex EMailWords();

    [GeneratedRegex("电话|手机号|号码|热线")]
    private static partial Regex PhoneWords();
}

/// <summary>The kind of fact a question asks for.</summary>
internal enum FactKind
{
    None,
    Phone,
    EMail,
}
