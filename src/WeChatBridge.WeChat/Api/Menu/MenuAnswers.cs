using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.AutoReply;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.Menu;

/// <summary>The menu made by API; conditional menus are not read.</summary>
/// <param name="Menu">The menu everybody sees.</param>
public sealed record MadeMenu(MenuButtons Menu);

/// <summary>The buttons of a menu.</summary>
/// <param name="Menuid">The platform's id; absent while there are no conditional menus.</param>
public sealed record MenuButtons(string? Menuid = null)
{
    /// <summary>The top buttons, at most 3.</summary>
    [AllowNull]
    public IReadOnlyList<MenuButton> Button { get; init => field = value ?? []; } = [];
}

/// <summary>The menu followers see now, website-made or not.</summary>
/// <param name="SelfmenuInfo">The buttons.</param>
public sealed record CurrentMenu(CurrentMenuButtons? SelfmenuInfo = null)
{
    /// <summary>Whether the menu is on.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool IsMenuOpen { get; init; }
}

/// <summary>Buttons of the current menu, top level or within a group.</summary>
public sealed record CurrentMenuButtons
{
    /// <summary>The top buttons.</summary>
    [AllowNull]
    public IReadOnlyList<CurrentMenuButton> Button { get; init => field = value ?? []; } = [];
}

/// <summary>One button of the current menu.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Type">
/// As in <see cref="MenuButton.Type"/>; website-made ones also <c>text</c>, <c>img</c>, <c>voice</c>, <c>video</c>, <c>news</c>.
/// </param>
/// <param name="Key">What the event carries.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Value">Website-made: the text, a media id, or a video's address.</param>
/// <param name="NewsInfo">Website-made: the articles.</param>
/// <param name="SubButton">The buttons of a group.</param>
public sealed record CurrentMenuButton(
    string? Name = null,
    string? Type = null,
    string? Key = null,
    string? Url = null,
    string? Value = null,
    WebsiteNews? NewsInfo = null,
    CurrentMenuGroup? SubButton = null);

/// <summary>The buttons of a group.</summary>
public sealed record CurrentMenuGroup
{
    /// <summary>The buttons.</summary>
    [AllowNull]
    public IReadOnlyList<CurrentMenuButton> List { get; init => field = value ?? []; } = [];
}

internal sealed record MenuCreateRequest(IReadOnlyList<MenuButton> Button);
