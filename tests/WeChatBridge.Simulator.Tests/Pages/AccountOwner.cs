using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Tests.Pages;

/// <summary>The account's own server as far as the page shows what it does: it fills the account through the platform's API.</summary>
internal sealed class AccountOwner(HttpClient api, Uri platform, SimulatedAccount account)
{
    // One white pixel.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    private string _token = "";

    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            "/cgi-bin/stable_token",
            new { grant_type = "client_credential", appid = account.AppId, secret = account.AppSecret },
            cancellationToken);
        _token = answer["access_token"]!.GetValue<string>();
    }

    public Task CreateMenuAsync(object[] buttons, CancellationToken cancellationToken) =>
        CallAsync("/cgi-bin/menu/create", new { button = buttons }, cancellationToken);

    /// <summary>Pushes an article to everybody (群发), with a picture in its body.</summary>
    public async Task MassSendAsync(string title, string body, CancellationToken cancellationToken)
    {
        var cover = await UploadAsync("/cgi-bin/material/add_material?type=image&", cancellationToken);
        var picture = await UploadAsync("/cgi-bin/media/uploadimg?", cancellationToken);
        var draft = await CallAsync("/cgi-bin/draft/add", new
        {
            articles = new[]
            {
                new
                {
                    title,
                    author = "办公室",
                    content = $"{body}<p><img src=\"{picture["url"]}\"></p>",
                    thumb_media_id = cover["media_id"]!.GetValue<string>(),
                },
            },
        }, cancellationToken);
        await CallAsync("/cgi-bin/message/mass/sendall", new
        {
            filter = new { is_to_all = true },
            mpnews = new { media_id = draft["media_id"]!.GetValue<string>() },
            msgtype = "mpnews",
            send_ignore_reprint = 0,
        }, cancellationToken);
    }

    private async Task<JsonNode> UploadAsync(string path, CancellationToken cancellationToken)
    {
        using var file = new ByteArrayContent(Png);
        // The platform wants the names quoted and the boundary not, which is the reverse of what .NET writes by itself.
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"media\"", FileName = "\"cover.png\"" };
        using var form = new MultipartFormDataContent("picture") { file };
        form.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=picture");
        using var response = await api.PostAsync(new Uri(platform, $"{path}access_token={_token}"), form, cancellationToken);
        return await ReadAsync(path, response, cancellationToken);
    }

    private async Task<JsonNode> CallAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var response = await api.PostAsJsonAsync(
            new Uri(platform, $"{path}?access_token={_token}"), body, SimpleJson.Options, cancellationToken);
        return await ReadAsync(path, response, cancellationToken);
    }

    private static async Task<JsonNode> ReadAsync(string path, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
        (answer["errcode"]?.GetValue<int>() ?? 0).ShouldBe(0, $"{path}: {answer}");
        return answer;
    }
}
