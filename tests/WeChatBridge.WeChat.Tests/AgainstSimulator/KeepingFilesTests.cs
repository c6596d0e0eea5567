using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.WeChat.Api.Material;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Api.Upload;
using WeChatBridge.WeChat.Errors;
using WeChatBridge.WeChat.Tests.Api;
using static WeChatBridge.WeChat.Tests.AgainstSimulator.Endings;

namespace WeChatBridge.WeChat.Tests.AgainstSimulator;

public sealed class KeepingFilesTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 1, 2, 3];
    private static readonly byte[] Mp4 = [0, 0, 0, 0x18, .. "ftypmp42"u8, 1, 2, 3];

    private static CancellationToken Cancellation => SimulatedOffice.Cancellation;

    [Fact]
    public async Task A_temporary_picture_comes_back_byte_for_byte_with_its_chinese_name()
    {
        await using var office = await SimulatedOffice.StartAsync();

        var uploaded = await DoneAsync(office.Api.Media.UploadAsync(MediaKind.Image, File(Jpeg, "年报 封面\"一\".jpg"), Cancellation));
        var media = await DoneAsync(office.Api.Media.GetAsync(uploaded.MediaId, Cancellation));

        uploaded.CreatedAt.ShouldBe(office.Platform.Clock.GetUtcNow());
        media.File!.Content.ToArray().ShouldBe(Jpeg);
        media.File.ContentType.ShouldBe("image/jpeg");
        office.Account.Media.All.ShouldHaveSingleItem().File.Name.ShouldStartWith("年报 封面");
    }

    [Fact]
    public async Task A_temporary_file_is_gone_after_three_days()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var uploaded = await DoneAsync(office.Api.Media.UploadAsync(MediaKind.Thumb, File(Jpeg, "a.jpg"), Cancellation));

        office.Passes(TimeSpan.FromDays(3));

        (await RefusedAsync(office.Api.Media.GetAsync(uploaded.MediaId, Cancellation))).Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task A_video_comes_back_as_a_link()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var temporary = await DoneAsync(office.Api.Media.UploadAsync(MediaKind.Video, File(Mp4, "会议.mp4"), Cancellation));
        var permanent = await DoneAsync(office.Api.Material.AddVideoAsync(File(Mp4, "会议.mp4"), "会议😀", "简介", Cancellation));

        (await DoneAsync(office.Api.Media.GetAsync(temporary.MediaId, Cancellation))).VideoUrl.ShouldNotBeNullOrEmpty();
        var video = (await DoneAsync(office.Api.Material.GetAsync(permanent.MediaId, Cancellation))).Video!;
        (video.Title, video.Description).ShouldBe(("会议😀", "简介"));
    }

    [Fact]
    public async Task Permanent_materials_are_listed_counted_fetched_and_deleted()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var added = await DoneAsync(office.Api.Material.AddAsync(MediaKind.Image, File(Jpeg, "封面.jpg"), Cancellation));

        var page = await DoneAsync(office.Api.Material.BatchGetAsync(MaterialListKind.Image, 0, 20, Cancellation));
        page.Item.ShouldHaveSingleItem().Name.ShouldBe("封面.jpg");
        (await DoneAsync(office.Api.Material.CountAsync(Cancellation))).ShouldBe(new MaterialCount(ImageCount: 1));
        var material = await DoneAsync(office.Api.Material.GetAsync(added.MediaId, Cancellation));
        material.File!.Content.ToArray().ShouldBe(Jpeg);
        await DoneAsync(office.Api.Material.DeleteAsync(added.MediaId, Cancellation));

        (await RefusedAsync(office.Api.Material.GetAsync(added.MediaId, Cancellation))).Kind.ShouldBe(ErrorKind.NotFound);
        added.Url.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_stream_of_unknown_length_arrives_whole()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var file = new UploadFile(new OneWayStream([.. Jpeg, .. new byte[200_000]]), "a.jpg", "image/jpeg");

        await DoneAsync(office.Api.Media.UploadImageAsync(file, Cancellation));

        office.Account.Media.BodyImages.ShouldHaveSingleItem().File.Bytes.Length.ShouldBe(Jpeg.Length + 200_000);
    }

    [Fact]
    public async Task A_picture_too_large_or_of_the_wrong_kind_is_refused_with_advice()
    {
        await using var office = await SimulatedOffice.StartAsync();

        var large = await RefusedAsync(office.Api.Media.UploadImageAsync(SimulatedOffice.Picture(1024 * 1024), Cancellation));
        var gif = await RefusedAsync(office.Api.Media.UploadImageAsync(File([.. "GIF89a"u8], "a.gif"), Cancellation));

        large.Code.ShouldBe((int)ErrorCode.InvalidImageSize);
        large.Advice.ShouldContain("1 MB");
        gif.Code.ShouldBe((int)ErrorCode.InvalidFileType);
    }

    private static UploadFile File(byte[] bytes, string name) => new(new MemoryStream(bytes), name, "image/jpeg");
}
