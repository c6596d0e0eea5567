using WeChatBridge.Answers.Conversations;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Answers;

/// <summary>Puts a numbered choice into words. It is answered by number or name; where the office has switched them on, by a tap.</summary>
internal static class ChoiceText
{
    /// <summary>The choice, with as many items as one reply can carry.</summary>
    public static Answer For(string head, IReadOnlyList<OfferedItem> items, AnswersOptions options)
    {
        var shown = items.Count;
        while (shown > 1 && !TextLimit.Fits(Write(head, items.Take(shown), options)))
        {
            shown--;
        }

        OfferedItem[] offered = [.. items.Take(shown)];
        var text = TextLimit.Cut(Write(head, offered, options), TextLimit.MaxUtf8Bytes, TextLimit.MaxCharacters);
        return new Answer(AnswerKind.Choice, text) { Offered = offered };
    }

    private static string Write(string head, IEnumerable<OfferedItem> items, AnswersOptions options) => Lines.Join(
        [head, .. items.Select((item, i) => Line(i + 1, item.Label, options)), FollowerTexts.ChoiceFoot]);

    private static string Line(int number, string label, AnswersOptions options)
    {
        var line = FollowerTexts.ChoiceItem.With(number, label);
        return options.TappableLinks ? FollowerTexts.TappableLine.With(number, line) : line;
    }
}
