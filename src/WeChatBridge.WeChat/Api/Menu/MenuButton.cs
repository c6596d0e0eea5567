using System.Text.Json.Serialization;

namespace WeChatBridge.WeChat.Api.Menu;

/// <summary>One button of a menu: a group of buttons, or one that does something.</summary>
/// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu.html"/></remarks>
public sealed record MenuButton
{
    /// <summary>What it says; at most 16 bytes at the top, 60 below, of which 4 and 8 汉字 are shown.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// <c>click</c>, <c>view</c>, <c>miniprogram</c>, <c>scancode_push</c>, <c>scancode_waitmsg</c>, <c>pic_sysphoto</c>,
    /// <c>pic_photo_or_album</c>, <c>pic_weixin</c>, <c>location_select</c>, <c>media_id</c>, <c>article_id</c> or
    /// <c>article_view_limited</c>; absent for a group.
    /// </summary>
    public string? Type { get; init; }

    /// <summary>What the event carries, at most 128 bytes; for <c>click</c> and the like.</summary>
    public string? Key { get; init; }

    /// <summary>Where <c>view</c> leads, at most 1024 bytes; for <c>miniprogram</c> the page for old clients.</summary>
    public string? Url { get; init; }

    /// <summary>Permanent material of <c>media_id</c>.</summary>
    public string? MediaId { get; init; }

    /// <summary>Publication (发布) of <c>article_id</c> and <c>article_view_limited</c>.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Mini program.</summary>
    [JsonPropertyName("appid")]
    public string? AppId { get; init; }

    /// <summary>Page in the mini program.</summary>
    [JsonPropertyName("pagepath")]
    public string? PagePath { get; init; }

    /// <summary>The buttons of a group, at most 5.</summary>
    public IReadOnlyList<MenuButton>? SubButton { get; init; }
}
