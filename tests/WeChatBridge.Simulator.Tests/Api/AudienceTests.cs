using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Audience;

namespace WeChatBridge.Simulator.Tests.Api;

public class AudienceTests
{
    [Fact]
    public async Task Tags_are_listed_with_their_numbers()
    {
        await using var world = await ApiWorld.StartAsync();
        var tag = world.State.Tags.Add("牧户", "oA", "oB");

        var tags = await world.GetsAsync("/cgi-bin/tags/get");
        tags.At("tags", 0, "id").ToString().ShouldBe(tag.Id.ToString());
        tags.At("tags", 0, "count").ToString().ShouldBe("2");
    }

    [Fact]
    public async Task A_reader_s_comment_is_listed_elected_answered_once_and_deleted()
    {
        await using var world = await ApiWorld.StartAsync();
        var place = await PublishedAsync(world);
        var comment = world.State.Comments.Add(place, "oReader", "何时办理？");
        (await AskAsync(world, place, "markelect", comment)).Code().ShouldBe(0);
        (await AskAsync(world, place, "reply/add", comment, "本月底前。")).Code().ShouldBe(0);
        (await AskAsync(world, place, "reply/add", comment, "再答")).Code().ShouldBe(88005);

        var elected = await ListAsync(world, place, 2, 49);
        elected.Text("total").ShouldBe("1");
        elected.At("comment", 0, "reply", "content").ToString().ShouldBe("本月底前。");
        (await ListAsync(world, place, 1, 49)).Text("total").ShouldBe("0");

        (await AskAsync(world, place, "reply/delete", comment)).Code().ShouldBe(0);
        (await AskAsync(world, place, "reply/add", comment)).Code().ShouldBe(88007);
        (await AskAsync(world, place, "unmarkelect", comment)).Code().ShouldBe(0);
        (await AskAsync(world, place, "delete", comment)).Code().ShouldBe(0);
        (await AskAsync(world, place, "delete", comment)).Code().ShouldBe(88008);
        (await ListAsync(world, place, 0, 49)).Text("total").ShouldBe("0");
    }

    [Fact]
    public async Task Comments_belong_to_an_article_that_exists_and_come_forty_nine_at_a_time()
    {
        await using var world = await ApiWorld.StartAsync();
        var place = await PublishedAsync(world);

        (await ListAsync(world, place with { Index = 1 }, 0, 10)).Code().ShouldBe(88001);
        (await ListAsync(world, place, 0, 50)).Code().ShouldBe(88010);
        await world.PostsAsync("/cgi-bin/comment/close", Body(place).ToRaw());
        world.State.Comments.IsOpen(place).ShouldBeFalse();
        await world.PostsAsync("/cgi-bin/comment/open", Body(place).ToRaw());
        world.State.Comments.IsOpen(place).ShouldBeTrue();
    }

    private static async Task<ArticlePlace> PublishedAsync(ApiWorld world)
    {
        var submitted = await world.PostsAsync("/cgi-bin/freepublish/submit", $$"""{"media_id":"{{await world.DraftsAsync("题")}}"}""");
        await world.PassesAsync(world.State.Publications.Duration);
        return new ArticlePlace((long)submitted["msg_data_id"]!, 0);
    }

    private static JsonObject Body(ArticlePlace place) => new() { ["msg_data_id"] = place.MessageDataId, ["index"] = place.Index };

    private static async Task<JsonObject> ListAsync(ApiWorld world, ArticlePlace place, int type, int count)
    {
        var body = Body(place);
        (body["begin"], body["count"], body["type"]) = (0, count, type);
        return await world.PostsAsync("/cgi-bin/comment/list", body.ToRaw());
    }

    private static async Task<JsonObject> AskAsync(ApiWorld world, ArticlePlace place, string what, Comment comment, string content = "")
    {
        var body = Body(place);
        (body["user_comment_id"], body["content"]) = (comment.Number, content);
        return await world.PostsAsync($"/cgi-bin/comment/{what}", body.ToRaw());
    }
}
