using System.Text.RegularExpressions;
using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Tests.Followers;

public sealed partial class FollowerActsTests
{
    private static readonly Dictionary<string, Func<Follower, CancellationToken, Task<DeliveryReport>>> Acts = new()
    {
        ["text"] = (follower, cancellation) => follower.SendTextAsync("你好，😀\n第二行 & <b>", cancellation),
        ["tap"] = (follower, cancellation) => follower.TapLinkAsync("更多", "101", cancellation),
        ["voice"] = (follower, cancellation) => follower.SendVoiceAsync("联系电话是多少", cancellation),
        ["voice-without-recognition"] = (follower, cancellation) => follower.SendVoiceAsync(null, cancellation),
        ["image"] = (follower, cancellation) => follower.SendImageAsync(cancellation),
        ["video"] = (follower, cancellation) => follower.SendVideoAsync(shortVideo: false, cancellation),
        ["shortvideo"] = (follower, cancellation) => follower.SendVideoAsync(shortVideo: true, cancellation),
        ["location"] = (follower, cancellation) => follower.SendLocationAsync(48.258, 119.979, "红花尔基镇人民政府", cancellation),
        ["link"] = (follower, cancellation) => follower.SendLinkAsync("标题", "说明", "https://example.org/a?b=1&c=2", cancellation),
        ["click"] = (follower, cancellation) => follower.ClickMenuAsync("CONTACT", cancellation),
        ["view"] = (follower, cancellation) => follower.ViewAsync("https://example.org/zhengwu", cancellation),
        ["scancode_waitmsg"] = (follower, cancellation) => follower.ScanFromMenuAsync("SCAN", "扫到的字", waits: true, cancellation),
        ["scancode_push"] = (follower, cancellation) => follower.ScanFromMenuAsync("SCAN", "扫到的字", waits: false, cancellation),
        ["view_miniprogram"] = (follower, cancellation) => follower.ViewMiniProgramAsync("pages/index", cancellation),
        ["pic_sysphoto"] = (follower, cancellation) => follower.ChoosePicturesAsync("pic_sysphoto", "PHOTO", 2, cancellation),
        ["location_select"] = (follower, cancellation) =>
            follower.ChoosePlaceAsync("PLACE", 48.258, 119.979, "红花尔基镇人民政府", cancellation),
        ["scan"] = (follower, cancellation) => follower.ScanAsync("42", cancellation),
        ["follow"] = (follower, cancellation) => follower.FollowAsync(cancellation),
        ["unfollow"] = (follower, cancellation) => follower.UnfollowAsync(cancellation),
        ["position"] = (follower, cancellation) => follower.ReportPositionAsync(48.258, 119.979, 30, cancellation),
        ["follow-by-code"] = async (follower, cancellation) =>
        {
            await follower.UnfollowAsync(cancellation);
            return await follower.ScanAsync("42", cancellation);
        },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.xml").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Followers", "Messages");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_message_travels_with_the_platforms_fields(string act)
    {
        await using var world = await World.StartAsync();
        world.Platform.Clock.StandStill(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

        var report = await Acts[act](world.Follower, Cancellation);

        var expected = await File.ReadAllTextAsync(Path.Combine(Folder, act + ".xml"), Cancellation);
        Masked(report.Message.ClearXml).ShouldBe(expected.TrimEnd('\n'));
        world.Server.Received.Last().Body.ShouldBe(report.Message.ClearXml);
    }

    [Fact]
    public void Every_file_has_an_act_and_every_act_a_file() => Files.Select(file => file.Data).Order().ShouldBe(Acts.Keys.Order());

    [Fact]
    public async Task What_a_person_does_counts_for_what_the_account_may_send_later()
    {
        await using var world = await World.StartAsync();

        await world.Follower.FollowAsync(Cancellation);
        await world.Follower.SendTextAsync("你好", Cancellation);
        await world.Follower.ClickMenuAsync("CONTACT", Cancellation);
        await world.Follower.ViewAsync("https://example.org", Cancellation);
        await world.Follower.ScanAsync("42", Cancellation);

        world.Follower.Acts.Select(act => act.Kind).ShouldBe(
            [FollowerActKind.Follow, FollowerActKind.Message, FollowerActKind.MenuClick, FollowerActKind.Scan]);
    }

    [Fact]
    public async Task A_picture_someone_sent_can_be_downloaded_for_three_days()
    {
        await using var world = await World.StartAsync();
        await world.Follower.SendImageAsync(Cancellation);

        var mediaId = world.Server.Received.Single().Xml.Element("MediaId")!.Value;
        var media = world.Platform.Account("zhengwu").Api.Media;
        media.Find(mediaId)!.File.ContentType.ShouldBe("image/png");
        world.Platform.Clock.Advance(TimeSpan.FromDays(3));
        media.Find(mediaId).ShouldBeNull();
    }

    [Fact]
    public async Task Who_has_left_sees_nothing_more()
    {
        await using var world = await World.StartAsync();
        world.Server.Replies(_ => "再见");

        var report = await world.Follower.UnfollowAsync(Cancellation);

        world.Follower.Follows.ShouldBeFalse();
        report.Shown.ShouldBeNull();
        world.Follower.Chat.ShouldBeEmpty();
    }

    [Fact]
    public async Task Characters_that_XML_cannot_carry_are_left_out_and_a_closing_CDATA_is_kept()
    {
        await using var world = await World.StartAsync();
        world.Server.Replies(message => message.Element("Content")!.Value);

        var report = await world.Follower.SendTextAsync("a\u0001b]]>c\uFFFEd", Cancellation);

        report.ShownText.ShouldBe("ab]]>cd");
    }

    private static string Masked(string xml) => Changing().Replace(xml, "$1…$3");

    [GeneratedRegex("""(<(?:MsgId|MediaId|MediaId16K|ThumbMediaId|PicUrl|PicMd5Sum|Ticket|MenuId)>(?:<!\[CDATA\[)?)([^<\]]+)(\]\]>|<)""")]
    private static partial Regex Changing();
}
