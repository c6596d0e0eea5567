using WeChatBridge.Answers.Understanding;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers.Rules;

/// <summary>Why a rule cannot be as it was written, as a sentence for who wrote it.</summary>
internal static class RuleCheck
{
    public const int LongestText = 3000;

    private const int LongestName = 40;
    private const int LongestKeyword = 60;
    private const int LongestPattern = 200;
    private const int MostKeywords = 30;
    private const int MostReplies = 8;
    private const int LongestCardLine = 120;
    private const int LongestLink = 1000;
    private const int LeastContained = 2;

    /// <summary>Null where nothing is wrong with it.</summary>
    public static string? Objection(RuleContent rule) => rule switch
    {
        _ when string.IsNullOrWhiteSpace(rule.Name) || rule.Name.Length > LongestName || rule.Name.Any(char.IsControl) =>
            StaffTexts.RuleNameMalformed.With(LongestName),
        { Keywords.Count: 0 or > MostKeywords } => StaffTexts.RuleKeywordCount.With(MostKeywords),
        { Replies.Count: 0 or > MostReplies } => StaffTexts.RuleReplyCount.With(MostReplies),
        _ when rule.ValidUntil < rule.ValidFrom => StaffTexts.RuleDatesReversed,
        _ => rule.Keywords.Select(Objection).Concat(rule.Replies.Select(Objection)).FirstOrDefault(objection => objection is not null),
    };

    public static string? Objection(RuleKeyword keyword)
    {
        if (keyword.Match == KeywordMatch.Pattern)
        {
            return ObjectionToPattern(keyword.Text);
        }

        var form = RuleWords.Normalise(keyword.Text);
        return form.Length switch
        {
            0 => StaffTexts.RuleKeywordEmpty.With(keyword.Text),
            > LongestKeyword => StaffTexts.RuleKeywordTooLong.With(LongestKeyword),
            < LeastContained when keyword.Match == KeywordMatch.Contained => StaffTexts.RuleKeywordTooShort.With(keyword.Text),
            _ when IsHeardBefore(keyword) => StaffTexts.RuleKeywordIsCommand.With(keyword.Text),
            _ => null,
        };
    }

    /// <summary>Commands, danger and duties are answered before every rule: the keyword would never call it.</summary>
    public static bool IsHeardBefore(RuleKeyword keyword) => keyword.Match == KeywordMatch.Exact && IsHeardBefore(keyword.Text);

    /// <summary>What may surprise who wrote it, though nothing is wrong: keywords that are answered otherwise where nothing else is said.</summary>
    public static IEnumerable<string> Remarks(RuleContent rule) => rule.Keywords
        .Where(keyword => keyword.Match == KeywordMatch.Contained && IsHeardBefore(keyword.Text))
        .Select(keyword => StaffTexts.RuleKeywordHeardBefore.With(keyword.Text));

    private static bool IsHeardBefore(string words) =>
        FollowerCommand.Read(words) is not null || DangerFinder.Find(words) is not null || DutyFinder.Find(words) is not null;

    public static string? Objection(RuleReply reply) => reply switch
    {
        RuleReply.Words words when string.IsNullOrWhiteSpace(words.Text) || words.Text.Length > LongestText =>
            StaffTexts.RuleTextLength.With(LongestText),
        RuleReply.Passages { SectionIds.Count: < 2 or > 9 } => StaffTexts.RuleChoiceCount,
        RuleReply.Card card => ObjectionTo(card),
        RuleReply.Picture { FileHash.Length: 0, MediaId.Length: 0 } => StaffTexts.RulePictureMissing,
        _ => null,
    };

    private static string? ObjectionTo(RuleReply.Card card) => card switch
    {
        _ when string.IsNullOrWhiteSpace(card.Title) || card.Title.Length > LongestCardLine || card.Description.Length > LongestCardLine =>
            StaffTexts.RuleCardLines.With(LongestCardLine),
        _ when !IsAddress(card.Link) => StaffTexts.RuleCardAddress.With(card.Link),
        _ when card.PictureUrl.Length > 0 && !IsAddress(card.PictureUrl) => StaffTexts.RuleCardAddress.With(card.PictureUrl),
        _ => null,
    };

    private static bool IsAddress(string text) => text.Length <= LongestLink
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private static string? ObjectionToPattern(string pattern)
    {
        if (pattern.Length is 0 or > LongestPattern)
        {
            return StaffTexts.RulePatternLength.With(LongestPattern);
        }

        try
        {
            var compiled = RuleWords.Compile(pattern);
            // What an empty message or any single character calls would swallow every question.
            return compiled.IsMatch("") || compiled.IsMatch("某") ? StaffTexts.RulePatternTooWide.With(pattern) : null;
        }
        catch (NotSupportedException)
        {
            return StaffTexts.RulePatternUnsupported.With(pattern);
        }
        catch (ArgumentException)
        {
            return StaffTexts.RulePatternMalformed.With(pattern);
        }
    }
}
