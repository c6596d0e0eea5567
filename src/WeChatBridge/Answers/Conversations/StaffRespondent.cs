using System.Text.RegularExpressions;
using WeChatBridge.Notices;
using WeChatBridge.Search.Text;
using WeChatBridge.Staff.Bindings;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Answers.Conversations;

/// <summary>
/// Serves the office's own people in their WeChat: 「绑定 12345678」 binds it, and 「待办」 then tells what waits for them. For everybody else
/// 「待办」 is a question like any other.
/// </summary>
internal sealed partial class StaffRespondent(BindingDesk bindings) : IRespondent
{
    public async ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken) => turn.Message is not TextMessage
        ? null
        : CodeIn(turn.Words) is { } code
            ? await BindAsync(turn, code, cancellationToken)
            : IsForTheList(turn.Words) ? await ListAsync(turn, cancellationToken) : null;

    private async Task<Answer> BindAsync(Turn turn, string typed, CancellationToken cancellationToken)
    {
        // Before anything else can keep it: the inbox, a question nobody could answer, the log of arrivals.
        turn.HoldsSecret = true;
        var key = turn.Account.Key;
        var who = BindingFailures.HashOf(key, turn.OpenId);
        if (await BindingFailures.AreTooManyAsync(turn.Store, who, turn.At, cancellationToken))
        {
            return Say(NoticeTexts.BindingLocked);
        }

        if (await BindingFinder.CodeAsync(turn.Store, key, typed, turn.At, cancellationToken) is not { } code)
        {
            turn.Also((context, token) => bindings.FailAsync(context, key, turn.OpenId, turn.At, token));
            return Say(NoticeTexts.BindingWrong);
        }

        turn.Also((context, token) => bindings.BindAsync(context, code, turn.OpenId, turn.At, token));
        return Say(NoticeTexts.Bound.With(code.Name));
    }

    private static async Task<Answer?> ListAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await BindingFinder.StaffBehindAsync(turn.Store, turn.Account.Key, turn.OpenId, cancellationToken) is not { } name)
        {
            return null;
        }

        var waiting = await NoticeFinder.WaitingForAsync(turn.Store, name, turn.Account.Key, cancellationToken);
        return Say(waiting.Count == 0 ? NoticeTexts.WaitingNone : TextOf([.. waiting.Select(line => line.Notice.Text)]));
    }

    /// <summary>As many as one reply holds, with the number of the rest.</summary>
    private static string TextOf(IReadOnlyList<string> notices)
    {
        for (var shown = notices.Count; shown > 0; shown--)
        {
            var text = Lines.Join(
            [
                NoticeTexts.WaitingHead.With(notices.Count),
                .. notices.Take(shown).Select((notice, index) => NoticeTexts.WaitingItem.With(index + 1, notice)),
                .. shown < notices.Count ? [NoticeTexts.WaitingRest.With(notices.Count - shown)] : Array.Empty<string>(),
            ]);
            if (TextLimit.Fits(text))
            {
                return text;
            }
        }

        return NoticeTexts.WaitingHead.With(notices.Count);
    }

    private static Answer Say(string text) => new(AnswerKind.Guidance, text);

    // Typed as it is read off: with or without a colon, in two groups of four.
    private static string? CodeIn(string words) =>
        Binding().Match(QuestionText.Fold(words)) is { Success: true } match ? match.Groups["code"].Value.Replace(" ", "") : null;

    private static bool IsForTheList(string words) => QuestionText.Bare(words) is "待办" or "我的待办" or "待办事项";

    [GeneratedRegex(@"^[^\p{L}\p{N}]*绑定[^\p{L}\p{N}]*(?<code>\d{4} ?\d{4})[^\p{L}\p{N}]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Binding();
}
