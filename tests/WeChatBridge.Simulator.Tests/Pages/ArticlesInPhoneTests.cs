using Microsoft.Playwright;
using WeChatBridge.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace WeChatBridge.Simulator.Tests.Pages;

public sealed class ArticlesInPhoneTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pushed_article_arrives_as_a_card_and_opens_with_its_picture()
    {
        await using var simulator = await RunningSimulator.StartAsync(onPort: true);
        var page = await OpenAsync(simulator);
        await PushAsync(simulator, "关于公开栏更新的公告", "<p style=\"color:#a00\">正文</p>");

        await page.Locator(".card").GetByText("关于公开栏更新的公告").ClickAsync();

        var article = page.FrameLocator(".reader iframe");
        await Expect(article.Locator("h1")).ToHaveTextAsync("关于公开栏更新的公告");
        await Expect(article.Locator("p", new() { HasText = "正文" }).First).ToHaveCSSAsync("color", "rgb(170, 0, 0)");
        await Expect(article.Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 1);
        await page.Locator("#closeReader").ClickAsync();
        await Expect(page.Locator(".reader")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_home_page_of_the_account_lists_what_was_published()
    {
        await using var simulator = await RunningSimulator.StartAsync(onPort: true);
        var page = await OpenAsync(simulator);
        await page.Locator("#toHome").ClickAsync();
        await Expect(page.Locator(".home .none")).ToHaveTextAsync("还没有发布过文章");
        await page.Locator("#closeReader").ClickAsync();

        await PushAsync(simulator, "公告", "<p>正文</p>");
        await page.Locator("#toHome").ClickAsync();

        await Expect(page.Locator(".published b")).ToHaveTextAsync("公告");
        await Expect(page.Locator(".published small")).ToContainTextAsync("群发");
    }

    [Fact]
    public async Task The_menu_the_account_made_is_shown_and_tapped()
    {
        await using var simulator = await RunningSimulator.StartAsync(onPort: true);
        var owner = await OwnerAsync(simulator);
        await owner.CreateMenuAsync(
            [
                new { type = "click", name = "联系我们", key = "CONTACT" },
                new { name = "公开", sub_button = new[] { new { type = "click", name = "年度报告", key = "REPORT" } } },
            ],
            Cancellation);
        simulator.Server.Replies(message => "菜单 " + message.Element("EventKey")!.Value);
        var page = await OpenAsync(simulator);

        await page.Locator("#toMenu").ClickAsync();
        await page.Locator(".menu").GetByText("联系我们").ClickAsync();
        await Expect(page.Locator(".item .bubble").Last).ToHaveTextAsync("菜单 CONTACT");
        await page.Locator(".menu").GetByText("公开").ClickAsync();
        await page.Locator(".menu").GetByText("年度报告").ClickAsync();
        await Expect(page.Locator(".item .bubble").Last).ToHaveTextAsync("菜单 REPORT");
    }

    [Fact]
    public async Task An_article_comes_under_a_policy_that_runs_nothing_and_an_unknown_one_says_so()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var response = await simulator.Page.GetAsync(
            "/simulator/article?account=zhengwu&url=http://mp.weixin.qq.com/s/none", Cancellation);

        response.Headers.GetValues("Content-Security-Policy").Single()
            .ShouldStartWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'");
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain("这个地址没有文章");
    }

    private static async Task PushAsync(RunningSimulator simulator, string title, string body)
    {
        simulator.Platform.Clock.StandStill();
        var owner = await OwnerAsync(simulator);
        await owner.MassSendAsync(title, body, Cancellation);
        simulator.Platform.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static async Task<AccountOwner> OwnerAsync(RunningSimulator simulator)
    {
        var owner = new AccountOwner(simulator.Page, new Uri(simulator.Address), simulator.Platform.Account("zhengwu").Settings);
        await owner.SignInAsync(Cancellation);
        return owner;
    }

    private async Task<IPage> OpenAsync(RunningSimulator simulator)
    {
        var page = await browser.OpenAsync(simulator.Address + "/#zhengwu");
        await Expect(page.Locator("#phoneTime")).Not.ToBeEmptyAsync();
        return page;
    }
}
