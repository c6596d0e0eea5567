using Microsoft.Playwright;

namespace WeChatBridge.Simulator.Tests.Pages;

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
        Assert.SkipWhen(_browser is null, $"No Chromium on this machine; looked for {string.Join(", ", Programs)}.");
        var page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        page.SetDefaultTimeout(LongestWaitMilliseconds);
        await page.GotoAsync(address);
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
}
