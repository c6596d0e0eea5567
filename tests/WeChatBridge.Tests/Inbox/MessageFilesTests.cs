using WeChatBridge.Inbox;
using WeChatBridge.Simulator;

namespace WeChatBridge.Tests.Inbox;

/// <summary>What citizens send beside words is fetched before the platform forgets it.</summary>
public sealed class MessageFilesTests : InboxTests
{
    private const string GetPath = "/cgi-bin/media/get";

    // Any code that is neither "busy" nor "no such file".
    private const int DailyLimit = 45009;
    private const int NoSuchFile = 40007;

    private int _officers;

    [Fact]
    public async Task Pictures_and_voices_are_fetched_into_the_store()
    {
        await SaysAsync("留言");
        await Follower.SendImageAsync(Cancellation);
        await Follower.SendVoiceAsync(null, Cancellation);
        await Bridge.FilesAreFetchedAsync();

        var officer = await Bridge.OfficerAsync("li");
        (await officer.ReadsAsync(FirstNumber)).Message.Parts.Select(part => part.Media)
            .ShouldBe([MediaState.Fetched, MediaState.Fetched]);
        var picture = (await officer.OpensFileAsync(FirstNumber, 1)).ShouldNotBeNull();
        picture.MediaType.ShouldStartWith("image/");
        picture.Content[1..4].ShouldBe("PNG"u8.ToArray());
        (await officer.OpensFileAsync(FirstNumber, 2)).ShouldNotBeNull().Content[..5].ShouldBe("#!AMR"u8.ToArray());
    }

    [Fact]
    public async Task A_fetch_that_fails_is_tried_again_after_a_while()
    {
        Fails(DailyLimit, times: 1);
        await SaysAsync("留言");
        await Follower.SendImageAsync(Cancellation);
        await Bridge.FilesAreFetchedAsync();
        await Bridge.FilesAreFetchedAsync();
        Bridge.WeChat.Ledger.Find(path: GetPath).Count.ShouldBe(1);

        Passes(TimeSpan.FromMinutes(11));
        await Bridge.FilesAreFetchedAsync();

        (await MediaAsync()).ShouldBe(MediaState.Fetched);
    }

    [Fact]
    public async Task After_three_days_it_is_given_up_and_marked()
    {
        Fails(DailyLimit, times: null);
        await SaysAsync("留言");
        await Follower.SendImageAsync(Cancellation);
        await Bridge.FilesAreFetchedAsync();
        (await MediaAsync()).ShouldBe(MediaState.Waiting);

        await Bridge.IsSwitchedOffForAsync(TimeSpan.FromDays(3));
        await Bridge.FilesAreFetchedAsync();

        (await MediaAsync()).ShouldBe(MediaState.Expired);
        Bridge.WeChat.Ledger.Find(path: GetPath).Count.ShouldBe(1);
        (await SaysAsync("查留言")).ShouldContain("等待办理");
    }

    [Fact]
    public async Task A_file_the_platform_does_not_give_out_is_marked_so()
    {
        Fails(NoSuchFile, times: 1);
        await SaysAsync("留言");
        await Follower.SendImageAsync(Cancellation);
        await Bridge.FilesAreFetchedAsync();

        (await MediaAsync()).ShouldBe(MediaState.Refused);
    }

    private void Fails(int code, int? times) => Bridge.WeChat.Faults.Add(
        new PlatformFault { Kind = FaultKind.ErrorCode, Path = GetPath, Code = code, Times = times });

    private async Task<MediaState> MediaAsync()
    {
        var officer = await Bridge.OfficerAsync($"li{++_officers}");
        return (await officer.ReadsAsync(FirstNumber)).Message.Parts.ShouldHaveSingleItem().Media;
    }
}
