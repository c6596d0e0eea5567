using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using WeChatBridge.Simulator.Followers;
using WeChatBridge.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace WeChatBridge.Simulator.Tests.Pages;

public sealed class PhoneInBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string Reply = """
        联系电话：0470-0000000
        邮箱：hh@example.org
        <b>不是标记</b>
        <a href="https://example.org/zhengwu">查看全文</a> <a href="weixin://bizmsgmenu?msgmenucontent=更多&msgmenuid=7">更多</a>
        """;

    [Fact]
    public async Task A_question_typed_and_sent_with_Enter_is_answered_as_WeChat_shows_it()
    {
        await using var simulator = await RunningSimulator.StartAsync(onPort: true);
        simulator.Server.Replies(_ => Reply);
        var (page, complaints) = await OpenAsync(simulator);

        await AskAsync(page, "联系电话");

        var bubble = page.Locator(".item:not(.mine) .bubble");
        await Expect(bubble).ToHaveCountAsync(1);
        (await bubble.InnerTextAsync()).ShouldBe("联系电话：0470-0000000\n邮箱：hh@example.org\n<b>不是标记</b>\n查看全文 更多");
        await Expect(bubble.GetByText("查看全文")).ToHaveAttributeAsync("href", "https://example.org/zhengwu");
        await Expect(bubble.GetByText("0470-0000000")).ToHaveAttributeAsync("href", "tel:0470-0000000");
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tapped_menu_link_sends_its_text_with_its_id()
    {
        await using var simulator = await RunningSimulator.StartAsync(onPort: true);
        simulator.Server.Replies(_ => Reply);
        var (page, _) = await OpenAsync(simulator);
        await AskAsync(page, "联系电话");

        await page.Locator(".item:not(.mine) .bubble").GetByText("更多").ClickAsync();

        await Expect(page.Locator(".item.mine .bubble").Last).ToHaveTextAsync("更多");
        await Expect(page.Locator(".item:not(.mine) .bubble")).ToHaveCountAsync(2);
        simulator.Server.Received.Last().Xml.Element("bizmsgmenuid")!.Value.ShouldBe("7");
    }

    [Fact]
    public async Task The_exchange_beside_the_phone_shows_the_request_and_the_refusal()
    {
        await using var simulator = await RunningSimulator.StartAsync(onPort: true);
        simulator.Server.Answers = (_, context, _) =>
        {
            context.Response.StatusCode = 403;
            return context.Response.WriteAsync("refused");
        };
        var (page, complaints) = await OpenAsync(simulator);

        await page.GetByText("用错误的签名发送").ClickAsync();

        var exchange = page.Locator("#exchanges details");
        await Expect(exchange).ToHaveCountAsync(1);
        await Expect(exchange.Locator(".badge")).ToHaveTextAsync("已拒绝（状态 403）");
        await Expect(exchange).ToContainTextAsync("signature");
        await Expect(exchange).ToContainTextAsync("<MsgType><![CDATA[text]]></MsgType>");
        await Expect(page.Locator(".item")).ToHaveCountAsync(0);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_callback_address_is_checked_on_request()
    {
        await using var simulator = await RunningSimulator.StartAsync(onPort: true);
        var (page, complaints) = await OpenAsync(simulator);

        await page.GetByText("验证回调地址").ClickAsync();

        await Expect(page.Locator("#exchanges .badge")).ToHaveTextAsync("已回答");
        await Expect(page.Locator("#exchanges details")).ToContainTextAsync("echostr");
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Voice_is_spoken_on_its_sheet_and_following_is_toggled()
    {
        await using var simulator = await RunningSimulator.StartAsync(onPort: true);
        var (page, _) = await OpenAsync(simulator);

        await page.Locator("#toVoice").ClickAsync();
        await page.Locator("#sheet input").FillAsync("联系电话是多少");
        await page.Locator("#sheet input").PressAsync("Enter");
        await Expect(page.Locator(".heard")).ToHaveTextAsync("联系电话是多少");
        await page.Locator("#followToggle").ClickAsync();
        await Expect(page.Locator("#followToggle")).ToHaveTextAsync("关注");

        simulator.Platform.Account("zhengwu").Followers.ShouldHaveSingleItem().Follows.ShouldBeFalse();
    }

    [Fact]
    public async Task Customer_messages_arrive_without_being_asked_for()
    {
        await using var simulator = await RunningSimulator.StartAsync(onPort: true);
        var (page, _) = await OpenAsync(simulator);
        var follower = simulator.Platform.Account("zhengwu").Followers.Single();

        follower.Receive(new ChatItem
        {
            Side = ChatSide.Account,
            Kind = ChatKinds.Menu,
            Text = "您对答复满意吗？",
            Choices = [new ChatChoice("1", "满意"), new ChatChoice("2", "不满意")],
            Tail = "谢谢",
        });
        await page.Locator(".choice").GetByText("不满意").ClickAsync();

        await Expect(page.Locator(".item.mine .bubble")).ToHaveTextAsync("不满意");
    }

    [Fact]
    public async Task Several_articles_make_one_card()
    {
        await using var simulator = await RunningSimulator.StartAsync(onPort: true);
        simulator.Server.Answers = (_, context, body) => context.Response.WriteAsync(AccountReply.News(XElement.Parse(body), 3));
        var (page, _) = await OpenAsync(simulator);
        await simulator.Platform.Account("zhengwu").Followers.Single().ClickMenuAsync("NEWS", TestContext.Current.CancellationToken);

        await Expect(page.Locator(".card .first")).ToHaveTextAsync("第1篇");
        await Expect(page.Locator(".card .next")).ToHaveTextAsync(["第2篇", "第3篇"]);
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task Nothing_sticks_out_of_the_screen(int width, int height)
    {
        await using var simulator = await RunningSimulator.StartAsync(onPort: true);
        simulator.Server.Replies(_ => Reply);
        var (page, _) = await OpenAsync(simulator, width, height);
        await AskAsync(page, new string('长', 200) + "https://example.org/" + new string('a', 200));
        await Expect(page.Locator("#exchanges details")).ToHaveCountAsync(1);

        foreach (var tab in await page.GetByRole(AriaRole.Tab).AllAsync())
        {
            await tab.ClickAsync();
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }
    }

    private async Task<(IPage Page, List<string> Complaints)> OpenAsync(RunningSimulator simulator, int width = 1366, int height = 768)
    {
        var page = await browser.OpenAsync(simulator.Address + "/#zhengwu", width, height);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        await page.ReloadAsync();
        await Expect(page.Locator("#accountName")).ToHaveTextAsync("zhengwu");
        await Expect(page.Locator("#phoneTime")).Not.ToBeEmptyAsync();
        return (page, complaints);
    }

    private static async Task AskAsync(IPage page, string text)
    {
        await page.Locator("#text").FillAsync(text);
        await page.Locator("#text").PressAsync("Enter");
    }
}
