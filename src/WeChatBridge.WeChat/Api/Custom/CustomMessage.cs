using WeChatBridge.WeChat.Api.Draft;

namespace WeChatBridge.WeChat.Api.Custom;

/// <summary>A message to one follower (客服消息): the kinds an office sends.</summary>
/// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage.html"/></remarks>
public sealed record CustomMessage
{
    private CustomMessage(string msgtype) => Msgtype = msgtype;

    internal string Msgtype { get; }

    internal CustomText? TextBody { get; private init; }

    internal string? MediaId { get; private init; }

    internal LinkCard? Card { get; private init; }

    internal string? ArticleId { get; private init; }

    internal ChoiceMenu? Menu { get; private init; }

    /// <summary>A text; line breaks and <c>&lt;a href&gt;</c> work.</summary>
    /// <param name="content">At most 2048 bytes in UTF-8; the real limit is not published.</param>
    public static CustomMessage Text(string content) => new("text") { TextBody = new CustomText(content) };

    /// <summary>A picture.</summary>
    /// <param name="mediaId">Temporary or permanent image material.</param>
    public static CustomMessage Image(string mediaId) => new("image") { MediaId = mediaId };

    /// <summary>A card that links to any page (图文); the platform allows one only.</summary>
    /// <param name="card">The card.</param>
    public static CustomMessage News(LinkCard card) => new("news") { Card = card };

    /// <summary>A card that links to an article published by 发布.</summary>
    /// <param name="articleId">The publication.</param>
    public static CustomMessage Article(string articleId) => new("mpnewsarticle") { ArticleId = articleId };

    /// <summary>A menu of choices (菜单消息); a tap comes back as a text with <c>bizmsgmenuid</c>.</summary>
    /// <param name="menu">The choices.</param>
    public static CustomMessage Choices(ChoiceMenu menu) => new("msgmenu") { Menu = menu };
}

/// <summary>A card that links to a page.</summary>
/// <param name="Title">标题.</param>
/// <param name="Description">描述.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Picurl">Its picture; JPG or PNG, 640×320 is best.</param>
public sealed record LinkCard(string Title, string Description, string Url, string? Picurl);

/// <summary>A menu of choices.</summary>
/// <param name="HeadContent">Text above.</param>
/// <param name="List">The choices.</param>
/// <param name="TailContent">Text below.</param>
public sealed record ChoiceMenu(string? HeadContent, IReadOnlyList<MenuChoice> List, string? TailContent);

/// <summary>One choice.</summary>
/// <param name="Id">Comes back as <c>bizmsgmenuid</c>.</param>
/// <param name="Content">What the follower sees, and seems to write.</param>
public sealed record MenuChoice(string Id, string Content);

internal sealed record CustomText(string Content);

internal sealed record CustomNews(IReadOnlyList<LinkCard> Articles);

internal sealed record CustomArticle(string ArticleId);

/// <summary>The body of <c>custom/send</c>; whichever fields do not apply stay out.</summary>
internal sealed record CustomSendRequest
{
    public required string Touser { get; init; }

    public required string Msgtype { get; init; }

    public CustomText? Text { get; init; }

    public MediaIdRequest? Image { get; init; }

    public CustomNews? News { get; init; }

    public CustomArticle? Mpnewsarticle { get; init; }

    public ChoiceMenu? Msgmenu { get; init; }

    public static CustomSendRequest Of(string openId, CustomMessage message) => new()
    {
        Touser = openId,
        Msgtype = message.Msgtype,
        Text = message.TextBody,
        Image = message.MediaId is { } mediaId ? new MediaIdRequest(mediaId) : null,
        News = message.Card is { } card ? new CustomNews([card]) : null,
        Mpnewsarticle = message.ArticleId is { } articleId ? new CustomArticle(articleId) : null,
        Msgmenu = message.Menu,
    };
}

internal sealed record TypingRequest(string Touser, string Command);
