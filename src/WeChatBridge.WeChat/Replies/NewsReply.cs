using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.WeChat.Replies;

/// <summary>回复图文消息: cards that open pages.</summary>
public sealed record NewsReply : PassiveReply
{
    /// <summary>The most cards in the answer to an event.</summary>
    public const int MaxItems = 8;

    /// <summary>The most cards in the answer to a follower's message; the platform cuts off the others.</summary>
    public const int MaxItemsForMessage = 1;

    private NewsReply(IReadOnlyList<NewsItem> items)
    {
        Items = items;
    }

    /// <summary>The cards, in order.</summary>
    public IReadOnlyList<NewsItem> Items { get; }

    /// <summary>A reply with as many cards as its occasion allows.</summary>
    /// <param name="message">What it answers: an event takes up to eight cards, anything else one.</param>
    /// <param name="items">The cards, in order.</param>
    /// <exception cref="ArgumentException">There is no card, or there are more than the occasion allows.</exception>
    public static NewsReply To(InboundMessage message, params ReadOnlySpan<NewsItem> items)
    {
        ArgumentNullException.ThrowIfNull(message);
        var most = message is InboundEvent ? MaxItems : MaxItemsForMessage;
        return items.Length >= 1 && items.Length <= most
            ? new NewsReply([.. items])
            : throw new ArgumentException($"A news reply here carries 1 to {most} items, not {items.Length}.", nameof(items));
    }
}

/// <summary>One card of a <see cref="NewsReply"/>.</summary>
public sealed record NewsItem
{
    /// <summary>A card.</summary>
    /// <param name="title">The line that is always shown.</param>
    /// <param name="url">The page it opens.</param>
    /// <param name="description">Shown below a single card's title.</param>
    /// <param name="picUrl">The picture, JPG or PNG.</param>
    /// <exception cref="ArgumentException">The title or the URL is blank.</exception>
    public NewsItem(string title, string url, string description = "", string picUrl = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        (Title, Url, Description, PicUrl) = (title, url, description, picUrl);
    }

    /// <summary>The line that is always shown.</summary>
    public string Title { get; }

    /// <summary>The page it opens.</summary>
    public string Url { get; }

    /// <summary>Shown below a single card's title; may be empty.</summary>
    public string Description { get; }

    /// <summary>The picture; may be empty.</summary>
    public string PicUrl { get; }
}
