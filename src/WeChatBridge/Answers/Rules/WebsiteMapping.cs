using WeChatBridge.Storage;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api.AutoReply;

namespace WeChatBridge.Answers.Rules;

/// <summary>Turns the website's replies into rules of ours, and says in Chinese what cannot be carried over as it was.</summary>
/// <param name="pictures">The pictures that could be fetched, by the website's name of them.</param>
internal sealed class WebsiteMapping(IReadOnlyDictionary<string, StoredFile> pictures)
{
    private const string ReplyAll = "reply_all";
    private const string Equal = "equal";
    private const int LongestName = 30;
    private const int MostReplies = 8;

    private readonly List<string> _notes = [];

    public WebsiteDraft Map(CurrentAutoReplies website)
    {
        var rules = new List<RuleContent>();
        foreach (var (rule, i) in (website.KeywordAutoreplyInfo?.List ?? []).Select((rule, i) => (rule, i)))
        {
            var content = Map(rule, NameOf(rule, i + 1, [.. rules.Select(one => one.Name)]));
            if (RuleCheck.Objection(content) is { } objection)
            {
                _notes.Add(StaffTexts.WebsiteRuleLeftOut.With(content.Name, objection));
            }
            else
            {
                rules.Add(content);
                _notes.AddRange(RuleCheck.Remarks(content).Select(remark => StaffTexts.WebsiteRuleRemark.With(content.Name, remark)));
            }
        }

        if (!website.IsAutoreplyOpen && rules.Count > 0)
        {
            _notes.Add(StaffTexts.WebsiteRepliesClosed);
        }

        var welcome = Line(OfficeLine.Welcome, website.IsAddFriendReplyOpen ? website.AddFriendAutoreplyInfo : null);
        var notFound = Line(OfficeLine.NotFound, website.IsAutoreplyOpen ? website.MessageDefaultAutoreplyInfo : null);
        return new WebsiteDraft(rules, welcome, notFound, _notes);
    }

    /// <summary>The names of the pictures the website's keyword replies show.</summary>
    public static IReadOnlyList<string> PicturesOf(CurrentAutoReplies website) =>
    [
        .. (website.KeywordAutoreplyInfo?.List ?? []).SelectMany(rule => rule.ReplyListInfo)
            .Where(reply => reply is { Type: "img", Content.Length: > 0 }).Select(reply => reply.Content!).Distinct(),
    ];

    private RuleContent Map(KeywordRule rule, string name)
    {
        var keywords = rule.KeywordListInfo.Select(keyword => Map(keyword, name)).OfType<RuleKeyword>().Distinct().ToList();
        var carried = rule.ReplyListInfo.Select(reply => Map(reply, name)).Where(replies => replies.Count > 0).ToList();
        if (rule.ReplyMode != ReplyAll && rule.ReplyListInfo.Count > 1)
        {
            _notes.Add(StaffTexts.WebsiteRandomReply.With(name));
            carried = [.. carried.Take(1)];
        }

        var replies = carried.SelectMany(one => one).ToList();
        if (replies.Count > MostReplies)
        {
            _notes.Add(StaffTexts.WebsiteTooManyReplies.With(name, MostReplies));
        }

        return new RuleContent(name, keywords, [.. replies.Take(MostReplies)]) { Mode = replies.Count > 1 ? RuleMode.All : RuleMode.First };
    }

    private RuleKeyword? Map(WeChat.Api.AutoReply.RuleKeyword keyword, string name)
    {
        var text = keyword.Content?.Trim() ?? "";
        var match = keyword.MatchMode == Equal ? KeywordMatch.Exact : KeywordMatch.Contained;
        if (match == KeywordMatch.Contained && RuleWords.Normalise(text).Length == 1)
        {
            // One character is part of nearly everything that is said.
            _notes.Add(StaffTexts.WebsiteKeywordNarrowed.With(name, text));
            match = KeywordMatch.Exact;
        }

        var mapped = new RuleKeyword(text, match);
        if (RuleCheck.Objection(mapped) is { } objection)
        {
            _notes.Add(StaffTexts.WebsiteKeywordLeftOut.With(name, objection));
            return null;
        }

        return mapped;
    }

    private List<RuleReply> Map(AutoReplyContent reply, string name)
    {
        List<RuleReply> mapped = reply switch
        {
            { Type: "text", Content: { } text } => [new RuleReply.Words(text)],
            { Type: "img", Content: { } media } when pictures.TryGetValue(media, out var file) => [new RuleReply.Picture(file.Hash, "")],
            { Type: "news", NewsInfo.List: var articles } => [.. articles.Select(Map)],
            _ => [],
        };
        var objection = mapped.Count == 0 ? StaffTexts.WebsiteReplyKind.With(KindOf(reply)) : mapped.Select(RuleCheck.Objection).FirstOrDefault(o => o is not null);
        if (objection is null)
        {
            return mapped;
        }

        _notes.Add(StaffTexts.WebsiteReplyLeftOut.With(name, objection));
        return [.. mapped.Where(one => RuleCheck.Objection(one) is null)];
    }

    private static RuleReply.Card Map(WebsiteArticle article) => new(
        article.Title ?? "", Shorten(article.Digest ?? ""), article.CoverUrl ?? "", article.ContentUrl ?? "");

    private string Line(OfficeLine line, AutoReplyContent? reply)
    {
        var objection = reply switch
        {
            null => null,
            { Type: "text", Content: { } text } => OfficeLineDesk.ObjectionTo(line, text),
            _ => StaffTexts.WebsiteReplyKind.With(KindOf(reply)),
        };
        if (objection is not null)
        {
            _notes.Add(StaffTexts.WebsiteLineLeftOut.With(OfficeLineDesk.NameOf(line), objection));
        }

        return objection is null ? reply?.Content?.Trim() ?? "" : "";
    }

    private static string NameOf(KeywordRule rule, int number, List<string> taken)
    {
        var name = rule.RuleName?.Trim() is { Length: > 0 } given ? Shorten(given, LongestName) : StaffTexts.WebsiteRuleName.With(number);
        return taken.Contains(name) ? $"{name}（{number}）" : name;
    }

    private static string KindOf(AutoReplyContent reply) => reply.Type switch
    {
        "voice" => StaffTexts.WebsiteVoice,
        "video" => StaffTexts.WebsiteVideo,
        "img" => StaffTexts.WebsitePicture,
        "news" => StaffTexts.WebsiteNews,
        _ => reply.Type ?? "",
    };

    private static string Shorten(string text, int most = 120) => text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1), "…");
}

/// <summary>The website's replies as rules of ours, before they are stored.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Welcome">The greeting of new followers; empty where there is none.</param>
/// <param name="NotFound">The answer to any other message; empty where there is none.</param>
/// <param name="Notes">What could not be carried over as it was, in sentences.</param>
internal sealed record WebsiteDraft(IReadOnlyList<RuleContent> Rules, string Welcome, string NotFound, IReadOnlyList<string> Notes)
{
    public IReadOnlyList<StoredFile> Pictures { get; init; } = [];
}
