namespace WeChatBridge.Simulator.Api.Menus;

/// <summary>The account's menu (自定义菜单) as followers see it.</summary>
public sealed class MenuState
{
    /// <summary>The top entries, empty while there is no menu.</summary>
    public IReadOnlyList<MenuButton> Buttons { get; internal set; } = [];

    /// <summary>Every entry a follower can tap, those of the second level included.</summary>
    public IEnumerable<MenuButton> Tappable => Buttons.SelectMany(button => button.SubButtons.Count > 0 ? button.SubButtons : [button]);
}

/// <summary>One entry: either a heading with entries under it, or something to tap.</summary>
public sealed record MenuButton
{
    public required string Name { get; init; }

    /// <summary>The platform's word, for example "click"; empty for a heading.</summary>
    public string Type { get; init; } = "";

    public string Key { get; init; } = "";

    public string Url { get; init; } = "";

    public string AppId { get; init; } = "";

    public string PagePath { get; init; } = "";

    public string MediaId { get; init; } = "";

    public string ArticleId { get; init; } = "";

    public IReadOnlyList<MenuButton> SubButtons { get; init; } = [];
}
