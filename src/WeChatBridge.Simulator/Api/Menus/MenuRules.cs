using System.Text;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Menus;

/// <summary>Checks a menu as menu/create does.</summary>
internal static class MenuRules
{
    private const int LongestKey = 128;
    private const int LongestUrl = 1024;

    private static readonly MenuLevel Top = new(
        3,
        16,
        ErrorCode.InvalidButtonCount,
        ErrorCode.InvalidButtonType,
        ErrorCode.InvalidButtonName,
        ErrorCode.InvalidButtonKey,
        ErrorCode.InvalidButtonUrl,
        ErrorCode.InvalidButtonUrlDomain);

    private static readonly MenuLevel Sub = new(
        5,
        60,
        ErrorCode.InvalidSubButtonCount,
        ErrorCode.InvalidSubButtonType,
        ErrorCode.InvalidSubButtonName,
        ErrorCode.InvalidSubButtonKey,
        ErrorCode.InvalidSubButtonUrl,
        ErrorCode.InvalidSubButtonUrlDomain);

    private static readonly string[] WithKey =
        ["click", "scancode_push", "scancode_waitmsg", "pic_sysphoto", "pic_photo_or_album", "pic_weixin", "location_select"];

    public static ErrorCode Check(IReadOnlyList<MenuButton> buttons, AccountApi account) =>
        buttons.Count == 0 ? ErrorCode.InvalidButtonCount : CheckLevel(buttons, Top, account);

    private static ErrorCode CheckLevel(IReadOnlyList<MenuButton> buttons, MenuLevel level, AccountApi account) =>
        buttons.Count > level.MostButtons
            ? level.BadCount
            : buttons.Select(button => CheckButton(button, level, account)).FirstOrDefault(code => code != ErrorCode.Ok);

    private static ErrorCode CheckButton(MenuButton button, MenuLevel level, AccountApi account)
    {
        if (Bytes(button.Name) is 0 || Bytes(button.Name) > level.LongestName)
        {
            return level.BadName;
        }

        if (button.SubButtons.Count > 0)
        {
            return level == Top ? CheckLevel(button.SubButtons, Sub, account) : ErrorCode.InvalidSubButtonCount;
        }

        return button.Type switch
        {
            "view" => CheckUrl(button.Url, level),
            "miniprogram" => button.AppId.Length == 0 || button.PagePath.Length == 0 ? ErrorCode.InvalidAppId : CheckUrl(button.Url, level),
            "media_id" or "view_limited" => account.Media.Holds(button.MediaId) ? ErrorCode.Ok : ErrorCode.InvalidMediaId,
            "article_id" or "article_view_limited" =>
                account.Publications.FindArticle(button.ArticleId) is { IsPublic: true } ? ErrorCode.Ok : ErrorCode.InvalidArticleId,
            _ when !WithKey.Contains(button.Type) => level.BadType,
            _ => Bytes(button.Key) is 0 or > LongestKey ? level.BadKey : ErrorCode.Ok,
        };
    }

    private static ErrorCode CheckUrl(string url, MenuLevel level) =>
        Bytes(url) is 0 or > LongestUrl ? level.BadUrl
        : Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" ? ErrorCode.Ok
        : level.BadDomain;

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
