using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Menus;

/// <summary>menu/*: the menu for everybody; menus for some followers only are not played.</summary>
internal static class MenuEndpoints
{
    public static readonly ApiEndpoint[] All =
    [
        ApiEndpoint.Post("/cgi-bin/menu/create", Create) with { Right = ApiRight.Verified, DailyLimit = 1000 },
        ApiEndpoint.Get("/cgi-bin/menu/get", Get) with { Right = ApiRight.Verified, DailyLimit = 10_000 },
        ApiEndpoint.Get("/cgi-bin/menu/delete", Delete) with { Right = ApiRight.Verified, DailyLimit = 1000 },
    ];

    private static ApiAnswer Create(ApiCall call)
    {
        if (call.BodyText.Contains("\\u", StringComparison.Ordinal))
        {
            return ErrorCode.InvalidCharacters;
        }

        List<MenuButton> buttons = [.. call.Body.Objects("button").Select(MenuJson.Read)];
        var code = MenuRules.Check(buttons, call.Account);
        if (code == ErrorCode.Ok)
        {
            call.Account.Menu.Buttons = buttons;
        }

        return code;
    }

    private static ApiAnswer Get(ApiCall call) => call.Account.Menu.Buttons is { Count: > 0 } buttons
        ? new JsonObject { ["menu"] = new JsonObject { ["button"] = MenuJson.Write(buttons) } }
        : ErrorCode.NoMenu;

    private static ApiAnswer Delete(ApiCall call)
    {
        call.Account.Menu.Buttons = [];
        return ErrorCode.Ok;
    }
}
