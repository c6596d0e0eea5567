using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Menus;

/// <summary>Menus as menu/create and menu/get write them, and as get_current_selfmenu_info does.</summary>
internal static class MenuJson
{
    public static MenuButton Read(JsonObject json) => new()
    {
        Name = json.Text("name"),
        Type = json.Text("type"),
        Key = json.Text("key"),
        Url = json.Text("url"),
        AppId = json.Text("appid"),
        PagePath = json.Text("pagepath"),
        MediaId = json.Text("media_id"),
        ArticleId = json.Text("article_id"),
        SubButtons = [.. json.Objects("sub_button").Select(Read)],
    };

    public static JsonArray Write(IEnumerable<MenuButton> buttons) => new([.. buttons.Select(Write)]);

    /// <summary>The same menu in the other shape: entries of the second level stand in a list of their own.</summary>
    public static JsonArray WriteForWebsite(IEnumerable<MenuButton> buttons) => new([.. buttons.Select(button =>
    {
        var json = Fields(button);
        if (button.SubButtons.Count > 0)
        {
            json["sub_button"] = new JsonObject { ["list"] = WriteForWebsite(button.SubButtons) };
        }

        return json;
    })]);

    private static JsonObject Write(MenuButton button)
    {
        var json = Fields(button);
        json["sub_button"] = Write(button.SubButtons);
        return json;
    }

    private static JsonObject Fields(MenuButton button)
    {
        var json = new JsonObject();
        (string Name, string Value)[] fields =
        [
            ("type", button.Type), ("name", button.Name), ("key", button.Key), ("url", button.Url), ("appid", button.AppId),
            ("pagepath", button.PagePath), ("media_id", button.MediaId), ("article_id", button.ArticleId),
        ];
        foreach (var (name, value) in fields.Where(field => field.Value.Length > 0))
        {
            json[name] = value;
        }

        return json;
    }
}
