namespace WeChatBridge.Simulator.Pages;

/// <summary>GET /simulator/ledger: what happened, oldest first, by any of its filters.</summary>
internal static class LedgerEndpoints
{
    private const int MostEntries = 1000;

    public static void MapLedger(this RouteGroupBuilder simulator, SimulatedPlatform platform) => simulator.MapGet("/ledger", (
        string? account,
        string? follower,
        LedgerDirection? direction,
        string? kind,
        string? path,
        long? after,
        int? limit) =>
    {
        var found = platform.Ledger.Find(account, direction, kind, path, follower, after ?? 0);
        // The newest matter when there are too many.
        return Results.Json(found.TakeLast(Math.Clamp(limit ?? MostEntries, 1, MostEntries)), SimulatorJson.Options);
    });
}
