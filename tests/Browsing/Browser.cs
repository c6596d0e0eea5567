using Microsoft.Playwright;

namespace WeChatBridge.Tests.Browsing;

/// <summary>A real Chromium, shared by a class of tests; a machine without one skips them, saying so.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // A busy machine is no failure: these only bound how long a broken page is waited for.
    private const int LongestWaitMilliseconds = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(LongestWaitMilliseconds);
        if (Programs.FirstOrDefault(File.Exists) is not { } program)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
        });
    }

    public async Task<IPage> OpenAsync(string address, int width = 1366, int height = 768)
    {
        var page = await NewPageAsync(width, height);
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Opens an address of a server that has no port: whatever the page asks for is fetched by this client.</summary>
    public async Task<IPage> OpenAsync(HttpClient server, string path, int width, int height)
    {
        var page = await NewPageAsync(width, height);
        await page.RouteAsync("**/*", async route =>
        {
            using var answer = await server.GetAsync(route.Request.Url);
            await route.FulfillAsync(new()
            {
                Status = (int)answer.StatusCode,
                Headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
                BodyBytes = await answer.Content.ReadAsByteArrayAsync(),
            });
        });
        await page.GotoAsync(new Uri(server.BaseAddress!, path).AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private async Task<IPage> NewPageAsync(int width, int height)
    {
        Assert.SkipWhen(_browser is null, $"No Chromium on this machine; looked for {string.Join(", ", Programs)}.");
        var page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        page.SetDefaultTimeout(LongestWaitMilliseconds);
        return page;
    }
}
