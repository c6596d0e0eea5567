using System.Net;
using WeChatBridge.Articles.Checks;
using WeChatBridge.Outgoing;

namespace WeChatBridge.Tests.Articles.Checks;

public sealed class LinkProbeTests
{
    public static TheoryData<int, bool> Answers => new()
    {
        { 200, true }, { 204, true }, { 403, true }, { 404, false }, { 410, false }, { 500, false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_link_is_dead_when_its_site_says_so(int status, bool alive)
    {
        using var web = new Web { ["https://www.gov.cn/a"] = () => new HttpResponseMessage((HttpStatusCode)status) };

        (await FindingsAsync(web)).Count.ShouldBe(alive ? 0 : 1);
    }

    [Fact]
    public async Task A_redirection_is_followed()
    {
        using var web = new Web
        {
            ["https://www.gov.cn/a"] = () => Moved("/b"),
            ["https://www.gov.cn/b"] = () => new HttpResponseMessage(HttpStatusCode.OK),
        };

        (await FindingsAsync(web)).ShouldBeEmpty();
        web.Asked.ShouldBe(["https://www.gov.cn/a", "https://www.gov.cn/b"]);
    }

    [Theory]
    [InlineData("https://www.gov.cn/a")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirection_that_leads_nowhere_is_dead(string target)
    {
        using var web = new Web { ["https://www.gov.cn/a"] = () => Moved(target) };

        (await FindingsAsync(web)).ShouldHaveSingleItem();
        web.Asked.Count.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task A_site_that_cannot_be_reached_is_told_with_its_place()
    {
        using var web = new Web { ["https://www.gov.cn/a"] = () => throw new HttpRequestException("refused") };

        var finding = (await FindingsAsync(web)).ShouldHaveSingleItem();

        finding.Rule.ShouldBe(CheckRule.DeadLink);
        finding.Place.Excerpt.ShouldContain("政策");
        finding.Advice.ShouldContain("https://www.gov.cn/a");
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    public void An_address_is_public_or_not(string address, bool isPublic) =>
        PublicSockets.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://[::1]:9/")]
    public async Task The_products_own_connections_reach_no_private_address(string address)
    {
        using var http = new HttpClient(PublicSockets.Open());

        var refusal = await Should.ThrowAsync<HttpRequestException>(http.GetAsync(address, TestContext.Current.CancellationToken));

        refusal.Message.ShouldContain("public");
    }

    private static async Task<IReadOnlyList<CheckFinding>> FindingsAsync(Web web)
    {
        using var probe = new LinkProbe(web, TimeProvider.System);
        var article = SampleArticle.Saying("<p>见<a href=\"https://www.gov.cn/a\">政策</a></p>") with { SourceLink = "" };
        return await probe.CheckAsync(article, TestContext.Current.CancellationToken);
    }

    private static HttpResponseMessage Moved(string target) =>
        new(HttpStatusCode.Found) { Headers = { Location = new Uri(target, UriKind.RelativeOrAbsolute) } };

    /// <summary>The web as far as a test needs it; an address not put here is a mistake of the test.</summary>
    private sealed class Web : HttpMessageHandler
    {
        private readonly Dictionary<string, Func<HttpResponseMessage>> _pages = [];

        public List<string> Asked { get; } = [];

        public Func<HttpResponseMessage> this[string address]
        {
            set => _pages[address] = value;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(_pages[request.RequestUri.AbsoluteUri]());
        }
    }
}
