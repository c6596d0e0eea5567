using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Tests.Api;

public class CustomerMessageTests
{
    private const string Send = "/cgi-bin/message/custom/send";
    private const string Typing = "/cgi-bin/message/custom/typing";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_allows_five_answers_within_forty_eight_hours()
    {
        await using var world = await ApiWorld.StartAsync();
        world.Follower.Follows.ShouldBeTrue();
        (await WritesAsync(world, "早")).ShouldBe(45015);

        await world.Follower.SendTextAsync("你好", Cancellation);
        for (var i = 0; i < 5; i++)
        {
            (await WritesAsync(world, $"答{i}")).ShouldBe(0);
        }

        (await WritesAsync(world, "多了")).ShouldBe(45047);
        world.Follower.Chat.Count(item => item.Text.StartsWith('答')).ShouldBe(5);
        world.State.CustomerMessages.SentTo(world.Follower.OpenId).Count.ShouldBe(5);

        await world.Follower.SendTextAsync("再问", Cancellation);
        (await WritesAsync(world, "再答")).ShouldBe(0);
        world.Platform.Clock.Advance(TimeSpan.FromHours(48) + TimeSpan.FromSeconds(1));
        world.ForgetsItsToken();
        (await WritesAsync(world, "晚了")).ShouldBe(45015);
    }

    [Fact]
    public async Task A_menu_click_allows_three_answers_within_a_minute()
    {
        await using var world = await ApiWorld.StartAsync();
        await world.Follower.ClickMenuAsync("BANSHI", Cancellation);
        for (var i = 0; i < 3; i++)
        {
            (await WritesAsync(world, "办事指南")).ShouldBe(0);
        }

        (await WritesAsync(world, "多了")).ShouldBe(45047);
        world.Platform.Clock.Advance(TimeSpan.FromSeconds(61));
        (await WritesAsync(world, "晚了")).ShouldBe(45015);
    }

    [Fact]
    public async Task Strangers_and_those_who_left_or_refuse_get_nothing()
    {
        await using var world = await ApiWorld.StartAsync();
        await world.Follower.SendTextAsync("你好", Cancellation);
        var refusing = world.Account.Follower("oFollower-2");
        await refusing.SendTextAsync("你好", Cancellation);
        world.State.CustomerMessages.Refuse(refusing.OpenId);

        (await WritesAsync(world, "x", "oStranger")).ShouldBe(40003);
        (await WritesAsync(world, "x", refusing.OpenId)).ShouldBe(48002);
        await world.Follower.UnfollowAsync(Cancellation);
        (await WritesAsync(world, "x")).ShouldBe(43004);
    }

    [Theory]
    [InlineData("""{"msgtype":"text","text":{"content":""}}""", 44004)]
    [InlineData("""{"msgtype":"image","image":{"media_id":"none"}}""", 40007)]
    [InlineData("""{"msgtype":"news","news":{"articles":[]}}""", 44003)]
    [InlineData("""{"msgtype":"news","news":{"articles":[{"title":"1"},{"title":"2"}]}}""", 45008)]
    [InlineData("""{"msgtype":"mpnewsarticle","mpnewsarticle":{"article_id":"none"}}""", 40007)]
    [InlineData("""{"msgtype":"hologram"}""", 40008)]
    public async Task A_message_the_platform_cannot_show_is_refused(string body, int code)
    {
        await using var world = await ApiWorld.StartAsync();
        await world.Follower.SendTextAsync("你好", Cancellation);
        var message = JsonNode.Parse(body)!.AsObject();
        message["touser"] = world.Follower.OpenId;

        (await world.PostsAsync(Send, message.ToRaw())).Code().ShouldBe(code);
        world.State.CustomerMessages.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_is_limited_in_bytes_not_in_characters()
    {
        await using var world = await ApiWorld.StartAsync();
        await world.Follower.SendTextAsync("你好", Cancellation);

        (await WritesAsync(world, new string('答', 682))).ShouldBe(0);
        (await WritesAsync(world, new string('答', 683))).ShouldBe(45002);
    }

    [Fact]
    public async Task Escaped_characters_are_shown_as_they_were_written()
    {
        await using var world = await ApiWorld.StartAsync();
        await world.Follower.SendTextAsync("你好", Cancellation);
        var escaped = $$$"""{"touser":"{{{world.Follower.OpenId}}}","msgtype":"text","text":{"content":"\u4f60\n好"}}""";

        (await world.PostsAsync(Send, escaped)).Code().ShouldBe(0);
        world.Follower.Chat[^1].Text.ShouldBe("\\u4f60\n好");
    }

    [Fact]
    public async Task A_menu_message_and_a_card_reach_the_chat_with_their_parts()
    {
        await using var world = await ApiWorld.StartAsync();
        await world.Follower.SendTextAsync("你好", Cancellation);
        const string menu = """
            {"touser":"oFollower-1","msgtype":"msgmenu","msgmenu":{"head_content":"满意吗？","list":[{"id":"1","content":"满意"}]}}
            """;
        const string card = """
            {"touser":"oFollower-1","msgtype":"news",
             "news":{"articles":[{"title":"公开指南","description":"d","url":"https://u","picurl":"https://p"}]}}
            """;

        (await world.PostsAsync(Send, menu)).Code().ShouldBe(0);
        world.Follower.Chat[^1].Choices.ShouldHaveSingleItem().ShouldBe(new ChatChoice("1", "满意"));
        (await world.PostsAsync(Send, card)).Code().ShouldBe(0);
        world.Follower.Chat[^1].Articles.ShouldHaveSingleItem().ShouldBe(new ChatArticle("公开指南", "d", "https://p", "https://u"));
    }

    [Fact]
    public async Task Typing_is_shown_after_a_recent_act_and_not_twice()
    {
        await using var world = await ApiWorld.StartAsync();
        await world.Follower.SendTextAsync("你好", Cancellation);

        (await TypesAsync(world, "Typing")).ShouldBe(0);
        world.State.CustomerMessages.IsTyping(world.Follower.OpenId).ShouldBeTrue();
        (await TypesAsync(world, "Typing")).ShouldBe(45081);
        (await TypesAsync(world, "CancelTyping")).ShouldBe(0);
        (await TypesAsync(world, "Wave")).ShouldBe(45072);
        world.Platform.Clock.Advance(TimeSpan.FromSeconds(31));
        (await TypesAsync(world, "Typing")).ShouldBe(45080);
    }

    private static async Task<int> WritesAsync(ApiWorld world, string text, string openId = "oFollower-1")
    {
        var body = new JsonObject { ["touser"] = openId, ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = text } };
        return (await world.PostsAsync(Send, body.ToRaw())).Code();
    }

    private static async Task<int> TypesAsync(ApiWorld world, string command) =>
        (await world.PostsAsync(Typing, $$"""{"touser":"oFollower-1","command":"{{command}}"}""")).Code();
}
