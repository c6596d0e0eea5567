using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Api.Menus;

namespace WeChatBridge.Simulator.Api.Website;

/// <summary>What was set at the website, open to every kind of account: the menu in force and the reply rules.</summary>
internal static class WebsiteEndpoints
{
    public static readonly ApiEndpoint[] All =
    [
        ApiEndpoint.Get("/cgi-bin/get_current_selfmenu_info", CurrentMenu),
        ApiEndpoint.Get("/cgi-bin/get_current_autoreply_info", AutoReply),
    ];

    private static ApiAnswer CurrentMenu(ApiCall call)
    {
        var made = call.Account.Menu.Buttons;
        var buttons = made.Count > 0 ? made : call.Account.Website.Menu;
        return new JsonObject
        {
            ["is_menu_open"] = buttons.Count > 0 ? 1 : 0,
            ["selfmenu_info"] = new JsonObject { ["button"] = MenuJson.WriteForWebsite(buttons) },
        };
    }

    private static ApiAnswer AutoReply(ApiCall call)
    {
        var website = call.Account.Website;
        var answer = new JsonObject
        {
            ["is_add_friend_reply_open"] = website.FollowReplyOpen ? 1 : 0,
            ["is_autoreply_open"] = website.AutoReplyOpen ? 1 : 0,
        };
        if (website.FollowReply is { } follow)
        {
            answer["add_friend_autoreply_info"] = Reply(follow);
        }

        if (website.DefaultReply is { } byDefault)
        {
            answer["message_default_autoreply_info"] = Reply(byDefault);
        }

        if (website.Rules.Count > 0)
        {
            answer["keyword_autoreply_info"] = new JsonObject { ["list"] = Array(website.Rules, Rule) };
        }

        return answer;
    }

    private static JsonObject Rule(WebsiteRule rule) => new()
    {
        ["rule_name"] = rule.Name,
        ["create_time"] = rule.CreatedAt.ToUnixTimeSeconds(),
        ["reply_mode"] = rule.ReplyAll ? "reply_all" : "random_one",
        ["keyword_list_info"] = Array(rule.Keywords, keyword => new JsonObject
        {
            ["type"] = "text",
            ["match_mode"] = keyword.WholeMessage ? "equal" : "contain",
            ["content"] = keyword.Content,
        }),
        ["reply_list_info"] = Array(rule.Replies, Reply),
    };

    private static JsonObject Reply(WebsiteReply reply)
    {
        var json = new JsonObject { ["type"] = reply.Type, ["content"] = reply.Content };
        if (reply.Articles.Count > 0)
        {
            json["news_info"] = new JsonObject { ["list"] = Array(reply.Articles, Article) };
        }

        return json;
    }

    private static JsonObject Article(WebsiteArticle article) => new()
    {
        ["title"] = article.Title,
        ["author"] = article.Author,
        ["digest"] = article.Digest,
        ["show_cover"] = 1,
        ["cover_url"] = article.CoverUrl,
        ["content_url"] = article.ContentUrl,
        ["source_url"] = article.SourceUrl,
    };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> describe) => new([.. items.Select(describe)]);
}
