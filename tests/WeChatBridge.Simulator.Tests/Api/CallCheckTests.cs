using System.Text;
using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Tests.Api;

public class CallCheckTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/cgi-bin/getcallbackip", 41001)]
    [InlineData("/cgi-bin/getcallbackip?access_token=short", 40014)]
    [InlineData("/cgi-bin/getcallbackip?access_token=1_00000000000000000000000000000000000000000000000000000000000000000000", 40001)]
    public async Task A_call_without_a_good_token_is_refused(string path, int code)
    {
        await using var world = await ApiWorld.StartAsync();

        (await ApiWorld.ReadAsync(await world.Client.GetAsync(path, Cancellation))).Code().ShouldBe(code);
    }

    [Fact]
    public async Task The_wrong_method_and_an_unknown_address_are_refused()
    {
        await using var world = await ApiWorld.StartAsync();

        (await world.GetsAsync("/cgi-bin/draft/add")).Code().ShouldBe(43002);
        (await world.PostsAsync("/cgi-bin/draft/count", "{}")).Code().ShouldBe(43001);
        (await world.GetsAsync("/cgi-bin/draft/everything")).Code().ShouldBe(40066);
    }

    [Theory]
    [InlineData("", 44002)]
    [InlineData("title=x", 47001)]
    [InlineData("""["a"]""", 47001)]
    [InlineData("""{"a":1,"a":2}""", 47001)]
    public async Task A_body_that_is_no_json_object_is_refused(string body, int code)
    {
        await using var world = await ApiWorld.StartAsync();

        (await world.PostsAsync("/cgi-bin/draft/add", body)).Code().ShouldBe(code);
    }

    [Fact]
    public async Task A_body_in_another_encoding_is_refused()
    {
        await using var world = await ApiWorld.StartAsync();
        byte[] latin = [.. "{\"title\":\""u8, 0xE9, .. "\"}"u8];
        var path = $"/cgi-bin/draft/add?access_token={await world.TokenAsync()}";

        (await ApiWorld.ReadAsync(await world.Client.PostAsync(path, new ByteArrayContent(latin), Cancellation))).Code().ShouldBe(65318);
    }

    [Fact]
    public async Task Answers_carry_real_characters_also_beyond_the_basic_plane()
    {
        await using var world = await ApiWorld.StartAsync();
        var cover = await world.UploadsCoverAsync();
        var draft = $$"""{"articles":[{"title":"防汛🌊通知{{'\u00A0'}}一","content":"<p>汛</p>","thumb_media_id":"{{cover}}"}]}""";
        var media = (await world.PostsAsync("/cgi-bin/draft/add", draft)).Text("media_id");
        using var response = await world.PostsRawAsync("/cgi-bin/draft/get", $$"""{"media_id":"{{media}}"}""");

        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        Encoding.UTF8.GetString(bytes).ShouldContain("\"title\":\"防汛🌊通知\u00A0一\"");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain");
    }

    [Fact]
    public async Task Every_error_names_a_rid_that_can_be_looked_up_for_seven_days_and_by_this_account_only()
    {
        await using var world = await ApiWorld.StartAsync();
        var message = (await world.PostsAsync("/cgi-bin/draft/get", """{"media_id":"none"}""")).Text("errmsg");
        var query = $$"""{"rid":"{{message[(message.IndexOf("rid: ", StringComparison.Ordinal) + 5)..]}}"}""";

        var found = await world.PostsAsync("/cgi-bin/openapi/rid/get", query);
        found.At("request", "request_body").ToString().ShouldBe("""{"media_id":"none"}""");
        found.At("request", "response_body").ToString().ShouldContain("40007");
        (await world.PostsAsync("/cgi-bin/openapi/rid/get", """{"rid":"00000000-00000000-00000000"}""")).Code().ShouldBe(76001);
        world.Platform.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        world.ForgetsItsToken();
        (await world.PostsAsync("/cgi-bin/openapi/rid/get", query)).Code().ShouldBe(76001);
    }

    [Theory]
    [InlineData("/cgi-bin/freepublish/submit", "{}")]
    [InlineData("/cgi-bin/message/mass/sendall", "{}")]
    [InlineData("/cgi-bin/message/custom/send", "{}")]
    [InlineData("/cgi-bin/menu/create", "{}")]
    [InlineData("/cgi-bin/comment/list", "{}")]
    [InlineData("/datacube/getbizsummary", "{}")]
    public async Task An_unverified_account_may_draft_but_not_this(string path, string body)
    {
        await using var world = await ApiWorld.StartAsync(verified: false);

        (await world.PostsAsync(path, body)).Code().ShouldBe(48001);
        (await world.DraftsAsync("草稿")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_callback_check_answers_what_it_was_asked_for()
    {
        await using var world = await ApiWorld.StartAsync();
        var dns = await world.PostsAsync("/cgi-bin/callback/check", """{"action":"dns","check_operator":"DEFAULT"}""");
        var all = await world.PostsAsync("/cgi-bin/callback/check", """{"action":"all","check_operator":"UNICOM"}""");

        dns.ContainsKey("ping").ShouldBeFalse();
        all.At("ping", 0, "from_operator").ToString().ShouldBe("UNICOM");
        (await world.PostsAsync("/cgi-bin/callback/check", """{"action":"all","check_operator":"MOON"}""")).Code().ShouldBe(40035);
        (await world.GetsAsync("/cgi-bin/getcallbackip")).At("ip_list").ShouldBeOfType<JsonArray>().Count.ShouldBe(2);
    }
}
