using WeChatBridge.Answers.Conversations;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Answers;

/// <summary>Puts a numbered choice into words. It is answered by number or name; where the office has switched them on, by a tap.</summary>
internal static class ChoiceText
{
    /// <summary>The choice, with as many items as one reply can carry.</summary>
    public static Answer For(string head, IReadOnlyList<OfferedItem> items, AnswersOptions options) =>
        Fitting(items, items.Count, shown => Write(head, items.Take(shown), [], options));

    /// <summary>The first of many items, with how many are left and how to see them.</summary>
    public static Answer Page(string head, IReadOnlyList<OfferedItem> items, int most, AnswersOptions options) => Fitting(
        items,
        Math.Min(items.Count, most),
        shown => Write(
            head, items.Take(shown), shown < items.Count ? [FollowerTexts.RuleMore.With(items.Count - shown)] : [], options));

    private static Answer Fitting(IReadOnlyList<OfferedItem> items, int most, Func<int, string> write)
    {
        var shown = most;
        while (shown > 1 && !TextLimit.Fits(write(shown)))
        {
            shown--;
        }

        var text = TextLimit.Cut(write(shown), TextLimit.MaxUtf8Bytes, TextLimit.MaxCharacters);
        return new Answer(AnswerKind.Choice, text) { Offered = [.. items.Take(shown)] };
    }

    private static string Write(string head, IEnumerable<OfferedItem> items, IReadOnlyList<string> rest, AnswersOptions options) =>
        Lines.Join([head, .. items.Select((item, i) => Line(i + 1, item.Label, options)), .. rest, FollowerTexts.ChoiceFoot]);

    private static string Line(int number, string label, AnswersOptions options)
    {
        var line = FollowerTexts.ChoiceItem.With(number, label);
        return options.TappableLinks ? FollowerTexts.TappableLine.With(number, line) : line;
    }
}
