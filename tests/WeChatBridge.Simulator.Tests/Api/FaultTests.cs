using System.Net;
using System.Text.Json;

namespace WeChatBridge.Simulator.Tests.Api;

public class FaultTests
{
    private const string Delete = "/cgi-bin/draft/delete";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FaultKind.DropBeforeActing, 1, "dropped before acting")]
    [InlineData(FaultKind.DropAfterActing, 0, "dropped after acting")]
    public async Task A_connection_breaks_before_or_after_the_call_took_effect(FaultKind kind, int draftsLeft, string outcome)
    {
        await using var world = await ApiWorld.StartAsync();
        var media = await world.DraftsAsync("稿");
        world.Platform.Faults.Add(new PlatformFault { Kind = kind, Path = Delete });

        await Should.ThrowAsync<Exception>(() => DeleteAsync(world, media));
        world.State.Drafts.All.Count.ShouldBe(draftsLeft);
        world.Platform.Ledger.Find(path: Delete).ShouldHaveSingleItem().Outcome.ShouldBe(outcome);
        world.Platform.Faults.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_error_has_no_effect_and_the_next_call_goes_well()
    {
        await using var world = await ApiWorld.StartAsync();
        var media = await world.DraftsAsync("稿");
        world.Platform.Faults.Add(new PlatformFault { Kind = FaultKind.ServerError, Code = 503, Account = "zhengwu" });

        using var failed = await world.PostsRawAsync(Delete, Body(media));
        failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        world.State.Drafts.All.ShouldHaveSingleItem();
        (await DeleteAsync(world, media)).ShouldBe(0);
    }

    [Fact]
    public async Task Malformed_json_comes_after_the_call_took_effect()
    {
        await using var world = await ApiWorld.StartAsync();
        var media = await world.DraftsAsync("稿");
        world.Platform.Faults.Add(new PlatformFault { Kind = FaultKind.MalformedJson, Path = Delete });

        using var response = await world.PostsRawAsync(Delete, Body(media));
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Should.Throw<JsonException>(() => JsonDocument.Parse(text).Dispose());
        world.State.Drafts.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chosen_error_code_and_a_withdrawn_right_have_no_effect()
    {
        await using var world = await ApiWorld.StartAsync();
        var media = await world.DraftsAsync("稿");
        world.Platform.Faults.Add(new PlatformFault { Kind = FaultKind.ErrorCode, Code = -1, Path = Delete, Times = 2 });
        (await DeleteAsync(world, media)).ShouldBe(-1);
        (await DeleteAsync(world, media)).ShouldBe(-1);

        var withdrawn = world.Platform.Faults.Add(new PlatformFault { Kind = FaultKind.RightWithdrawn, Path = "/cgi-bin/draft/" });
        (await DeleteAsync(world, media)).ShouldBe(48001);
        (await DeleteAsync(world, media)).ShouldBe(48001);
        world.Platform.Faults.Remove(withdrawn.Id);
        (await DeleteAsync(world, media)).ShouldBe(0);
    }

    [Fact]
    public async Task A_slow_answer_waits_for_the_platform_s_clock()
    {
        await using var world = await ApiWorld.StartAsync();
        await world.TokenAsync();
        world.Platform.Faults.Add(new PlatformFault { Kind = FaultKind.Latency, Delay = TimeSpan.FromSeconds(8) });
        var answer = world.GetsAsync("/cgi-bin/getcallbackip");
        await world.Platform.Clock.TimerSetAsync(Cancellation);

        world.Platform.Clock.Advance(TimeSpan.FromSeconds(7));
        answer.IsCompleted.ShouldBeFalse();
        world.Platform.Clock.Advance(TimeSpan.FromSeconds(1));
        (await answer).Code().ShouldBe(0);
    }

    private static string Body(string media) => $$"""{"media_id":"{{media}}"}""";

    private static async Task<int> DeleteAsync(ApiWorld world, string media) => (await world.PostsAsync(Delete, Body(media))).Code();
}
