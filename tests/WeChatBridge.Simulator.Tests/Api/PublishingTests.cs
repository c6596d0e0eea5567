using WeChatBridge.Simulator.Api.Publishing;

namespace WeChatBridge.Simulator.Tests.Api;

public class PublishingTests
{
    [Fact]
    public async Task A_submission_becomes_public_later_tells_so_and_the_draft_is_gone()
    {
        await using var world = await ApiWorld.StartAsync();
        var media = await world.DraftsAsync("年度报告", "附件");
        var submitted = await SubmitAsync(world, media);
        (await StatusAsync(world, submitted)).ShouldBe(PublishStatus.Publishing);
        world.State.Drafts.All.ShouldHaveSingleItem();

        await world.PassesAsync(world.State.Publications.Duration);
        var published = await world.PostsAsync("/cgi-bin/freepublish/get", $$"""{"publish_id":"{{submitted}}"}""");
        published.Text("publish_status").ShouldBe("0");
        published.At("article_detail", "count").ToString().ShouldBe("2");
        world.State.Drafts.All.ShouldBeEmpty();
        (await world.PostsAsync("/cgi-bin/freepublish/submit", $$"""{"media_id":"{{media}}"}""")).Code().ShouldBe(40007);

        var told = world.Events.ShouldHaveSingleItem();
        told.Element("Event")!.Value.ShouldBe("PUBLISHJOBFINISH");
        var info = told.Element("PublishEventInfo")!;
        info.Element("publish_id")!.Value.ShouldBe(submitted);
        info.Element("article_id")!.Value.ShouldBe(published.Text("article_id"));
        info.Element("article_detail")!.Elements("item").Select(item => item.Element("article_url")!.Value)
            .ShouldBe([.. published.At("article_detail", "item").AsArray().Select(item => item!["article_url"]!.ToString())]);
    }

    [Fact]
    public async Task A_lost_event_never_comes_and_the_next_one_does()
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.Jobs.LoseNextEvents(1);
        await SubmitAsync(world, await world.DraftsAsync("一"));
        await world.PassesAsync(world.State.Publications.Duration);
        world.Events.ShouldBeEmpty();
        world.Platform.Ledger.Find(kind: LedgerKinds.Event).ShouldHaveSingleItem().Outcome.ShouldBe("lost");

        await SubmitAsync(world, await world.DraftsAsync("二"));
        await world.PassesAsync(world.State.Publications.Duration);
        world.Events.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(PublishStatus.OriginalCheckFailed)]
    [InlineData(PublishStatus.Failed)]
    [InlineData(PublishStatus.ReviewRejected)]
    public async Task A_late_refusal_leaves_the_draft_and_names_the_article(PublishStatus status)
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.Publications.EndNextWith(status, 2);
        var submitted = await SubmitAsync(world, await world.DraftsAsync("一", "二"));
        await world.PassesAsync(world.State.Publications.Duration);

        (await StatusAsync(world, submitted)).ShouldBe(status);
        world.State.Drafts.All.ShouldHaveSingleItem();
        var info = world.Events.ShouldHaveSingleItem().Element("PublishEventInfo")!;
        info.Element("publish_status")!.Value.ShouldBe(((int)status).ToString());
        info.Element("fail_idx")!.Value.ShouldBe("2");
        info.Element("article_id").ShouldBeNull();
    }

    [Fact]
    public async Task A_published_article_is_read_listed_deleted_one_by_one_and_then_gone()
    {
        await using var world = await ApiWorld.StartAsync();
        var submitted = await SubmitAsync(world, await world.DraftsAsync("一", "二"));
        await world.PassesAsync(world.State.Publications.Duration);
        var article = world.State.Publications.Find(submitted)!.ArticleId;
        var list = await world.PostsAsync("/cgi-bin/freepublish/batchget", """{"offset":0,"count":20,"no_content":0}""");
        list.At("item", 0, "article_id").ToString().ShouldBe(article);
        list.At("item", 0, "content", "news_item", 0, "content").ToString().ShouldContain("机构编制");

        (await DeleteAsync(world, article, 3)).ShouldBe(40114);
        (await DeleteAsync(world, article, 1)).ShouldBe(0);
        var read = await world.PostsAsync("/cgi-bin/freepublish/getarticle", $$"""{"article_id":"{{article}}"}""");
        read.At("news_item").AsArray().Select(item => (bool)item!["is_deleted"]!).ShouldBe([true, false]);
        (await StatusAsync(world, submitted)).ShouldBe(PublishStatus.Success);

        (await DeleteAsync(world, article, 0)).ShouldBe(0);
        (await StatusAsync(world, submitted)).ShouldBe(PublishStatus.AllDeleted);
        (await world.PostsAsync("/cgi-bin/freepublish/batchget", """{"offset":0,"count":20}""")).Text("total_count").ShouldBe("0");
    }

    [Fact]
    public async Task The_event_can_come_under_its_other_name()
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.Publications.EventName = "FREEPUBLISHJOBFINISH";
        await SubmitAsync(world, await world.DraftsAsync("一"));
        await world.PassesAsync(world.State.Publications.Duration);

        world.Events.ShouldHaveSingleItem().Element("Event")!.Value.ShouldBe("FREEPUBLISHJOBFINISH");
    }

    [Fact]
    public async Task The_platform_may_take_an_article_away_afterwards()
    {
        await using var world = await ApiWorld.StartAsync();
        var submitted = await SubmitAsync(world, await world.DraftsAsync("一"));
        await world.PassesAsync(world.State.Publications.Duration);
        world.State.Publications.Ban(submitted);

        (await StatusAsync(world, submitted)).ShouldBe(PublishStatus.Banned);
        world.State.Publications.Find(submitted)!.IsPublic.ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_draft_submitted_twice_is_published_twice()
    {
        await using var world = await ApiWorld.StartAsync();
        var media = await world.DraftsAsync("一");
        await SubmitAsync(world, media);
        await SubmitAsync(world, media);
        await world.PassesAsync(world.State.Publications.Duration);

        world.State.Publications.All.Count(publication => publication.IsPublic).ShouldBe(2);
    }

    private static async Task<string> SubmitAsync(ApiWorld world, string media) =>
        (await world.PostsAsync("/cgi-bin/freepublish/submit", $$"""{"media_id":"{{media}}"}""")).Text("publish_id");

    private static async Task<PublishStatus> StatusAsync(ApiWorld world, string publishId)
    {
        var answer = await world.PostsAsync("/cgi-bin/freepublish/get", $$"""{"publish_id":"{{publishId}}"}""");
        return (PublishStatus)int.Parse(answer.Text("publish_status"));
    }

    private static async Task<int> DeleteAsync(ApiWorld world, string article, int index) =>
        (await world.PostsAsync("/cgi-bin/freepublish/delete", $$"""{"article_id":"{{article}}","index":{{index}}}""")).Code();
}
