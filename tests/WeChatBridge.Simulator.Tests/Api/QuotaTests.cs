namespace WeChatBridge.Simulator.Tests.Api;

public class QuotaTests
{
    private const string Submit = "/cgi-bin/freepublish/submit";

    [Fact]
    public async Task The_hundred_and_first_submission_of_a_day_is_refused_until_midnight_in_Beijing()
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.Quotas.SetUsedToday(Submit, 99);

        (await world.PostsAsync(Submit, """{"media_id":"none"}""")).Code().ShouldBe(40007);
        (await world.PostsAsync(Submit, """{"media_id":"none"}""")).Code().ShouldBe(45009);
        world.Platform.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        world.ForgetsItsToken();
        (await world.PostsAsync(Submit, """{"media_id":"none"}""")).Code().ShouldBe(45009);
        world.Platform.Clock.Advance(TimeSpan.FromSeconds(1));
        (await world.PostsAsync(Submit, """{"media_id":"none"}""")).Code().ShouldBe(40007);
    }

    [Theory]
    [InlineData("/cgi-bin/token", 2000)]
    [InlineData("/cgi-bin/stable_token", 500_000)]
    [InlineData("/cgi-bin/menu/create", 1000)]
    [InlineData("/cgi-bin/menu/get", 10_000)]
    [InlineData("/cgi-bin/menu/delete", 1000)]
    [InlineData("/cgi-bin/media/upload", 100_000)]
    [InlineData("/cgi-bin/media/get", 200_000)]
    [InlineData("/cgi-bin/message/custom/send", 500_000)]
    [InlineData("/cgi-bin/message/mass/sendall", 100)]
    [InlineData("/cgi-bin/message/mass/delete", 10)]
    [InlineData("/cgi-bin/draft/add", 1000)]
    [InlineData("/cgi-bin/draft/get", 500)]
    [InlineData("/cgi-bin/draft/delete", 1000)]
    [InlineData("/cgi-bin/draft/update", 1000)]
    [InlineData("/cgi-bin/draft/count", 1000)]
    [InlineData("/cgi-bin/draft/batchget", 1000)]
    [InlineData("/cgi-bin/freepublish/submit", 100)]
    [InlineData("/cgi-bin/freepublish/get", 100)]
    [InlineData("/cgi-bin/freepublish/delete", 10)]
    [InlineData("/cgi-bin/freepublish/getarticle", 100)]
    [InlineData("/cgi-bin/freepublish/batchget", 100)]
    public async Task The_daily_limit_is_the_published_one(string path, int limit)
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.Quotas.SetUsedToday(path, 7);
        var used = world.State.Quotas.UsedToday(path);
        var quota = await world.PostsAsync("/cgi-bin/openapi/quota/get", $$"""{"cgi_path":"{{path}}"}""");

        ((int)quota.At("quota", "daily_limit")).ShouldBe(limit);
        // Asking needs a token, and that call counts too.
        ((int)quota.At("quota", "used")).ShouldBe(path == "/cgi-bin/stable_token" ? used + 1 : used);
        ((int)quota.At("quota", "remain")).ShouldBe(limit - (int)quota.At("quota", "used"));
    }

    [Fact]
    public async Task A_quota_is_asked_for_by_path_without_a_host()
    {
        await using var world = await ApiWorld.StartAsync();

        (await world.PostsAsync("/cgi-bin/openapi/quota/get", """{"cgi_path":"cgi-bin/draft/add"}""")).Code().ShouldBe(76021);
        (await world.PostsAsync("/cgi-bin/openapi/quota/get", """{"cgi_path":"/cgi-bin/nothing"}""")).Code().ShouldBe(76003);
    }

    [Fact]
    public async Task Clearing_gives_the_calls_back_ten_times_a_month()
    {
        await using var world = await ApiWorld.StartAsync();
        var body = $$"""{"appid":"{{world.Account.Settings.AppId}}"}""";
        for (var i = 0; i < 10; i++)
        {
            world.State.Quotas.SetUsedToday(Submit, 100);
            (await world.PostsAsync("/cgi-bin/clear_quota", body)).Code().ShouldBe(0);
            world.State.Quotas.UsedToday(Submit).ShouldBe(0);
        }

        (await world.PostsAsync("/cgi-bin/clear_quota", body)).Code().ShouldBe(48006);
        (await world.PostsAsync("/cgi-bin/openapi/quota/clear", $$"""{"cgi_path":"{{Submit}}"}""")).Code().ShouldBe(0);
        world.Platform.Clock.Advance(TimeSpan.FromDays(31));
        world.ForgetsItsToken();
        (await world.PostsAsync("/cgi-bin/clear_quota", body)).Code().ShouldBe(0);
    }

    [Fact]
    public async Task Sixty_mass_sendings_a_minute_are_taken_no_more()
    {
        await using var world = await ApiWorld.StartAsync();
        for (var i = 0; i < 60; i++)
        {
            (await world.PostsAsync("/cgi-bin/message/mass/sendall", "{}")).Code().ShouldBe(40152);
        }

        (await world.PostsAsync("/cgi-bin/message/mass/sendall", "{}")).Code().ShouldBe(45011);
        world.Platform.Clock.Advance(TimeSpan.FromMinutes(1));
        (await world.PostsAsync("/cgi-bin/message/mass/sendall", "{}")).Code().ShouldBe(40152);
    }
}
