namespace WeChatBridge.Simulator.Tests.Api;

public class MenuTests
{
    private const string Menu = """
        {"button":[
          {"name":"政务公开","sub_button":[{"type":"view","name":"公开目录","url":"https://example.gov.cn/a"}]},
          {"type":"click","name":"留言","key":"LIUYAN"}
        ]}
        """;

    [Fact]
    public async Task A_menu_is_made_read_in_both_shapes_and_deleted()
    {
        await using var world = await ApiWorld.StartAsync();
        (await world.GetsAsync("/cgi-bin/menu/get")).Code().ShouldBe(46003);
        (await world.PostsAsync("/cgi-bin/menu/create", Menu)).Code().ShouldBe(0);

        var menu = await world.GetsAsync("/cgi-bin/menu/get");
        menu.At("menu", "button", 0, "sub_button", 0, "url").ToString().ShouldBe("https://example.gov.cn/a");
        var current = await world.GetsAsync("/cgi-bin/get_current_selfmenu_info");
        current.Text("is_menu_open").ShouldBe("1");
        current.At("selfmenu_info", "button", 0, "sub_button", "list", 0, "name").ToString().ShouldBe("公开目录");
        world.State.Menu.Tappable.Select(button => button.Name).ShouldBe(["公开目录", "留言"]);

        (await world.GetsAsync("/cgi-bin/menu/delete")).Code().ShouldBe(0);
        (await world.GetsAsync("/cgi-bin/menu/get")).Code().ShouldBe(46003);
        (await world.GetsAsync("/cgi-bin/get_current_selfmenu_info")).Text("is_menu_open").ShouldBe("0");
    }

    public static TheoryData<string, int> Buttons => new()
    {
        { "", 40016 },
        { string.Join(',', Enumerable.Repeat(Click("一", "K"), 3)), 0 },
        { string.Join(',', Enumerable.Repeat(Click("一", "K"), 4)), 40016 },
        { Click("政务公开一", "K"), 0 },
        { Click("政务公开一二", "K"), 40018 },
        { Click("", "K"), 40018 },
        { Click("一", new string('k', 128)), 0 },
        { Click("一", new string('k', 129)), 40019 },
        { """{"name":"一","type":"dance","key":"K"}""", 40017 },
        { View(new string('a', 1024 - "https://e.cn/".Length)), 0 },
        { View(new string('a', 1025 - "https://e.cn/".Length)), 40020 },
        { """{"name":"一","type":"view","url":"ftp://e.cn"}""", 40055 },
        { Under(string.Join(',', Enumerable.Repeat(Click("一", "K"), 5))), 0 },
        { Under(string.Join(',', Enumerable.Repeat(Click("一", "K"), 6))), 40023 },
        { Under(Click(new string('名', 20), "K")), 0 },
        { Under(Click(new string('名', 21), "K")), 40025 },
        { Under("""{"name":"一","type":"dance"}"""), 40024 },
        { Under(Click("一", "")), 40026 },
        { Under("""{"name":"一","type":"view","url":""}"""), 40027 },
        { Under("""{"name":"一","type":"view","url":"e.cn"}"""), 40054 },
        { """{"name":"\u653f","type":"click","key":"K"}""", 40033 },
        { """{"name":"一","type":"media_id","media_id":"none"}""", 40007 },
        { """{"name":"一","type":"article_id","article_id":"none"}""", 53600 },
    };

    [Theory]
    [MemberData(nameof(Buttons))]
    public async Task Every_limit_of_a_menu_has_its_code(string buttons, int code)
    {
        await using var world = await ApiWorld.StartAsync();

        (await world.PostsAsync("/cgi-bin/menu/create", $$"""{"button":[{{buttons}}]}""")).Code().ShouldBe(code);
    }

    private static string Click(string name, string key) => $$"""{"name":"{{name}}","type":"click","key":"{{key}}"}""";

    private static string View(string path) => $$"""{"name":"一","type":"view","url":"https://e.cn/{{path}}"}""";

    private static string Under(string buttons) => $$"""{"name":"一","sub_button":[{{buttons}}]}""";
}
