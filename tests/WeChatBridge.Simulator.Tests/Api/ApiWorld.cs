using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using WeChatBridge.Simulator.Api;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Tests.Api;

/// <summary>An account that talks to the simulator over plain HTTP; the clock stands at noon in Beijing until a test moves it.</summary>
internal sealed class ApiWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2031, 5, 14, 4, 0, 0, TimeSpan.Zero);

    /// <summary>The smallest content each format is told by.</summary>
    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private string? _token;

    private ApiWorld(AccountServer server, WebApplication app)
    {
        Server = server;
        _app = app;
        _client = app.GetTestClient();
        Platform = (SimulatedPlatform)app.Services.GetService(typeof(SimulatedPlatform))!;
        Platform.Clock.StandStill(Noon);
    }

    public AccountServer Server { get; }

    public SimulatedPlatform Platform { get; }

    public HttpClient Client => _client;

    public PlatformAccount Account => Platform.Account("zhengwu");

    public AccountApi State => Account.Api;

    public Follower Follower => Account.Follower("oFollower-1");

    public IEnumerable<XElement> Events => Server.Received.Select(callback => callback.Xml);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ApiWorld> StartAsync(AccountKind kind = AccountKind.Subscription, bool verified = true)
    {
        var server = await AccountServer.StartAsync();
        var account = World.Account("zhengwu", EncryptionMode.Plain) with { Kind = kind, Verified = verified };
        var options = new SimulatorOptions
        {
            Accounts = [account, World.Account("renda", EncryptionMode.Plain)],
            CallbackHandler = server.Handler,
        };
        var app = SimulatorHost.Build([], options, builder => builder.WebHost.UseTestServer());
        await app.StartAsync(Cancellation);
        return new ApiWorld(server, app);
    }

    /// <summary>Posts JSON with the account's token and reads the answer.</summary>
    public async Task<JsonObject> PostsAsync(string path, string json) => await ReadAsync(await PostsRawAsync(path, json));

    public async Task<HttpResponseMessage> PostsRawAsync(string path, string json) =>
        await _client.PostAsync(await WithTokenAsync(path), new StringContent(json, Encoding.UTF8), Cancellation);

    public async Task<JsonObject> GetsAsync(string path) =>
        await ReadAsync(await _client.GetAsync(await WithTokenAsync(path), Cancellation));

    public async Task<JsonObject> UploadsAsync(string path, byte[] content, string? description = null) =>
        await ReadAsync(await _client.PostAsync(await WithTokenAsync(path), Form(content, description), Cancellation));

    /// <summary>Lets the platform's time pass, and waits until the events that fell due were answered.</summary>
    public async Task PassesAsync(TimeSpan time)
    {
        Platform.Clock.Advance(time);
        await State.Jobs.EventsDeliveredAsync(Cancellation);
    }

    public async Task<string> TokenAsync()
    {
        var (appId, secret) = (Account.Settings.AppId, Account.Settings.AppSecret);
        var body = $$"""{"grant_type":"client_credential","appid":"{{appId}}","secret":"{{secret}}"}""";
        return _token ??= (await ReadAsync(await _client.PostAsync("/cgi-bin/stable_token", new StringContent(body), Cancellation)))
            .Text("access_token");
    }

    public void ForgetsItsToken() => _token = null;

    /// <summary>A permanent picture, as covers need one.</summary>
    public async Task<string> UploadsCoverAsync() =>
        (await UploadsAsync("/cgi-bin/material/add_material?type=image", Jpeg)).Text("media_id");

    /// <summary>Puts a draft with these titles into the box.</summary>
    public async Task<string> DraftsAsync(params string[] titles)
    {
        var cover = await UploadsCoverAsync();
        var draft = new JsonObject { ["articles"] = new JsonArray([.. titles.Select(title => Article(title, cover))]) };
        return (await PostsAsync("/cgi-bin/draft/add", draft.ToRaw())).Text("media_id");
    }

    public static JsonObject Article(string title, string cover) => new()
    {
        ["title"] = title,
        ["content"] = "<p>本镇机构编制情况说明。</p>",
        ["thumb_media_id"] = cover,
    };

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        return JsonNode.Parse(bytes)!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>A form as the platform's multipart reader takes it: the boundary bare, the names quoted.</summary>
    private static MultipartFormDataContent Form(byte[] content, string? description)
    {
        const string boundary = "sampleboundary7d1";
        var form = new MultipartFormDataContent(boundary);
        form.Headers.Remove("Content-Type");
        form.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
        form.Add(Part(new ByteArrayContent(content), "form-data; name=\"media\"; filename=\"picture.jpg\""));
        if (description is not null)
        {
            form.Add(Part(new StringContent(description), "form-data; name=\"description\""));
        }

        return form;
    }

    private static HttpContent Part(HttpContent content, string disposition)
    {
        content.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse(disposition);
        return content;
    }

    private async Task<string> WithTokenAsync(string path) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}access_token={await TokenAsync()}";
}
