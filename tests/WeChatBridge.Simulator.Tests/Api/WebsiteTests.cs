using WeChatBridge.Simulator.Api.Menus;
using WeChatBridge.Simulator.Api.Website;

namespace WeChatBridge.Simulator.Tests.Api;

public class WebsiteTests
{
    [Fact]
    public async Task Rules_set_at_the_website_can_be_exported_by_an_unverified_account_too()
    {
        await using var world = await ApiWorld.StartAsync(verified: false);
        var website = world.State.Website;
        (website.AutoReplyOpen, website.FollowReply) = (true, new WebsiteReply("text", "欢迎关注"));
        website.Rules =
        [
            new WebsiteRule("公积金", ApiWorld.Noon, ReplyAll: false, [new WebsiteKeyword("公积金", WholeMessage: true)])
            {
                Replies =
                [
                    new WebsiteReply("text", "请到便民大厅"),
                    new WebsiteReply("news", "") { Articles = [new WebsiteArticle("指南", "摘要", "党政办", "http://c", "http://u", "")] },
                ],
            },
        ];

        var info = await world.GetsAsync("/cgi-bin/get_current_autoreply_info");
        info.Text("is_autoreply_open").ShouldBe("1");
        info.At("add_friend_autoreply_info", "content").ToString().ShouldBe("欢迎关注");
        info.ContainsKey("message_default_autoreply_info").ShouldBeFalse();
        var rule = info.At("keyword_autoreply_info", "list", 0);
        rule.At("reply_mode").ToString().ShouldBe("random_one");
        rule.At("keyword_list_info", 0, "match_mode").ToString().ShouldBe("equal");
        rule.At("reply_list_info", 1, "news_info", "list", 0, "title").ToString().ShouldBe("指南");
    }

    [Fact]
    public async Task The_website_s_menu_shows_until_the_api_makes_one()
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.Website.Menu = [new MenuButton { Name = "旧菜单", Type = "view", Url = "https://example.gov.cn" }];
        (await world.GetsAsync("/cgi-bin/get_current_selfmenu_info")).At("selfmenu_info", "button", 0, "name").ToString().ShouldBe("旧菜单");

        await world.PostsAsync("/cgi-bin/menu/create", """{"button":[{"type":"click","name":"新菜单","key":"K"}]}""");
        (await world.GetsAsync("/cgi-bin/get_current_selfmenu_info")).At("selfmenu_info", "button", 0, "name").ToString().ShouldBe("新菜单");
    }
}
