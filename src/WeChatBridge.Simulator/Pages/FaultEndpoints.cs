namespace WeChatBridge.Simulator.Pages;

/// <summary>/simulator/faults: what shall go wrong at the next calls of the API.</summary>
internal static class FaultEndpoints
{
    public static void MapFaults(this RouteGroupBuilder simulator, SimulatedPlatform platform)
    {
        var faults = simulator.MapGroup("/faults");
        faults.MapGet("", () => Results.Json(platform.Faults.Waiting, SimulatorJson.Options));
        faults.MapPost("", async (HttpRequest request, CancellationToken cancellationToken) =>
            await SimulatorJson.ReadAsync<FaultRequest>(request, cancellationToken) is { } wanted
                ? Results.Json(platform.Faults.Add(wanted.ToFault()), SimulatorJson.Options)
                : SimulatorJson.Refuse("故障的写法不对"));
        faults.MapDelete("", () =>
        {
            platform.Faults.Clear();
            return Results.NoContent();
        });
        faults.MapDelete("/{id:long}", (long id) => platform.Faults.Remove(id) ? Results.NoContent() : Results.NotFound());
    }

    private sealed record FaultRequest(FaultKind Kind, string? Account, string? Path, int? Times, double? DelaySeconds, int? Code)
    {
        public PlatformFault ToFault() => new()
        {
            Kind = Kind,
            Account = string.IsNullOrEmpty(Account) ? null : Account,
            Path = string.IsNullOrEmpty(Path) ? null : Path,
            Times = Times ?? 1,
            Delay = TimeSpan.FromSeconds(DelaySeconds ?? 0),
            Code = Code ?? 0,
        };
    }
}
