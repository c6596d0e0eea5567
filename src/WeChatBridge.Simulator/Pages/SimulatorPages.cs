namespace WeChatBridge.Simulator.Pages;

/// <summary>Maps the page at "/" and the addresses it asks under "/simulator".</summary>
internal static class SimulatorPages
{
    // Article pictures lie on whatever server the account names; everything else comes from here.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http: https:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapSimulatorPages(this WebApplication app, SimulatedPlatform platform)
    {
        app.MapAsset("/", "simulator.html", "text/html; charset=utf-8");
        app.MapAsset("/simulator.css", "simulator.css", "text/css; charset=utf-8");
        app.MapAsset("/simulator.js", "simulator.js", "text/javascript; charset=utf-8");
        app.MapAsset("/chat.js", "chat.js", "text/javascript; charset=utf-8");
        app.MapAsset("/exchange.js", "exchange.js", "text/javascript; charset=utf-8");
        app.MapAsset("/panels.js", "panels.js", "text/javascript; charset=utf-8");

        var simulator = app.MapGroup("/simulator");
        simulator.MapPhone(platform);
        simulator.MapLedger(platform);
        simulator.MapFaults(platform);
        simulator.MapClock(platform);
    }

    private static void MapAsset(this WebApplication app, string path, string name, string contentType) => app.MapGet(path, (HttpResponse response) =>
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        // Embedded, so that a host that embeds the simulator needs no files beside it.
        return Results.Stream(typeof(SimulatorPages).Assembly.GetManifestResourceStream(name)!, contentType);
    });
}
