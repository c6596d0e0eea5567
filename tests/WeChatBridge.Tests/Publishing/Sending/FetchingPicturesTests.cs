using System.Net;
using WeChatBridge.Outgoing;
using WeChatBridge.Simulator;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>Pictures of other sites are fetched within bounds, and never from inside the office.</summary>
public sealed class FetchingPicturesTests : IDisposable
{
    private const string Address = "https://news.example.org/a.png";

    private readonly PictureSites _sites = new();
    private readonly PlatformClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_megabytes_are_fetched_and_not_a_byte_more()
    {
        using var fetch = new PictureFetch(_sites, _clock);
        _sites.Show(Address, new byte[10 * 1024 * 1024]);
        (await fetch.FetchAsync(Address, Cancellation)).Value.Length.ShouldBe(10 * 1024 * 1024);

        _sites.Show(Address, new byte[(10 * 1024 * 1024) + 1]);
        (await fetch.FetchAsync(Address, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("10240 KB");
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://news.example.org/a.png")]
    [InlineData("https://name:word@news.example.org/a.png")]
    public async Task A_redirection_away_from_the_web_is_not_followed(string location)
    {
        using var fetch = new PictureFetch(_sites, _clock);
        _sites.Answer(Address, HttpStatusCode.Found, location);

        (await fetch.FetchAsync(Address, Cancellation)).Refusal.ShouldNotBeNull();
        _sites.Asked.ShouldBe([Address]);
    }

    [Fact]
    public async Task A_circle_of_redirections_ends()
    {
        using var fetch = new PictureFetch(_sites, _clock);
        _sites.Answer(Address, HttpStatusCode.Found, Address);

        (await fetch.FetchAsync(Address, Cancellation)).Refusal.ShouldNotBeNull();
        _sites.Asked.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_site_that_keeps_silent_is_left_after_twenty_seconds()
    {
        _clock.StandStill();
        using var silent = new SilentSite();
        using var fetch = new PictureFetch(silent, _clock);
        var fetched = fetch.FetchAsync(Address, Cancellation);
        await silent.Asked.Task.WaitAsync(Cancellation);

        _clock.Advance(TimeSpan.FromSeconds(20));

        (await fetched).Refusal.ShouldNotBeNull().ShouldContain("20 秒");
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/a.png")]
    [InlineData("http://[::1]:9/a.png")]
    [InlineData("http://localhost:9/a.png")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    public async Task Nothing_is_fetched_from_inside_the_office(string address)
    {
        using var fetch = new PictureFetch(PublicSockets.Open(), TimeProvider.System);

        (await fetch.FetchAsync(address, Cancellation)).Refusal.ShouldNotBeNull();
    }

    public void Dispose() => _sites.Dispose();

    private sealed class SilentSite : HttpMessageHandler
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("It never answers.");
        }
    }
}
