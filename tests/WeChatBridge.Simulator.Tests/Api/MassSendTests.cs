using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Mass;
using static WeChatBridge.Simulator.Tests.Api.MassCalls;

namespace WeChatBridge.Simulator.Tests.Api;

public class MassSendTests
{
    [Fact]
    public async Task Articles_reach_every_follower_later_and_the_event_brings_their_addresses()
    {
        await using var world = await ApiWorld.StartAsync();
        var follower = world.Follower;
        var media = await world.DraftsAsync("防火通告", "附件");
        var accepted = await SendAsync(world, News(media));
        accepted.Text("msg_data_id").ShouldNotBeEmpty();
        (await StatusAsync(world, accepted)).ShouldBe("SENDING");

        await world.PassesAsync(world.State.MassSends.Duration);
        (await StatusAsync(world, accepted)).ShouldBe("SEND_SUCCESS");
        world.State.Drafts.All.ShouldBeEmpty();
        var told = world.Events.ShouldHaveSingleItem();
        told.Element("MsgID")!.Value.ShouldBe(accepted.Text("msg_id"));
        told.Element("Status")!.Value.ShouldBe("send success");
        told.Element("SentCount")!.Value.ShouldBe("1");
        var addresses = told.Element("ArticleUrlResult")!.Descendants("ArticleUrl").Select(url => url.Value).ToList();
        follower.Chat.ShouldHaveSingleItem().Articles.Select(article => article.Url).ShouldBe(addresses);
        addresses.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_subscription_account_sends_once_a_day()
    {
        await using var world = await ApiWorld.StartAsync();
        (await SendAsync(world, Text("一"))).Code().ShouldBe(0);
        (await SendAsync(world, Text("二"))).Code().ShouldBe(45028);
        world.Platform.Clock.Advance(TimeSpan.FromHours(12));
        world.ForgetsItsToken();
        (await SendAsync(world, Text("三"))).Code().ShouldBe(0);
    }

    [Fact]
    public async Task A_refused_message_gives_the_day_back_and_what_a_person_sent_at_the_website_takes_it()
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.MassSends.EndNextWith(MassEnding.Refusal(20001));
        var refused = await SendAsync(world, Text("一"));
        await world.PassesAsync(world.State.MassSends.Duration);
        (await StatusAsync(world, refused)).ShouldBe("SEND_FAIL");
        Status(world.Events.Single()).ShouldBe("err(20001)");

        world.State.MassSends.SendFromWebsite("停电通知");
        (await SendAsync(world, Text("二"))).Code().ShouldBe(45028);
        await world.PassesAsync(world.State.MassSends.Duration);
        world.State.MassSends.All[^1].Status.ShouldBe(MassStatus.Succeeded);
        world.Events.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_service_account_sends_to_everybody_once_a_day_and_four_times_a_month()
    {
        await using var world = await ApiWorld.StartAsync(AccountKind.Service);
        for (var i = 0; i < 4; i++)
        {
            (await SendAsync(world, Text($"第{i}"))).Code().ShouldBe(0);
            (await SendAsync(world, Text($"又{i}"))).Code().ShouldBe(45028);
            world.Platform.Clock.Advance(TimeSpan.FromDays(1));
            world.ForgetsItsToken();
        }

        (await SendAsync(world, Text("第五"))).Code().ShouldBe(45028);
        world.Platform.Clock.Advance(TimeSpan.FromDays(14));
        world.ForgetsItsToken();
        (await SendAsync(world, Text("下月"))).Code().ShouldBe(0);
    }

    [Fact]
    public async Task A_follower_of_a_service_account_receives_four_a_month_and_the_rest_counts_as_failed()
    {
        await using var world = await ApiWorld.StartAsync(AccountKind.Service);
        var tag = world.State.Tags.Add("村干部", world.Follower.OpenId);
        for (var i = 0; i < 5; i++)
        {
            (await SendAsync(world, Text($"第{i}", tag.Id))).Code().ShouldBe(0);
            await world.PassesAsync(world.State.MassSends.Duration);
        }

        world.Follower.Chat.Count.ShouldBe(4);
        world.Events.Last().Element("ErrorCount")!.Value.ShouldBe("1");
    }

    [Fact]
    public async Task The_same_clientmsgid_is_too_fast_within_a_minute_and_then_brings_the_first_msg_id()
    {
        await using var world = await ApiWorld.StartAsync();
        var body = Text("一");
        body["clientmsgid"] = Guid.Empty.ToString("N");
        var first = await SendAsync(world, body);
        (await SendAsync(world, body)).Code().ShouldBe(45066);
        world.Platform.Clock.Advance(TimeSpan.FromMinutes(1));

        var repeated = await SendAsync(world, body);
        repeated.Code().ShouldBe(45065);
        repeated.Text("msg_id").ShouldBe(first.Text("msg_id"));
        world.State.MassSends.All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Sent_articles_are_still_recognised_when_their_draft_is_gone()
    {
        await using var world = await ApiWorld.StartAsync();
        var body = News(await world.DraftsAsync("一"));
        body["clientmsgid"] = "sample-1";
        var first = await SendAsync(world, body);
        await world.PassesAsync(TimeSpan.FromMinutes(2));

        (await SendAsync(world, body)).Text("msg_id").ShouldBe(first.Text("msg_id"));
    }

    [Fact]
    public async Task Without_a_clientmsgid_the_same_content_for_the_same_people_is_recognised()
    {
        await using var world = await ApiWorld.StartAsync();
        await SendAsync(world, Text("一"));
        world.Platform.Clock.Advance(TimeSpan.FromMinutes(2));

        (await SendAsync(world, Text("一"))).Code().ShouldBe(45065);
    }

    [Fact]
    public async Task A_clientmsgid_of_thirty_three_bytes_is_too_long()
    {
        await using var world = await ApiWorld.StartAsync();
        var body = Text("一");
        body["clientmsgid"] = new string('a', 33);

        (await SendAsync(world, body)).Code().ShouldBe(45067);
    }

    [Theory]
    [InlineData(false, 0, "err(30002)", "3")]
    [InlineData(false, 1, "err(30002)", "3")]
    [InlineData(true, 0, "err(30003)", "2")]
    [InlineData(true, 1, "send success", "2")]
    public async Task A_reprint_goes_out_only_if_author_and_sender_allow_it(bool authorAllows, int ignore, string status, string checkState)
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.MassSends.EndNextWith(MassEnding.Reprint(authorAllows));
        var body = News(await world.DraftsAsync("转载"));
        body["send_ignore_reprint"] = ignore;
        await SendAsync(world, body);
        await world.PassesAsync(world.State.MassSends.Duration);

        var told = world.Events.Single();
        Status(told).ShouldBe(status);
        told.Element("CopyrightCheckResult")!.Element("CheckState")!.Value.ShouldBe(checkState);
    }

    [Fact]
    public async Task A_list_of_openids_is_for_service_accounts_and_has_at_least_two()
    {
        await using var subscription = await ApiWorld.StartAsync();
        const string body = """{"touser":["oA","oB"],"msgtype":"text","text":{"content":"x"}}""";
        (await subscription.PostsAsync("/cgi-bin/message/mass/send", body)).Code().ShouldBe(48001);

        await using var service = await ApiWorld.StartAsync(AccountKind.Service);
        service.Account.Follower("oA").Follows.ShouldBeTrue();
        (await service.PostsAsync("/cgi-bin/message/mass/send", """{"touser":["oA"],"msgtype":"text"}""")).Code().ShouldBe(40130);
        (await service.PostsAsync("/cgi-bin/message/mass/send", body)).Code().ShouldBe(0);
        await service.PassesAsync(service.State.MassSends.Duration);
        service.Events.Single().Element("TotalCount")!.Value.ShouldBe("2");
        service.Events.Single().Element("SentCount")!.Value.ShouldBe("1");
    }

    [Fact]
    public async Task A_preview_reaches_one_person_and_takes_neither_quota_nor_draft()
    {
        await using var world = await ApiWorld.StartAsync();
        var media = await world.DraftsAsync("试看");
        world.Follower.Follows.ShouldBeTrue();
        world.Follower.WeChatName = "sample";
        var former = world.Account.Follower("oFormer");
        former.WeChatName = "former";
        await former.UnfollowAsync(TestContext.Current.CancellationToken);
        string Preview(string to) => $$$"""{{{{to}}},"msgtype":"mpnews","mpnews":{"media_id":"{{{media}}}"}}""";

        (await world.PostsAsync("/cgi-bin/message/mass/preview", Preview("\"touser\":\"oFollower-1\""))).Code().ShouldBe(0);
        (await world.PostsAsync("/cgi-bin/message/mass/preview", Preview("\"towxname\":\"sample\""))).Code().ShouldBe(0);
        (await world.PostsAsync("/cgi-bin/message/mass/preview", Preview("\"touser\":\"oNobody\""))).Code().ShouldBe(40003);
        (await world.PostsAsync("/cgi-bin/message/mass/preview", Preview("\"towxname\":\"nobody\""))).Code().ShouldBe(40132);
        (await world.PostsAsync("/cgi-bin/message/mass/preview", Preview("\"towxname\":\"former\""))).Code().ShouldBe(43004);
        world.Follower.Chat.Count.ShouldBe(2);
        world.Follower.Chat.ShouldAllBe(shown => shown.Articles.Single().Title == "试看");
        world.State.MassSends.Previews.Count.ShouldBe(2);
        (await SendAsync(world, News(media))).Code().ShouldBe(0);
    }

    [Fact]
    public async Task Sent_articles_are_deleted_by_id_or_by_address()
    {
        await using var world = await ApiWorld.StartAsync();
        var sent = await SendAsync(world, News(await world.DraftsAsync("一", "二")));
        await world.PassesAsync(world.State.MassSends.Duration);
        var address = world.Events.Single().Descendants("ArticleUrl").First().Value;
        async Task<int> Deletes(JsonObject body) => (await world.PostsAsync("/cgi-bin/message/mass/delete", body.ToRaw())).Code();

        (await Deletes(new JsonObject { ["url"] = address, ["article_idx"] = 1 })).ShouldBe(0);
        (await StatusAsync(world, sent)).ShouldBe("SEND_SUCCESS");
        (await Deletes(new JsonObject { ["msg_id"] = sent.Text("msg_id"), ["article_idx"] = 2 })).ShouldBe(0);
        (await StatusAsync(world, sent)).ShouldBe("DELETE");
        (await Deletes(new JsonObject { ["msg_id"] = 1 })).ShouldBe(40059);
    }

    [Theory]
    [InlineData("""{"filter":{"is_to_all":false,"tag_id":7},"msgtype":"text","text":{"content":"x"}}""", 40152)]
    [InlineData("""{"filter":{"is_to_all":true},"msgtype":"mpnews","mpnews":{"media_id":"none"}}""", 40007)]
    [InlineData("""{"filter":{"is_to_all":true},"msgtype":"text","text":{"content":""}}""", 44004)]
    [InlineData("""{"filter":{"is_to_all":true},"msgtype":"smoke"}""", 40008)]
    public async Task What_cannot_be_sent_is_refused_and_takes_no_quota(string body, int code)
    {
        await using var world = await ApiWorld.StartAsync();

        (await world.PostsAsync(SendAll, body)).Code().ShouldBe(code);
        (await SendAsync(world, Text("一"))).Code().ShouldBe(0);
    }
}
