using System.Net;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Simulator.Api.Calls;
using StoredFile = WeChatBridge.Storage.StoredFile;

namespace WeChatBridge.Tests.Publishing.Sending;

/// <summary>The pictures of a message reach the platform, each once, or the one that does not is named.</summary>
public sealed class PicturesTests : SendingTests
{
    private const string UploadImage = "/cgi-bin/media/uploadimg";
    private const string AddMaterial = "/cgi-bin/material/add_material";
    private const string Elsewhere = "https://news.example.org/a.png";

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task A_picture_and_a_cover_used_twice_are_uploaded_once()
    {
        var (picture, cover) = (await Newsroom.KeepsPictureAsync(), await Newsroom.KeepsPictureAsync());
        var body = $"<p>一</p><img src=\"/files/{picture.Hash}\"><img src=\"/zhengwu/files/{picture.Hash}\">";
        var first = await Newsroom.PlansAsync(
            SendingAct.Publish, Now, await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("一", body, cover)));
        var second = await Newsroom.PlansAsync(
            SendingAct.Publish, Now, await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("二", body, cover)));

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        await IsAsync(first, PublicationState.Published);
        await IsAsync(second, PublicationState.Published);
        (Calls(UploadImage), Calls(AddMaterial)).ShouldBe((1, 1));
        Platform.Publications.All.SelectMany(sent => sent.Articles)
            .ShouldAllBe(article => article.Content.Contains("src=\"https://mmbiz.qpic.cn/") && !article.Content.Contains("/files/"));
    }

    [Fact]
    public async Task A_picture_of_another_site_is_fetched_and_what_was_sent_is_kept()
    {
        Bridge.Sites.Answer(Elsewhere, HttpStatusCode.Found, "/b.png");
        Bridge.Sites.Show("https://news.example.org/b.png", Png);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "一", $"<p>一</p><img src=\"{Elsewhere}\">");

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        await IsAsync(id, PublicationState.Published);
        Platform.Media.BodyImages.ShouldHaveSingleItem().File.Bytes.ShouldBe(Png);
        (await Newsroom.SeesAllAsync<StoredFile>()).ShouldContain(file => file.Hash == StoredFile.HashOf(Png));
    }

    [Theory]
    [InlineData("<html>请登录</html>", "不是图片")]
    [InlineData("RIFF....WEBPVP8 ", "WEBP 格式")]
    public async Task A_picture_that_is_none_is_named_and_nothing_goes_out(string content, string words)
    {
        Bridge.Sites.Show(Elsewhere, System.Text.Encoding.ASCII.GetBytes(content));
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知", $"<p>一</p><img src=\"{Elsewhere}\">");

        await Bridge.DueIsWorkedOffAsync();

        var stopped = await IsStoppedAsync(id, StopReason.PictureFailed);
        stopped.StopWords.ShouldContain("《停水通知》正文第 1 张图片");
        stopped.StopWords.ShouldContain(words);
        Calls(AddDraft).ShouldBe(0);
    }

    [Fact]
    public async Task A_site_that_does_not_give_its_picture_is_named()
    {
        Bridge.Sites.Answer(Elsewhere, HttpStatusCode.NotFound);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知", $"<p>一</p><img src=\"{Elsewhere}\">");

        await Bridge.DueIsWorkedOffAsync();

        (await IsStoppedAsync(id, StopReason.PictureFailed)).StopWords.ShouldContain("404");
    }

    [Fact]
    public async Task A_picture_too_large_for_the_platform_is_named_before_it_is_sent()
    {
        var large = await Newsroom.KeepsPictureAsync(1024 * 1024);
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知", $"<p>一</p><img src=\"/files/{large.Hash}\">");

        await Bridge.DueIsWorkedOffAsync();

        (await IsStoppedAsync(id, StopReason.PictureFailed)).StopWords.ShouldContain("1024 KB");
        Calls(UploadImage).ShouldBe(0);
    }

    [Fact]
    public async Task A_gif_in_a_body_is_sent_as_png()
    {
        var gif = await Newsroom.KeepsFileAsync(SamplePictures.Gif(60, 40, SamplePictures.IndexAt), "image/gif");
        var id = await Newsroom.HasDueAsync(SendingAct.Publish, "停水通知", $"<p>一</p><img src=\"/files/{gif.Hash}\">");

        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);

        await IsAsync(id, PublicationState.Published);
        Platform.Media.BodyImages.ShouldHaveSingleItem().File.Kind.ShouldBe(FileKind.Png);
        (await Newsroom.SeesAllAsync<UploadedPicture>()).Single(picture => picture.Use == PictureUse.Body).Hash.ShouldBe(gif.Hash);
    }

    [Fact]
    public async Task A_file_changed_in_the_store_behind_its_hash_is_not_sent()
    {
        var article = await Newsroom.ReleasesAsync(await Newsroom.WritesAsync("停水通知"));
        var id = await Newsroom.PlansAsync(SendingAct.Publish, Now, article);
        await Bridge.StoreIsChangedAsync(
            $"UPDATE StoredFiles SET Content = CAST(replace(CAST(Content AS TEXT), '供水', '停水') AS BLOB) WHERE Hash = '{article.ContentHash}'");

        await Bridge.DueIsWorkedOffAsync();

        (await IsStoppedAsync(id, StopReason.ContentRejected)).StopWords.ShouldContain("读不出来");
        Calls(AddDraft).ShouldBe(0);
    }
}
