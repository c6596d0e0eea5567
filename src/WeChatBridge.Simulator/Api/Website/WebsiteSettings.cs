using WeChatBridge.Simulator.Api.Menus;

namespace WeChatBridge.Simulator.Api.Website;

/// <summary>What a person once set at the platform's website; the API reads it and never changes it.</summary>
public sealed class WebsiteSettings
{
    /// <summary>The website's own menu, shown by get_current_selfmenu_info while the API made none.</summary>
    public IReadOnlyList<MenuButton> Menu { get; set; } = [];

    public bool FollowReplyOpen { get; set; }

    public bool AutoReplyOpen { get; set; }

    /// <summary>被关注回复.</summary>
    public WebsiteReply? FollowReply { get; set; }

    /// <summary>收到消息回复.</summary>
    public WebsiteReply? DefaultReply { get; set; }

    /// <summary>关键词回复.</summary>
    public IReadOnlyList<WebsiteRule> Rules { get; set; } = [];
}

/// <summary>One keyword rule: up to ten keywords, up to five replies, all of which or a random one is sent.</summary>
public sealed record WebsiteRule(string Name, DateTimeOffset CreatedAt, bool ReplyAll, IReadOnlyList<WebsiteKeyword> Keywords)
{
    public IReadOnlyList<WebsiteReply> Replies { get; init; } = [];
}

/// <summary>A keyword that must be the whole message, or only be contained in it.</summary>
public sealed record WebsiteKeyword(string Content, bool WholeMessage);

/// <summary>A reply of type "text", "img", "voice", "video" or "news"; the content is text or a media id, news has articles.</summary>
public sealed record WebsiteReply(string Type, string Content)
{
    public IReadOnlyList<WebsiteArticle> Articles { get; init; } = [];
}

/// <summary>An article of a news reply.</summary>
public sealed record WebsiteArticle(string Title, string Digest, string Author, string CoverUrl, string ContentUrl, string SourceUrl);
