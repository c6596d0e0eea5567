using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Tests.Api;

public class DataCubeTests
{
    // Noon in Beijing on the 14th: the figures of the 13th are ready.
    private static readonly DateOnly Yesterday = new(2031, 5, 13);

    [Theory]
    [InlineData("getarticleread", 1)]
    [InlineData("getarticleshare", 1)]
    [InlineData("getarticletotaldetail", 1)]
    [InlineData("getbizsummary", 30)]
    [InlineData("getusersummary", 7)]
    [InlineData("getusercumulate", 7)]
    [InlineData("getupstreammsg", 7)]
    [InlineData("getinterfacesummary", 30)]
    public async Task Each_report_takes_its_span_and_no_more(string report, int days)
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.Statistics.Add(report, Yesterday, new JsonObject { ["user_count"] = 12 });

        var rows = await AskAsync(world, report, Yesterday.AddDays(1 - days), Yesterday);
        rows.At("list", 0, "ref_date").ToString().ShouldBe("2031-05-13");
        rows.At("list", 0, "user_count").ToString().ShouldBe("12");
        (await AskAsync(world, report, Yesterday.AddDays(-days), Yesterday)).Code().ShouldBe(61501);
        (await AskAsync(world, report, Yesterday, Yesterday.AddDays(-1))).Code().ShouldBe(61501);
    }

    [Fact]
    public async Task A_day_is_ready_at_eight_the_next_morning()
    {
        await using var world = await ApiWorld.StartAsync();
        var today = Yesterday.AddDays(1);
        (await AskAsync(world, "getusersummary", today, today)).Code().ShouldBe(61503);
        world.Platform.Clock.Advance(TimeSpan.FromHours(20) - TimeSpan.FromSeconds(1));
        world.ForgetsItsToken();
        (await AskAsync(world, "getusersummary", today, today)).Code().ShouldBe(61503);
        world.Platform.Clock.Advance(TimeSpan.FromSeconds(1));
        (await AskAsync(world, "getusersummary", today, today)).Code().ShouldBe(0);
    }

    [Fact]
    public async Task A_date_in_another_form_is_refused()
    {
        await using var world = await ApiWorld.StartAsync();

        const string body = """{"begin_date":"2031/05/13","end_date":"2031-05-13"}""";
        (await world.PostsAsync("/datacube/getbizsummary", body)).Code().ShouldBe(61500);
    }

    private static Task<JsonObject> AskAsync(ApiWorld world, string report, DateOnly first, DateOnly last) =>
        world.PostsAsync($"/datacube/{report}", $$"""{"begin_date":"{{first:yyyy-MM-dd}}","end_date":"{{last:yyyy-MM-dd}}"}""");
}
