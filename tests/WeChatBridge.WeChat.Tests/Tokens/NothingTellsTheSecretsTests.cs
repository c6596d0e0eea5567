using System.Net;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Tests.Api;
using WeChatBridge.WeChat.Tokens;

namespace WeChatBridge.WeChat.Tests.Tokens;

public sealed class NothingTellsTheSecretsTests
{
    private const string Token = "SEEDED-access-token-7f3a";
    private const string Secret = "SEEDED-app-secret-91bc";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neither_results_nor_logs_nor_the_frameworks_own_tracing_show_them()
    {
        using var heard = new TellTales();
        using var platform = new LoopbackPlatform(Token);
        var options = new WeChatApiOptions { AppId = OfficeAccount.AppId, BaseUrl = platform.Url };
        using var http = new HttpClient(new LoggingHandler(heard)
        {
            InnerHandler = new AccessTokenHandler { InnerHandler = PlatformSockets.Open() },
        });
        using var keeper = new AccessTokenKeeper(options, () => Secret, http, new InMemoryAccessTokenStore(), TimeProvider.System);
        var api = new WeChatApi(options, http, keeper, TimeProvider.System);

        var refused = await api.FreePublish.SubmitAsync("DRAFT", Cancellation);
        var lost = await api.Draft.DeleteAsync("DRAFT", Cancellation);

        platform.Lines.ShouldContain(line => line.Contains(Token));
        refused.ToString().ShouldContain("you sent POST");
        lost.ShouldBeOfType<ApiResult<Acknowledged>.OutcomeUnknown>();
        heard.Heard.ShouldContain(told => told.StartsWith("RequestStart"));
        heard.Heard.ShouldContain(told => told.StartsWith("logged"));
        heard.Hear([refused.ToString(), lost.ToString()]);
        heard.Heard.ShouldAllBe(told => !told.Contains(Token) && !told.Contains(Secret));
    }

    [Theory]
    [InlineData("""{"errcode":40125,"errmsg":"invalid appsecret SEEDED-app-secret-91bc"}""")]
    [InlineData("SEEDED-app-secret-91bc")]
    public async Task A_proxy_that_echoes_the_secret_does_not_spread_it(string echo)
    {
        using var account = new OfficeAccount { Secret = Secret };
        account.RefusesTokens(echo);

        var result = await account.Api.FreePublish.SubmitAsync("DRAFT", Cancellation);

        result.ToString().ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Exceptions_from_the_line_show_nothing()
    {
        using var account = new OfficeAccount();
        account.Platform.Answers(PlatformDouble.TokenPath, $$"""{"access_token":"{{Token}}","expires_in":7200}""");
        account.Platform.Does("/cgi-bin/draft/delete", (request, _) => throw new HttpRequestException($"broke at {request.Token}"));

        (await account.Api.Draft.DeleteAsync("DRAFT", Cancellation)).ToString().ShouldNotContain(Token);
    }

    [Fact]
    public void A_token_does_not_show_itself()
    {
        var token = new AccessToken(Token, DateTimeOffset.UnixEpoch);

        $"{token} {new ApiResult<AccessToken>.Done(token)}".ShouldNotContain(Token);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task After_the_call_the_request_no_longer_holds_the_token(HttpStatusCode status)
    {
        using var platform = new PlatformDouble();
        platform.Answers("/cgi-bin/draft/add", "{}", status);
        using var http = new HttpMessageInvoker(new AccessTokenHandler { InnerHandler = platform });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://example.org/cgi-bin/draft/add?a=1");
        AccessTokenHandler.Attach(request, new AccessToken(Token, DateTimeOffset.MaxValue));

        using var response = await http.SendAsync(request, Cancellation);

        platform.Seen[0].ShouldSatisfyAllConditions(seen => seen.Token.ShouldBe(Token), seen => seen.Query.ShouldBe("a=1"));
        $"{request} {response.RequestMessage?.RequestUri} {string.Join(' ', request.Options)}".ShouldNotContain(Token);
    }

    /// <summary>What a program's own logging of requests would write.</summary>
    private sealed class LoggingHandler(TellTales heard) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            heard.Hear(["logged", request.ToString(), .. request.Options.Select(option => $"{option.Key}={option.Value}")]);
            var response = await base.SendAsync(request, cancellationToken);
            heard.Hear(["logged", response.ToString(), response.RequestMessage?.RequestUri?.ToString()]);
            return response;
        }
    }
}
