namespace WeChatBridge.Simulator.Pages;

/// <summary>/simulator/clock: read it, stop it, move it on, let it run.</summary>
internal static class ClockEndpoints
{
    private static readonly TimeSpan LongestAdvance = TimeSpan.FromDays(366);

    public static void MapClock(this RouteGroupBuilder simulator, SimulatedPlatform platform)
    {
        simulator.MapGet("/clock", () => Show(platform.Clock));
        simulator.MapPost("/clock", async (HttpRequest request, CancellationToken cancellationToken) =>
            await SimulatorJson.ReadAsync<ClockRequest>(request, cancellationToken) is { } wanted
                ? Set(platform.Clock, wanted)
                : SimulatorJson.Refuse("时钟的写法不对"));
    }

    private static IResult Set(PlatformClock clock, ClockRequest wanted)
    {
        var by = wanted.AdvanceSeconds ?? 0;
        if (!(by >= 0 && by <= LongestAdvance.TotalSeconds))
        {
            return SimulatorJson.Refuse("时钟只能向前拨，一次最多一年");
        }

        if (wanted.Manual ?? clock.IsManual || by > 0)
        {
            clock.StandStill(wanted.At);
            clock.Advance(TimeSpan.FromSeconds(by));
        }
        else
        {
            clock.RunFree();
        }

        return Show(clock);
    }

    private static IResult Show(PlatformClock clock) =>
        Results.Json(new { now = clock.GetUtcNow(), manual = clock.IsManual }, SimulatorJson.Options);

    private sealed record ClockRequest(bool? Manual, DateTimeOffset? At, double? AdvanceSeconds);
}
