using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeChatBridge.Simulator;
using WeChatBridge.Simulator.Api;
using WeChatBridge.Simulator.Followers;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Upload;
using WeChatBridge.WeChat.Tests.Api;
using WeChatBridge.WeChat.Tokens;

namespace WeChatBridge.WeChat.Tests.AgainstSimulator;

/// <summary>One account's client wired in memory to the simulated platform; both clocks stand and move together.</summary>
internal sealed class SimulatedOffice : IAsyncDisposable
{
    /// <summary>A Monday morning in Beijing, later than any machine's clock: the platform's time never runs backwards.</summary>
    private static readonly DateTimeOffset Morning = new(2035, 1, 8, 2, 0, 0, TimeSpan.Zero);

    private static readonly byte[] JpegHead = [0xFF, 0xD8, 0xFF, 0xE0];

    private readonly WebApplication _host;
    private readonly HttpClient _http;
    private readonly ManualClock _clock = new(Morning);
    private readonly AccessTokenKeeper _keeper;

    private SimulatedOffice(WebApplication host, SimulatedAccount account, Func<string> secret)
    {
        _host = host;
        Platform = host.Services.GetRequiredService<SimulatedPlatform>();
        Platform.Clock.StandStill(Morning);
        var options = new WeChatApiOptions { AppId = account.AppId, BaseUrl = new Uri("http://localhost/") };
        _http = new HttpClient(new AccessTokenHandler { InnerHandler = host.GetTestServer().CreateHandler() });
        _keeper = new AccessTokenKeeper(options, secret, _http, new InMemoryAccessTokenStore(), _clock);
        Api = new WeChatApi(options, _http, _keeper, _clock);
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public WeChatApi Api { get; }

    public SimulatedPlatform Platform { get; }

    /// <summary>The platform's own view of the account.</summary>
    public AccountApi Account => Platform.Account("zhengwu").Api;

    public Follower Follower => Platform.Account("zhengwu").Follower("oFollower-1");

    public Follower OtherFollower => Platform.Account("zhengwu").Follower("oFollower-2");

    public static DateOnly Yesterday { get; } = DateOnly.FromDateTime(Morning.AddDays(-1).DateTime);

    public static async Task<SimulatedOffice> StartAsync(
        AccountKind kind = AccountKind.Service, bool verified = true, Func<SimulatedAccount, string>? secret = null)
    {
        var account = new SimulatedAccount
        {
            Key = "zhengwu",
            Name = "红花尔基镇政务",
            OriginalId = "gh_000000000000",
            AppId = "wx00000000000000aa",
            AppSecret = "sample-secret-of-zhengwu",
            CallbackToken = "sample-token",
            EncodingAesKey = new string('A', 43),
            Kind = kind,
            Verified = verified,
            CallbackUrl = new Uri("http://localhost/callback/zhengwu"),
        };
        var options = new SimulatorOptions { Accounts = [account], CallbackHandler = () => new SilentCallback() };
        var host = SimulatorHost.Build(["--hostBuilder:reloadConfigOnChange=false"], options, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
        await host.StartAsync(Cancellation);
        return new SimulatedOffice(host, account, () => secret?.Invoke(account) ?? account.AppSecret);
    }

    /// <summary>A second instance of the service: a client, and a memory, of its own.</summary>
    public WeChatApi AnotherInstance()
    {
        var settings = Account.Account.Settings;
        var options = new WeChatApiOptions { AppId = settings.AppId, BaseUrl = new Uri("http://localhost/") };
        var keeper = new AccessTokenKeeper(options, () => settings.AppSecret, _http, new InMemoryAccessTokenStore(), _clock);
        return new WeChatApi(options, _http, keeper, _clock);
    }

    /// <summary>Time passes for both.</summary>
    public void Passes(TimeSpan time)
    {
        Platform.Clock.Advance(time);
        _clock.Passes(time);
    }

    /// <summary>Runs a call to its end, letting each pause between attempts pass.</summary>
    public async Task<ApiResult<T>> PatientlyAsync<T>(Task<ApiResult<T>> call)
    {
        while (await Task.WhenAny(call, _clock.SomethingWaitsAsync(OfficeAccount.OnePause)) != call)
        {
            Passes(OfficeAccount.OnePause);
        }

        return await call;
    }

    /// <summary>A picture of this many bytes, as the platform tells pictures.</summary>
    public static UploadFile Picture(int bytes = 500, string name = "封面 2034.jpg")
        => new(new MemoryStream([.. JpegHead, .. new byte[bytes - JpegHead.Length]]), name, "image/jpeg");

    public async ValueTask DisposeAsync()
    {
        _keeper.Dispose();
        _http.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>Our callback address, which has nothing to say to events.</summary>
    private sealed class SilentCallback : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("success") });
    }
}
