using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace WeChatBridge.Simulator.Tests.Pages;

public class PageAddressesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/simulator.js", "text/javascript")]
    [InlineData("/chat.js", "text/javascript")]
    [InlineData("/phone.css", "text/css")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    public async Task The_page_comes_from_the_simulator_itself_under_a_strict_policy(string path, string type)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var response = await simulator.Page.GetAsync(path, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task The_page_holds_no_script_style_or_handler_of_its_own()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var html = await simulator.Page.GetStringAsync("/", Cancellation);

        html.ShouldNotMatch("<style|<script(?![^>]*src=)|\\sstyle=|\\son[a-z]+=|https?://");
    }

    [Fact]
    public async Task A_text_sent_on_the_page_is_answered_in_the_chat()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Server.Replies(message => "你问的是" + message.Element("Content")!.Value);

        var report = await simulator.ActAsync(new { account = "zhengwu", follower = "o1", act = "text", text = "联系电话" }, Cancellation);
        var chat = await simulator.GetAsync("/simulator/chat?account=zhengwu&follower=o1", Cancellation);

        report["shown"]!["text"]!.GetValue<string>().ShouldBe("你问的是联系电话");
        report["attempts"]![0]!["verdict"]!.GetValue<string>().ShouldBe("Answered");
        chat["items"]!.AsArray().Select(item => item!["side"]!.GetValue<string>()).ShouldBe(["Follower", "Account"]);
    }

    [Theory]
    [InlineData("tap", "text")]
    [InlineData("voice", "voice")]
    [InlineData("image", "image")]
    [InlineData("video", "video")]
    [InlineData("location", "location")]
    [InlineData("link", "link")]
    [InlineData("click", "CLICK")]
    [InlineData("view", "VIEW")]
    [InlineData("scan", "SCAN")]
    [InlineData("view_miniprogram", "view_miniprogram")]
    [InlineData("scancode_push", "scancode_push")]
    [InlineData("scancode_waitmsg", "scancode_waitmsg")]
    [InlineData("pic_weixin", "pic_weixin")]
    [InlineData("location_select", "location_select")]
    [InlineData("follow", "subscribe")]
    [InlineData("unfollow", "unsubscribe")]
    [InlineData("wrong-signature", "text")]
    [InlineData("wrong-mode", "text")]
    public async Task Everything_the_phone_offers_reaches_the_account(string act, string kind)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        await simulator.ActAsync(
            new { account = "zhengwu", follower = "o1", act, text = "文字", key = "KEY", url = "https://example.org" },
            Cancellation);

        simulator.Server.Received.ShouldHaveSingleItem();
        simulator.Platform.Ledger.Entries.ShouldHaveSingleItem().Summary.ShouldBe(kind + " #1");
    }

    [Fact]
    public async Task The_last_message_is_repeated_on_request()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.ActAsync(new { account = "zhengwu", follower = "o1", act = "text", text = "你好" }, Cancellation);
        await simulator.ActAsync(new { account = "zhengwu", follower = "o1", act = "repeat" }, Cancellation);

        simulator.Server.Received.Select(request => request.Body).Distinct().ShouldHaveSingleItem();
        simulator.Server.Received.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"account":"zhengwu","follower":"o1","act":"dance"}""")]
    [InlineData("""{"account":"zhengwu","follower":"o1","act":"repeat"}""")]
    [InlineData("""{"account":"nobody","follower":"o1","act":"text"}""")]
    [InlineData("""{"account":"zhengwu","follower":"","act":"text"}""")]
    [InlineData("{}")]
    [InlineData("[")]
    public async Task What_cannot_be_done_is_refused_with_a_sentence(string body)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await simulator.Page.PostAsync("/simulator/act", content, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain("error");
        simulator.Server.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/simulator/act")]
    [InlineData("/simulator/faults")]
    [InlineData("/simulator/clock")]
    public async Task A_form_of_another_site_changes_nothing(string path)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var content = new StringContent("""{"account":"zhengwu","follower":"o1","act":"text","kind":"ErrorCode","manual":true}""");
        using var response = await simulator.Page.PostAsync(path, content, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        simulator.Server.Received.ShouldBeEmpty();
        simulator.Platform.Faults.Waiting.ShouldBeEmpty();
        simulator.Platform.Clock.IsManual.ShouldBeFalse();
    }

    [Fact]
    public async Task The_ledger_is_filtered_by_account_direction_and_number()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.ActAsync(new { account = "zhengwu", follower = "o1", act = "text", text = "一" }, Cancellation);
        await simulator.ActAsync(new { account = "renda", follower = "o1", act = "text", text = "二" }, Cancellation);

        (await CountAsync("")).ShouldBe(2);
        (await CountAsync("?account=renda")).ShouldBe(1);
        (await CountAsync("?account=renda&direction=Asked")).ShouldBe(0);
        (await CountAsync("?after=1")).ShouldBe(1);
        (await CountAsync("?kind=message&path=/callback/zheng")).ShouldBe(1);
        (await CountAsync("?limit=1")).ShouldBe(1);
        (await simulator.Page.GetStringAsync("/simulator/ledger", Cancellation)).ShouldContain("<![CDATA[一]]>");

        async Task<int> CountAsync(string query) => (await simulator.GetAsync("/simulator/ledger" + query, Cancellation)).AsArray().Count;
    }

    [Fact]
    public async Task Faults_are_arranged_listed_and_called_off()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var arranged = await simulator.Page.PostAsJsonAsync(
            "/simulator/faults",
            new { kind = "Latency", account = "zhengwu", path = "/cgi-bin/", times = 3, delaySeconds = 2.5 },
            Cancellation);
        var fault = simulator.Platform.Faults.Waiting.ShouldHaveSingleItem();

        (fault.Kind, fault.Account, fault.Path, fault.Times, fault.Delay).ShouldBe(
            (FaultKind.Latency, "zhengwu", "/cgi-bin/", (int?)3, TimeSpan.FromSeconds(2.5)));
        (await simulator.GetAsync("/simulator/faults", Cancellation))[0]!["kind"]!.GetValue<string>().ShouldBe("Latency");
        using var removed = await simulator.Page.DeleteAsync($"/simulator/faults/{fault.Id}", Cancellation);
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        simulator.Platform.Faults.Waiting.ShouldBeEmpty();
        using var again = await simulator.Page.DeleteAsync($"/simulator/faults/{fault.Id}", Cancellation);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var all = await simulator.Page.DeleteAsync("/simulator/faults", Cancellation);
        all.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_clock_is_stopped_moved_on_and_released()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var stopped = await SetClockAsync(new { manual = true });
        var moved = await SetClockAsync(new { advanceSeconds = 3600 });

        (moved.Now - stopped.Now).ShouldBe(TimeSpan.FromHours(1));
        moved.Manual.ShouldBeTrue();
        simulator.Platform.Clock.GetUtcNow().ShouldBe(moved.Now);
        (await SetClockAsync(new { manual = false })).Manual.ShouldBeFalse();

        using var refused = await simulator.Page.PostAsJsonAsync("/simulator/clock", new { advanceSeconds = -1 }, Cancellation);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        async Task<ClockView> SetClockAsync(object change)
        {
            using var response = await simulator.Page.PostAsJsonAsync("/simulator/clock", change, Cancellation);
            return (await response.Content.ReadFromJsonAsync<ClockView>(Cancellation))!;
        }
    }

    private sealed record ClockView(DateTimeOffset Now, bool Manual);
}
