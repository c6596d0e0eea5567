using System.Text;
using WeChatBridge.Accounts;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Answers.Rules;

/// <summary>
/// Puts a rule's replies into messages, one after the other. Words come first and together, because only words can say that more follows;
/// sections last, because 「更多」 then goes on inside them.
/// </summary>
internal sealed class RulePages(PassageFinder passages, AnswersOptions options)
{
    /// <summary>One message of the rule; null where there is none at this place, or nothing it can say now.</summary>
    public Answer? Show(ServedAccount account, long ruleId, RuleShelf shelf, int from)
    {
        if (!shelf.Rules.TryGetValue(ruleId, out var rule))
        {
            return null;
        }

        var pages = PagesOf(account, rule, shelf);
        if (from < 0 || from >= pages.Count)
        {
            return null;
        }

        var left = pages.Count - from - 1;
        var page = left > 0 ? Announce(pages[from], left) : pages[from];
        return page with { Place = left == 0 && page.Place is { } inside ? inside : new ReadingPlace(RuleFinder.KeyOf(ruleId), from + 1) };
    }

    private List<Answer> PagesOf(ServedAccount account, RuleContent rule, RuleShelf shelf)
    {
        if (rule.Mode == RuleMode.First)
        {
            var first = rule.Replies.Select(reply => PagesOf(account, [reply], shelf)).FirstOrDefault(pages => pages.Count > 0);
            return first ?? [];
        }

        return PagesOf(account, rule.Replies, shelf);
    }

    private List<Answer> PagesOf(ServedAccount account, IReadOnlyList<RuleReply> replies, RuleShelf shelf) =>
    [
        .. Pack(replies.OfType<RuleReply.Words>().Select(words => words.Text)).Select(text => new Answer(AnswerKind.Rule, text)),
        .. replies.OfType<RuleReply.Card>().Select(ReplyContent.Of),
        .. replies.OfType<RuleReply.Picture>()
            .Select(picture => picture.MediaId.Length > 0 ? picture.MediaId : shelf.Pictures.GetValueOrDefault(picture.FileHash))
            .OfType<string>().Select(ReplyContent.OfPicture),
        .. Sections(account, replies),
    ];

    /// <summary>One section by itself; several as one choice, so that none is lost behind the pages of another.</summary>
    private IEnumerable<Answer> Sections(ServedAccount account, IReadOnlyList<RuleReply> replies)
    {
        var ids = replies.SelectMany(reply => reply switch
        {
            RuleReply.Passage one => [one.SectionId],
            RuleReply.Passages several => several.SectionIds,
            _ => [],
        }).Distinct().ToList();
        var items = ids.Select(id => passages.Label(account, id) is { } label ? new OfferedItem(label, PassageFinder.KeyOf(id)) : null)
            .OfType<OfferedItem>().ToList();
        return items.Count switch
        {
            0 => [],
            1 => passages.Follow(account, items[0].Leads, 0) is { } section ? [section with { Kind = AnswerKind.Rule }] : [],
            _ => [ChoiceText.For(HeadOf(replies), items, options)],
        };
    }

    private static string HeadOf(IReadOnlyList<RuleReply> replies) =>
        replies.OfType<RuleReply.Passages>().Select(choice => choice.Head).FirstOrDefault(head => head.Length > 0) ?? FollowerTexts.ChoiceHead;

    private static Answer Announce(Answer page, int left) => page.Content switch
    {
        ReplyContent.Card card => ReplyContent.Of(card with
        {
            Description = card.Description.Length > 0 ? Lines.Join(card.Description, Hint(left)) : Hint(left),
        }),
        ReplyContent.Picture => page,
        _ => page with { Text = Lines.Join(page.Text, "", Hint(left)) },
    };

    private static string Hint(int left) => FollowerTexts.RuleMore.With(left);

    /// <summary>Texts put together as long as one message holds them with its hint; one that is longer is cut as any reply is.</summary>
    private static List<string> Pack(IEnumerable<string> texts)
    {
        const int MostReplies = 99;
        var room = Hint(MostReplies).Length + 2;
        var bytes = TextLimit.MaxUtf8Bytes - Encoding.UTF8.GetByteCount(Hint(MostReplies)) - 2;
        var pages = new List<string>();
        foreach (var piece in texts.SelectMany(text => Pieces(text.Trim(), bytes, TextLimit.MaxCharacters - room)))
        {
            var joined = pages.Count > 0 ? Lines.Join(pages[^1], "", piece) : piece;
            if (pages.Count > 0 && joined.Length <= TextLimit.MaxCharacters - room && Encoding.UTF8.GetByteCount(joined) <= bytes)
            {
                pages[^1] = joined;
            }
            else
            {
                pages.Add(piece);
            }
        }

        return pages;
    }

    private static IEnumerable<string> Pieces(string text, int bytes, int characters)
    {
        while (text.Length > 0)
        {
            var cut = TextLimit.Cut(text, bytes, characters);
            // A link longer than a whole message cannot be kept whole.
            var piece = cut.Length > 0 ? cut : text[..Math.Min(text.Length, characters)];
            yield return piece;
            text = text[piece.Length..].TrimStart();
        }
    }
}
