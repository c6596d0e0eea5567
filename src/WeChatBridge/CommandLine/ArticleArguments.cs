using System.CommandLine;
using WeChatBridge.Articles;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Publishing;
using WeChatBridge.Reports;

namespace WeChatBridge.CommandLine;

/// <summary>What <c>article new</c> and <c>article set</c> take; what is not typed stays as it is.</summary>
internal sealed class ArticleArguments
{
    private readonly Option<string?> _title = new("--title") { Description = "标题（最多 32 字）" };
    private readonly Option<string?> _author = new("--author") { Description = "作者（最多 16 字）" };
    private readonly Option<string?> _digest = new("--digest") { Description = "摘要（最多 120 字）；空着由平台取正文开头" };
    private readonly Option<string?> _sourceLink = new("--source-link") { Description = "原文链接（阅读原文）" };
    private readonly Option<string?> _repost = new("--repost-from") { Description = "转载的稿源" };
    private readonly Option<bool> _original = new("--original") { Description = "不是转载" };
    private readonly Option<SendingAct?> _act = new("--act") { Description = "Publish 发布（不推送）、MassSend 群发、DraftOnly 仅存草稿" };
    private readonly Option<int?> _tag = new("--tag") { Description = "群发给哪个标签（编号）；不写发给所有人" };
    private readonly Option<bool> _noTag = new("--no-tag") { Description = "群发给所有人" };
    private readonly Option<CommentChoice?> _comments = new("--comments") { Description = "留言：Off 关闭、Everybody 所有人、Followers 仅关注者" };
    private readonly Option<DisclosureClass?> _class = new("--class")
    {
        Description = "公开属性：Proactive 主动公开、OnRequest 依申请公开、Withheld 不予公开",
    };

    private readonly Option<string?> _catalogue = new("--catalogue") { Description = "公开目录条目，例如 20-11（article catalogue 列出）" };
    private readonly Option<string?> _issuer = new("--issuer") { Description = "发文机关" };
    private readonly Option<DateOnly?> _formed = new("--formed") { Description = "形成日期，例如 2026-11-20" };
    private readonly Option<DateOnly?> _changed = new("--changed") { Description = "变更日期；公开期限从这天起算" };
    private readonly Option<Visibility?> _visibility = new("--visibility") { Description = "Public 对外、Internal 对内" };
    private readonly Option<string?> _grounds = new("--grounds") { Description = "不主动公开的依据" };

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _title, _author, _digest, _sourceLink, _repost, _original, _act, _tag, _noTag, _comments, _class, _catalogue, _issuer, _formed,
            _changed, _visibility, _grounds,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The draft with what was typed.</summary>
    public ArticleDraft Apply(ParseResult parsed, ArticleDraft before)
    {
        var act = parsed.GetValue(_act) ?? before.Act;
        // A tag means something to a mass send only; one typed for another act is refused by the desk.
        var tag = parsed.GetValue(_tag) ?? (parsed.GetValue(_noTag) || act != SendingAct.MassSend ? null : before.AudienceTag);
        return new ArticleDraft(Apply(parsed, before.Content), act, tag);
    }

    private ArticleContent Apply(ParseResult parsed, ArticleContent before) => before with
    {
        Title = parsed.GetValue(_title) ?? before.Title,
        Author = parsed.GetValue(_author) ?? before.Author,
        Digest = parsed.GetValue(_digest) ?? before.Digest,
        SourceLink = parsed.GetValue(_sourceLink) ?? before.SourceLink,
        IsRepost = parsed.GetValue(_repost) is not null || (before.IsRepost && !parsed.GetValue(_original)),
        RepostedFrom = parsed.GetValue(_repost) ?? (parsed.GetValue(_original) ? "" : before.RepostedFrom),
        CommentsOpen = parsed.GetValue(_comments) is { } comments ? comments != CommentChoice.Off : before.CommentsOpen,
        OnlyFollowersComment = parsed.GetValue(_comments) is { } who ? who == CommentChoice.Followers : before.OnlyFollowersComment,
        Disclosure = Apply(parsed, before.Disclosure),
    };

    private DisclosureFacts Apply(ParseResult parsed, DisclosureFacts before) => before with
    {
        Class = parsed.GetValue(_class) ?? before.Class,
        CatalogueNumber = parsed.GetValue(_catalogue) ?? before.CatalogueNumber,
        IssuingBody = parsed.GetValue(_issuer) ?? before.IssuingBody,
        FormedOn = parsed.GetValue(_formed) ?? before.FormedOn,
        ChangedOn = parsed.GetValue(_changed) ?? before.ChangedOn,
        Visibility = parsed.GetValue(_visibility) ?? before.Visibility,
        Grounds = parsed.GetValue(_grounds) ?? before.Grounds,
    };

    private enum CommentChoice
    {
        Off,
        Everybody,
        Followers,
    }
}
