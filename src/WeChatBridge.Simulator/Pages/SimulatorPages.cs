namespace WeChatBridge.Simulator.Pages;

/// <summary>Maps the page at "/" and the addresses it asks under "/simulator".</summary>
internal static class SimulatorPages
{
    // Article pictures lie on whatever server the account names; everything else comes from here.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http: https:; connect-src 'self'; frame-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string AssetFolder = "page/";

    public static void MapSimulatorPages(this WebApplication app, SimulatedPlatform platform)
    {
        app.MapAsset("/", AssetFolder + "simulator.html");
        foreach (var name in typeof(SimulatorPages).Assembly.GetManifestResourceNames().Where(IsAsset))
        {
            app.MapAsset("/" + name[AssetFolder.Length..], name);
        }

        var simulator = app.MapGroup("/simulator");
        simulator.MapPhone(platform);
        simulator.MapLedger(platform);
        simulator.MapFaults(platform);
        simulator.MapClock(platform);
        simulator.MapArticles(platform);
    }

    private static void MapAsset(this WebApplication app, string path, string name) => app.MapGet(path, (HttpResponse response) =>
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        // Embedded, so that a host that embeds the simulator needs no files beside it.
        return Results.Stream(typeof(SimulatorPages).Assembly.GetManifestResourceStream(name)!, ContentType(name));
    });

    private static bool IsAsset(string name) => name.StartsWith(AssetFolder, StringComparison.Ordinal);

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"No content type is known for \"{other}\"."),
    };
}
