using System.Net;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.PublicPages;

public sealed class PrivacyPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_says_what_the_account_answers_to_the_word_privacy()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var said = (await bridge.Follower("zhengwu").SendTextAsync("隐私", Cancellation)).ShownText;
        using var visitor = bridge.Stranger();

        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/zhengwu/privacy", Cancellation));

        foreach (var sentence in said.Split('\n'))
        {
            page.ShouldContain($"<p>{sentence}</p>");
        }

        page.ShouldContain("180 天");
        page.ShouldContain("<html lang=\"zh-CN\">");
    }

    [Fact]
    public async Task The_days_are_those_of_the_configuration()
    {
        await using var bridge = await RunningBridge.StartAsync(
            SampleAccount.Both, new Dictionary<string, string?> { ["Retention:QuestionDays"] = "60" });
        using var visitor = bridge.Stranger();

        (await visitor.GetStringAsync("/renda/privacy", Cancellation)).ShouldContain("60 天");
    }

    [Fact]
    public async Task An_unknown_account_has_no_page()
    {
        await using var bridge = await RunningBridge.StartAsync();
        using var visitor = bridge.Stranger();

        var page = await visitor.GetAsync("/nobody/privacy", Cancellation);

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await page.Content.ReadAsStringAsync(Cancellation)).ShouldContain("没有这个页面");
    }

    [Fact]
    public async Task Nothing_but_our_own_style_is_let_in()
    {
        await using var bridge = await RunningBridge.StartAsync();
        using var visitor = bridge.Stranger();

        var page = await visitor.GetAsync("/zhengwu/privacy", Cancellation);

        page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem()
            .ShouldBe("default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        page.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("style=");
        (await visitor.GetAsync("/public.css", Cancellation)).Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
    }

    [Fact]
    public async Task An_accounts_name_cannot_become_markup()
    {
        await using var bridge = await RunningBridge.StartAsync(
            SampleAccount.Both, new Dictionary<string, string?> { ["Accounts:zhengwu:Name"] = "<b>镇</b>" });
        using var visitor = bridge.Stranger();

        var html = await visitor.GetStringAsync("/zhengwu/privacy", Cancellation);

        html.ShouldNotContain("<b>");
        html.ShouldContain("&lt;b&gt;镇");
    }
}
