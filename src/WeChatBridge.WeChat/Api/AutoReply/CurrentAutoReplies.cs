using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.AutoReply;

/// <summary>The website's replies as they stand.</summary>
public sealed record CurrentAutoReplies
{
    /// <summary>Whether a new follower is greeted.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool IsAddFriendReplyOpen { get; init; }

    /// <summary>Whether any message is answered.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool IsAutoreplyOpen { get; init; }

    /// <summary>The greeting (关注后自动回复).</summary>
    public AutoReplyContent? AddFriendAutoreplyInfo { get; init; }

    /// <summary>The answer to any message (消息自动回复), at most once an hour per follower.</summary>
    public AutoReplyContent? MessageDefaultAutoreplyInfo { get; init; }

    /// <summary>The answers to keywords (关键词自动回复).</summary>
    public KeywordAutoReplies? KeywordAutoreplyInfo { get; init; }
}

/// <summary>The keyword rules.</summary>
public sealed record KeywordAutoReplies
{
    /// <summary>The rules, at most 200.</summary>
    [AllowNull]
    public IReadOnlyList<KeywordRule> List { get; init => field = value ?? []; } = [];
}

/// <summary>One keyword rule.</summary>
/// <param name="RuleName">规则名.</param>
/// <param name="ReplyMode"><c>reply_all</c> or <c>random_one</c>.</param>
public sealed record KeywordRule(string? RuleName = null, string? ReplyMode = null)
{
    /// <summary>When the rule was made.</summary>
    [JsonConverter(typeof(UnixSecondsConverter))]
    public DateTimeOffset CreateTime { get; init; }

    /// <summary>The keywords, at most 10.</summary>
    [AllowNull]
    public IReadOnlyList<RuleKeyword> KeywordListInfo { get; init => field = value ?? []; } = [];

    /// <summary>The replies, at most 5.</summary>
    [AllowNull]
    public IReadOnlyList<AutoReplyContent> ReplyListInfo { get; init => field = value ?? []; } = [];
}

/// <summary>One keyword.</summary>
/// <param name="Content">The word.</param>
/// <param name="MatchMode"><c>contain</c> (半匹配) or <c>equal</c> (全匹配).</param>
/// <param name="Type">Always <c>text</c>.</param>
public sealed record RuleKeyword(string? Content = null, string? MatchMode = null, string? Type = null);

/// <summary>One reply.</summary>
/// <param name="Type"><c>text</c>, <c>img</c>, <c>voice</c>, <c>video</c> or <c>news</c>.</param>
/// <param name="Content">The text; or a media id that lasts three days; or a video's address.</param>
/// <param name="NewsInfo">The articles of a <c>news</c>.</param>
public sealed record AutoReplyContent(string? Type = null, string? Content = null, WebsiteNews? NewsInfo = null);

/// <summary>Articles attached to a website-made reply or menu.</summary>
public sealed record WebsiteNews
{
    /// <summary>The articles.</summary>
    [AllowNull]
    public IReadOnlyList<WebsiteArticle> List { get; init => field = value ?? []; } = [];
}

/// <summary>One such article.</summary>
/// <param name="Title">标题.</param>
/// <param name="Digest">摘要.</param>
/// <param name="Author">作者.</param>
/// <param name="CoverUrl">The cover.</param>
/// <param name="ContentUrl">The article.</param>
/// <param name="SourceUrl">阅读原文.</param>
public sealed record WebsiteArticle(
    string? Title = null,
    string? Digest = null,
    string? Author = null,
    string? CoverUrl = null,
    string? ContentUrl = null,
    string? SourceUrl = null)
{
    /// <summary>Whether the cover is shown in the text.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool ShowCover { get; init; }
}
