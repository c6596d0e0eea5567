using WeChatBridge.Accounts;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers.Rules;

/// <summary>Finds what staff laid down for a message, and what stands behind <c>rule:4</c>. Touches memory only.</summary>
internal sealed class RuleFinder(RuleBook book, RulePages pages, AnswersOptions options, TimeProvider clock) : IDestination
{
    private const string Key = "rule:";

    /// <summary>The rule's answer, a choice where several fit alike, or null where none does or can say anything.</summary>
    public Answer? Find(ServedAccount account, RuleShelf shelf, string words, DateOnly day)
    {
        var called = shelf.Matcher.Find(words, day);
        return called switch
        {
            [] => null,
            [var only] => pages.Show(account, only, shelf, 0),
            _ => ChoiceText.For(
                FollowerTexts.ChoiceHead, [.. called.Select(id => new OfferedItem(shelf.Rules[id].Name, KeyOf(id)))], options),
        };
    }

    /// <summary>What leads to a rule in choices and menu keys.</summary>
    public static string KeyOf(long ruleId) => $"{Key}{ruleId}";

    public Answer? Follow(ServedAccount account, string leads, int from)
    {
        var shelf = book.Of(account.Key);
        return MenuKey.NumberOf(leads, Key) is { } id && shelf.Rules.TryGetValue(id, out var rule) && rule.IsValidOn(clock.Today())
            ? pages.Show(account, id, shelf, from)
            : null;
    }
}
