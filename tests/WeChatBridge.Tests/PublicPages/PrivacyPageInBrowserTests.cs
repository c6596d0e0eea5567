using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WeChatBridge.Tests.Browsing;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.PublicPages;

public sealed class PrivacyPageInBrowserTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(1366, 768, "/zhengwu/privacy")]
    [InlineData(390, 844, "/zhengwu/privacy")]
    [InlineData(390, 844, "/nobody/privacy")]
    public async Task It_is_read_at_a_desk_and_on_a_phone_with_nothing_to_object_to(int width, int height, string path)
    {
        await using var bridge = await RunningBridge.StartAsync();
        using var visitor = bridge.Stranger();
        var page = await browser.OpenAsync(visitor, path, width, height);

        (await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}").ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        (await FontSizeAsync(page)).ShouldBeGreaterThanOrEqualTo(18);
    }

    private static Task<double> FontSizeAsync(IPage page) =>
        page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('p')).fontSize)");
}
