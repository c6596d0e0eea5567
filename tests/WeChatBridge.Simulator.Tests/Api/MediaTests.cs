using System.Net.Http.Headers;

namespace WeChatBridge.Simulator.Tests.Api;

public class MediaTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1];
    private static readonly byte[] Mp4 = [0, 0, 0, 24, (byte)'f', (byte)'t', (byte)'y', (byte)'p', 1];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_temporary_file_comes_back_as_it_was_sent_for_three_days()
    {
        await using var world = await ApiWorld.StartAsync();
        var uploaded = await world.UploadsAsync("/cgi-bin/media/upload?type=image", Png);
        using var file = await DownloadAsync(world, uploaded.Text("media_id"));
        (await file.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(Png);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");

        world.Platform.Clock.Advance(TimeSpan.FromDays(3));
        world.ForgetsItsToken();
        using var expired = await DownloadAsync(world, uploaded.Text("media_id"));
        (await ApiWorld.ReadAsync(expired)).Code().ShouldBe(40007);
    }

    public static TheoryData<string, string, int, int> Uploads => new()
    {
        { "/cgi-bin/media/uploadimg", "jpeg", 7, 0 },
        { "/cgi-bin/media/uploadimg", "gif", 7, 40005 },
        { "/cgi-bin/media/uploadimg", "text", 7, 40005 },
        { "/cgi-bin/media/uploadimg", "jpeg", Megabyte - 1, 0 },
        { "/cgi-bin/media/uploadimg", "jpeg", Megabyte, 40009 },
        { "/cgi-bin/media/upload?type=poem", "jpeg", 7, 40004 },
        { "/cgi-bin/media/upload?type=image", "mp4", 9, 40005 },
        { "/cgi-bin/media/upload?type=voice", "amr", 2 * Megabyte, 0 },
        { "/cgi-bin/media/upload?type=voice", "amr", (2 * Megabyte) + 1, 40010 },
        { "/cgi-bin/media/upload?type=video", "mp4", 9, 0 },
        { "/cgi-bin/media/upload?type=video", "mp4", (10 * Megabyte) + 1, 40011 },
        { "/cgi-bin/media/upload?type=thumb", "jpeg", (64 * 1024) + 1, 40012 },
        { "/cgi-bin/material/add_material?type=image", "bmp", 7, 0 },
        { "/cgi-bin/material/add_material?type=video", "mp4", 9, 40035 },
    };

    [Theory]
    [MemberData(nameof(Uploads))]
    public async Task Each_kind_of_upload_has_its_formats_and_its_size(string path, string kind, int length, int code)
    {
        await using var world = await ApiWorld.StartAsync();

        (await world.UploadsAsync(path, Content(kind, length))).Code().ShouldBe(code);
    }

    [Fact]
    public async Task A_form_as_dotnet_writes_it_by_default_counts_as_one_without_a_file()
    {
        await using var world = await ApiWorld.StartAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(ApiWorld.Jpeg), "media", "a.jpg" } };
        var path = $"/cgi-bin/media/uploadimg?access_token={await world.TokenAsync()}";

        (await ApiWorld.ReadAsync(await world.Client.PostAsync(path, form, Cancellation))).Code().ShouldBe(41005);
        using var plain = new StringContent("{}", MediaTypeHeaderValue.Parse("application/json"));
        (await ApiWorld.ReadAsync(await world.Client.PostAsync(path, plain, Cancellation))).Code().ShouldBe(41005);
    }

    [Fact]
    public async Task A_form_that_breaks_off_counts_as_one_without_a_file()
    {
        await using var world = await ApiWorld.StartAsync();
        using var broken = new StringContent("--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.jpg\"\r\n\r\nabc");
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        var path = $"/cgi-bin/media/uploadimg?access_token={await world.TokenAsync()}";

        (await ApiWorld.ReadAsync(await world.Client.PostAsync(path, broken, Cancellation))).Code().ShouldBe(41005);
    }

    [Fact]
    public async Task A_body_picture_has_an_address_only_and_stays_out_of_the_library()
    {
        await using var world = await ApiWorld.StartAsync();
        var uploaded = await world.UploadsAsync("/cgi-bin/media/uploadimg", ApiWorld.Jpeg);

        uploaded.ContainsKey("media_id").ShouldBeFalse();
        uploaded.Text("url").ShouldStartWith("http://mmbiz.qpic.cn/");
        world.State.Media.All.ShouldBeEmpty();
        var https = uploaded.Text("url").Replace("http://", "https://", StringComparison.Ordinal);
        world.State.Media.FindByUrl(https)!.File.Bytes.ToArray().ShouldBe(ApiWorld.Jpeg);
    }

    [Fact]
    public async Task Permanent_files_are_counted_listed_read_and_deleted()
    {
        await using var world = await ApiWorld.StartAsync();
        var picture = await world.UploadsCoverAsync();
        var video = (await world.UploadsAsync(
            "/cgi-bin/material/add_material?type=video", Mp4, """{"title":"防火宣传","introduction":"短片"}""")).Text("media_id");
        var count = await world.GetsAsync("/cgi-bin/material/get_materialcount");
        count.Text("image_count").ShouldBe("1");
        count.Text("video_count").ShouldBe("1");

        var list = await world.PostsAsync("/cgi-bin/material/batchget_material", """{"type":"image","offset":0,"count":20}""");
        list.At("item", 0, "media_id").ToString().ShouldBe(picture);
        var tooMany = await world.PostsAsync("/cgi-bin/material/batchget_material", """{"type":"image","offset":0,"count":21}""");
        tooMany.Code().ShouldBe(40035);
        var read = await world.PostsAsync("/cgi-bin/material/get_material", $$"""{"media_id":"{{video}}"}""");
        read.Text("title").ShouldBe("防火宣传");
        using var file = await world.PostsRawAsync("/cgi-bin/material/get_material", $$"""{"media_id":"{{picture}}"}""");
        (await file.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(ApiWorld.Jpeg);

        (await world.PostsAsync("/cgi-bin/material/del_material", $$"""{"media_id":"{{picture}}"}""")).Code().ShouldBe(0);
        (await world.PostsAsync("/cgi-bin/material/del_material", $$"""{"media_id":"{{picture}}"}""")).Code().ShouldBe(40007);
    }

    private static byte[] Content(string kind, int length)
    {
        var content = new byte[length];
        ReadOnlySpan<byte> start = kind switch
        {
            "jpeg" => ApiWorld.Jpeg,
            "mp4" => Mp4,
            "gif" => "GIF89a"u8,
            "amr" => "#!AMR\n"u8,
            "bmp" => "BM"u8,
            _ => "text"u8,
        };
        start.CopyTo(content);
        return content;
    }

    private static async Task<HttpResponseMessage> DownloadAsync(ApiWorld world, string mediaId) =>
        await world.Client.GetAsync($"/cgi-bin/media/get?media_id={mediaId}&access_token={await world.TokenAsync()}", Cancellation);
}
