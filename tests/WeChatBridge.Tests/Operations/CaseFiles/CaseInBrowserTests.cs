using System.IO.Compression;
using Deque.AxeCore.Playwright;
using WeChatBridge.Tests.Browsing;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Operations.CaseFiles;

/// <summary>An inspector opens the page of an unpacked case, at a desk or on a phone.</summary>
public sealed class CaseInBrowserTests(Browser browser) : LivedCases, IClassFixture<Browser>
{
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task It_is_read_without_scrolling_sideways_and_with_nothing_to_object_to(int width, int height)
    {
        using var folder = new OfficeFolder();
        await ZipFile.ExtractToDirectoryAsync(new MemoryStream(await ExportsAsync(await WithdrawsAsync())), folder.Path, Cancellation);

        var page = await browser.OpenAsync($"file://{folder.Path}/index.html", width, height);

        (await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}").ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        await page.GetByText("正文", new() { Exact = true }).First.ClickAsync();
        (await page.TitleAsync()).ShouldBe("关于夜间停水的通知");
        (await page.EvaluateAsync<bool>("[...document.images].every(image => image.naturalWidth > 0)")).ShouldBeTrue();
    }
}
