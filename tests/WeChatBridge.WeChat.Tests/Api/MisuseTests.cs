using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Comment;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.Mass;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Tokens;

namespace WeChatBridge.WeChat.Tests.Api;

public sealed class MisuseTests : IDisposable
{
    private readonly OfficeAccount _account = new();

    public static TheoryData<string> Mistakes => [.. All.Keys];

    private static IReadOnlyDictionary<string, Func<WeChatApi, Task>> All { get; } = new Dictionary<string, Func<WeChatApi, Task>>
    {
        ["a draft without articles"] = api => api.Draft.AddAsync([], Cancellation),
        ["a page of none"] = api => api.Draft.BatchGetAsync(0, 0, withContent: false, Cancellation),
        ["a page of 21"] = api => api.FreePublish.BatchGetAsync(0, 21, withContent: false, Cancellation),
        ["a page before the first"] = api => api.Draft.BatchGetAsync(-1, 1, withContent: false, Cancellation),
        ["50 comments at once"] = api => api.Comment.ListAsync(new CommentedArticle("1", 0), CommentKind.All, 0, 50, Cancellation),
        ["a mass send to one"] = api => api.Mass.SendAsync(MassContent.Text("x"), ["O1"], "id", sendIgnoreReprint: false, Cancellation),
        ["a name of 36 bytes"] = api => api.Mass.SendAllAsync(
            MassContent.Text("x"), null, Guid.Empty.ToString(), sendIgnoreReprint: false, Cancellation),
        ["a name of 11 Chinese characters"] = api => api.Mass.SendAllAsync(
            MassContent.Text("x"), null, "红花尔基镇政务公开年报", sendIgnoreReprint: false, Cancellation),
        ["no name"] = api => api.Mass.SendAllAsync(MassContent.Text("x"), null, "", sendIgnoreReprint: false, Cancellation),
        ["no pictures"] = api => api.Mass.PreviewAsync(MassContent.Images([], null), "O1", Cancellation),
        ["a video without a title"] = api => api.Material.AddAsync(
            MediaKind.Video, new(new MemoryStream(), "a.mp4", "video/mp4"), Cancellation),
        ["eight days of followers"] = api => api.DataCube.GetUserSummaryAsync(new(2026, 11, 1), new(2026, 11, 8), Cancellation),
        ["an end before the beginning"] = api => api.DataCube.GetBizSummaryAsync(new(2026, 11, 2), new(2026, 11, 1), Cancellation),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_of_the_caller_is_an_exception_and_nothing_is_sent(string mistake)
    {
        await Should.ThrowAsync<ArgumentException>(() => All[mistake](_account.Api));

        _account.Platform.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_that_does_not_write_the_token_into_the_query_is_found_out()
    {
        using var platform = new PlatformDouble();
        platform.Answers("/cgi-bin/draft/count", """{"errcode":41001,"errmsg":"access_token missing"}""");
        using var http = new HttpClient(platform);
        using var keeper = new AccessTokenKeeper(_account.Options, () => "s", http, new InMemoryAccessTokenStore(), TimeProvider.System);
        var api = new WeChatApi(_account.Options, http, keeper, TimeProvider.System);

        var mistake = await Should.ThrowAsync<InvalidOperationException>(() => api.Draft.CountAsync(Cancellation));

        mistake.Message.ShouldContain(nameof(AccessTokenHandler));
    }

    [Theory]
    [InlineData("https://proxy.example.org", "/cgi-bin/draft/count")]
    [InlineData("https://proxy.example.org/wechat", "/wechat/cgi-bin/draft/count")]
    [InlineData("https://proxy.example.org/wechat/", "/wechat/cgi-bin/draft/count")]
    public async Task A_base_address_keeps_its_prefix(string baseUrl, string path)
    {
        using var account = new OfficeAccount(options: new WeChatApiOptions { AppId = OfficeAccount.AppId, BaseUrl = new Uri(baseUrl) });
        account.Platform.Answers(path[..^"draft/count".Length] + "stable_token", """{"access_token":"T","expires_in":7200}""");
        account.Platform.Answers(path, """{"total_count":1}""");

        (await account.Api.Draft.CountAsync(Cancellation)).ShouldBeOfType<ApiResult<DraftCount>.Done>();
    }
}
