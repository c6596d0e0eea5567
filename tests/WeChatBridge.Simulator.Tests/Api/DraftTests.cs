using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Tests.Api;

public class DraftTests
{
    [Fact]
    public async Task A_draft_is_added_read_changed_listed_counted_and_deleted()
    {
        await using var world = await ApiWorld.StartAsync();
        var media = await world.DraftsAsync("机构编制信息", "办事指南");
        var draft = await world.PostsAsync("/cgi-bin/draft/get", $$"""{"media_id":"{{media}}"}""");
        draft.At("news_item", 1, "title").ToString().ShouldBe("办事指南");
        draft.At("news_item", 0, "thumb_url").ToString().ShouldStartWith("http://mmbiz.qpic.cn/");

        var changed = ApiWorld.Article("办事指南（修订）", await world.UploadsCoverAsync());
        var update = new JsonObject { ["media_id"] = media, ["index"] = 1, ["articles"] = changed };
        (await world.PostsAsync("/cgi-bin/draft/update", update.ToRaw())).Code().ShouldBe(0);

        var list = await world.PostsAsync("/cgi-bin/draft/batchget", """{"offset":0,"count":20,"no_content":1}""");
        list.At("item", 0, "content", "news_item", 1, "title").ToString().ShouldBe("办事指南（修订）");
        list.At("item", 0, "content", "news_item", 1, "content").ToString().ShouldBeEmpty();
        (await world.GetsAsync("/cgi-bin/draft/count")).Text("total_count").ShouldBe("1");

        (await world.PostsAsync("/cgi-bin/draft/delete", $$"""{"media_id":"{{media}}"}""")).Code().ShouldBe(0);
        (await world.PostsAsync("/cgi-bin/draft/get", $$"""{"media_id":"{{media}}"}""")).Code().ShouldBe(40007);
        (await world.PostsAsync("/cgi-bin/draft/delete", $$"""{"media_id":"{{media}}"}""")).Code().ShouldBe(40007);
    }

    public static TheoryData<string, string, int> Limits => new()
    {
        { "title", new string('题', 32), 0 },
        { "title", new string('题', 33), 45003 },
        { "title", string.Concat(Enumerable.Repeat("🌊", 32)), 0 },
        { "title", "", 45003 },
        { "author", new string('者', 16), 0 },
        { "author", new string('者', 17), 45110 },
        { "digest", new string('要', 128), 0 },
        { "digest", new string('要', 129), 45004 },
        { "content", new string('文', 19_999), 0 },
        { "content", new string('文', 20_000), 45002 },
        { "content", "<p> </p>", 45166 },
        { "content", "<script>alert(1)</script>", 45166 },
        { "content", "<p><a href=\"javascript:run()\">点</a></p>", 45166 },
        { "content_source_url", "https://example.gov.cn/" + new string('a', 1001), 0 },
        { "content_source_url", "https://example.gov.cn/" + new string('a', 1002), 45005 },
        { "thumb_media_id", "none", 40007 },
        { "article_type", "poem", 40035 },
        { "pic_crop_235_1", "0.1_0_0.9_1", 0 },
        { "pic_crop_1_1", "0.9_0_0.1_1", 53402 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task Every_field_has_its_limit_and_its_code(string field, string value, int code)
    {
        await using var world = await ApiWorld.StartAsync();
        var article = ApiWorld.Article("题", await world.UploadsCoverAsync());
        article[field] = value;
        var body = $$"""{"articles":[{{Raw(article)}}]}""";

        (await world.PostsAsync("/cgi-bin/draft/add", body)).Code().ShouldBe(code);
        world.State.Drafts.All.Count.ShouldBe(code == 0 ? 1 : 0);
    }

    [Fact]
    public async Task Escaped_characters_count_six_each_and_stay_in_the_title()
    {
        await using var world = await ApiWorld.StartAsync();
        var cover = await world.UploadsCoverAsync();
        string Draft(string title) => $$"""{"articles":[{"title":"{{title}}","content":"x","thumb_media_id":"{{cover}}"}]}""";

        (await world.PostsAsync("/cgi-bin/draft/add", Draft(string.Concat(Enumerable.Repeat("\\u9898", 6))))).Code().ShouldBe(45003);
        (await world.PostsAsync("/cgi-bin/draft/add", Draft("\\u9898"))).Code().ShouldBe(0);
        world.State.Drafts.All[0].Articles[0].Title.ShouldBe("\\u9898");
    }

    [Fact]
    public async Task A_cover_must_be_a_permanent_picture()
    {
        await using var world = await ApiWorld.StartAsync();
        var temporary = (await world.UploadsAsync("/cgi-bin/media/upload?type=image", ApiWorld.Jpeg)).Text("media_id");
        var body = new JsonObject { ["articles"] = new JsonArray(ApiWorld.Article("题", temporary)) };

        (await world.PostsAsync("/cgi-bin/draft/add", body.ToRaw())).Code().ShouldBe(40007);
    }

    [Fact]
    public async Task One_to_eight_articles_make_a_draft()
    {
        await using var world = await ApiWorld.StartAsync();
        var cover = await world.UploadsCoverAsync();
        JsonObject Draft(int count) => new()
        {
            ["articles"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => ApiWorld.Article($"第{i}篇", cover))]),
        };

        (await world.PostsAsync("/cgi-bin/draft/add", Draft(0).ToRaw())).Code().ShouldBe(44003);
        (await world.PostsAsync("/cgi-bin/draft/add", Draft(8).ToRaw())).Code().ShouldBe(0);
        (await world.PostsAsync("/cgi-bin/draft/add", Draft(9).ToRaw())).Code().ShouldBe(45008);
    }

    [Fact]
    public async Task A_single_article_without_a_digest_gets_its_first_fifty_four_characters()
    {
        await using var world = await ApiWorld.StartAsync();
        var article = ApiWorld.Article("题", await world.UploadsCoverAsync());
        article["content"] = $"<p>{new string('文', 60)}</p>";
        await world.PostsAsync("/cgi-bin/draft/add", new JsonObject { ["articles"] = new JsonArray(article) }.ToRaw());

        world.State.Drafts.All[0].Articles[0].Digest.ShouldBe(new string('文', 54));
    }

    [Fact]
    public async Task A_picture_message_needs_pictures_in_place_of_a_cover()
    {
        await using var world = await ApiWorld.StartAsync();
        var picture = await world.UploadsCoverAsync();
        string Draft(string images) => $$$"""
            {"articles":[{"article_type":"newspic","title":"公示","content":"名单","image_info":{"image_list":[{{{images}}}]}}]}
            """;

        (await world.PostsAsync("/cgi-bin/draft/add", Draft(""))).Code().ShouldBe(40007);
        (await world.PostsAsync("/cgi-bin/draft/add", Draft($$"""{"image_media_id":"{{picture}}"}"""))).Code().ShouldBe(0);
    }

    // The members by hand: System.Text.Json would escape what the platform counts.
    private static string Raw(JsonObject article) =>
        "{" + string.Join(',', article.Select(member => $"\"{member.Key}\":\"{member.Value!.ToString().Replace("\"", "\\\"")}\"")) + "}";
}
