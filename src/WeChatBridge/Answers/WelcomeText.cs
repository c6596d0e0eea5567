using WeChatBridge.Accounts;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers;

/// <summary>The words for a new follower, and for one who asks what can be asked.</summary>
internal sealed class WelcomeText(AnswerFinder answers, RuleBook rules, PublicSiteOptions site)
{
    /// <summary>What can be asked, with an example that is sure to be found; last, how questions are kept.</summary>
    public Answer For(ServedAccount account) => new(AnswerKind.Welcome, Lines.Join(
        [FollowerTexts.Welcome.With(account.Name), .. OwnLine(account), .. ExampleLine(account), FollowerTexts.HelpHint, "", PrivacyLine(account)]));

    /// <summary>All that can be typed.</summary>
    public Answer Help(ServedAccount account) => new(AnswerKind.Guidance, Lines.Join(
        [FollowerTexts.Help, .. ExampleLine(account), "", .. ContactText.LinesOf(account.Contact)]));

    private IEnumerable<string> ExampleLine(ServedAccount account) =>
        answers.ExampleFor(account) is { Length: > 0 } example ? [FollowerTexts.WelcomeExample.With(example)] : [];

    private IEnumerable<string> OwnLine(ServedAccount account) =>
        rules.Of(account.Key).Lines.Welcome is { Length: > 0 } line ? [line] : [];

    private string PrivacyLine(ServedAccount account) => site.PrivacyPageOf(account.Key) is { } page
        ? FollowerTexts.PrivacyLineWithPage.With(page)
        : FollowerTexts.PrivacyLine;
}
