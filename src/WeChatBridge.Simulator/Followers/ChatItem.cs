namespace WeChatBridge.Simulator.Followers;

/// <summary>One bubble, card or grey line in the follower's chat with the account.</summary>
public sealed record ChatItem
{
    /// <summary>1, 2, 3 … within one chat; given when the item enters it.</summary>
    public long Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    public required ChatSide Side { get; init; }

    /// <summary>One of <see cref="ChatKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The text as WeChat shows it, links included as they were sent.</summary>
    public string Text { get; init; } = "";

    /// <summary>For pictures, voice and video.</summary>
    public string? MediaId { get; init; }

    /// <summary>For news and mass-sent articles, one to eight.</summary>
    public IReadOnlyList<ChatArticle> Articles { get; init; } = [];

    /// <summary>For a msgmenu: what can be tapped, between its text and its tail.</summary>
    public IReadOnlyList<ChatChoice> Choices { get; init; } = [];

    public string Tail { get; init; } = "";
}

/// <summary>One article card.</summary>
public sealed record ChatArticle(string Title, string Description, string PictureUrl, string Url);

/// <summary>One entry of a msgmenu (客服菜单消息); tapping it sends its content with its id.</summary>
public sealed record ChatChoice(string Id, string Content);

public enum ChatSide
{
    Follower,
    Account,

    /// <summary>A grey line by WeChat itself, for example the fault notice.</summary>
    Platform,
}

/// <summary>The kinds of chat items.</summary>
public static class ChatKinds
{
    public const string Text = "text";
    public const string Image = "image";
    public const string Voice = "voice";
    public const string Video = "video";
    public const string Music = "music";
    public const string Location = "location";
    public const string Link = "link";
    public const string News = "news";
    public const string Menu = "msgmenu";
    public const string Notice = "notice";
}
