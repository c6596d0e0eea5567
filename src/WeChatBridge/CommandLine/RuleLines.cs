using WeChatBridge.Answers.Rules;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>A rule as lines of text.</summary>
internal static class RuleLines
{
    public static string Head(RuleListing rule) => StaffTexts.RuleHead.With(
        rule.Rule.Id,
        rule.Latest?.Name ?? rule.Rule.WebsiteName,
        StateOf(rule.Rule),
        rule.Spoken is null ? StaffTexts.RuleNotSpoken : StaffTexts.RuleSpoken,
        rule.Pending is null ? "" : StaffTexts.RulePending,
        rule.Rule.Origin == RuleOrigin.Website ? StaffTexts.RuleOfWebsite : "");

    public static string Whole(RuleListing rule) => string.Join(
        '\n',
        [
            Head(rule),
            .. rule.Spoken is { } spoken ? [StaffTexts.RuleSpokenHead, .. Content(spoken)] : Array.Empty<string>(),
            .. rule.Pending is { } pending ? [StaffTexts.RulePendingHead, .. Content(pending)] : Array.Empty<string>(),
        ]);

    public static string StateOf(AnswerRule rule) => rule switch
    {
        { RetiredAt: not null } => StaffTexts.RuleStateRetired,
        { IsOn: false } => StaffTexts.RuleStateOff,
        _ => StaffTexts.RuleStateOn,
    };

    private static IEnumerable<string> Content(RuleContent rule) =>
    [
        StaffTexts.RuleLineKeywords.With(string.Join('、', rule.Keywords.Select(keyword => $"{keyword.Text}（{NameOf(keyword.Match)}）"))),
        StaffTexts.RuleLineTerms.With(
            rule.Priority,
            rule.ValidFrom is { } from ? $"{from:yyyy-MM-dd}" : "—",
            rule.ValidUntil is { } until ? $"{until:yyyy-MM-dd}" : "—",
            rule.Mode == RuleMode.All ? StaffTexts.RuleModeAll : StaffTexts.RuleModeFirst),
        .. rule.Replies.Select((reply, i) => StaffTexts.RuleLineReply.With(i + 1, Describe(reply))),
    ];

    private static string Describe(RuleReply reply) => reply switch
    {
        RuleReply.Words words => words.Text,
        RuleReply.Passage section => StaffTexts.RuleReplySection.With(section.SectionId),
        RuleReply.Passages choice => StaffTexts.RuleReplyChoice.With(choice.Head, string.Join('、', choice.SectionIds)),
        RuleReply.Card card => StaffTexts.RuleReplyCard.With(card.Title, card.Description, card.Link, card.PictureUrl),
        RuleReply.Picture picture => StaffTexts.RuleReplyPicture.With(picture.FileHash.Length > 0 ? picture.FileHash : picture.MediaId),
        _ => "",
    };

    private static string NameOf(KeywordMatch match) => match switch
    {
        KeywordMatch.Exact => StaffTexts.RuleMatchExact,
        KeywordMatch.Contained => StaffTexts.RuleMatchContained,
        _ => StaffTexts.RuleMatchPattern,
    };
}
