using WeChatBridge.CommandLine;
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
        var picture = (await officer.OpensFileAsync(FirstNumber, 1)).Value;
        picture.MediaType.ShouldStartWith("image/");
        picture.Content[1..4].ShouldBe("PNG"u8.ToArray());
        (await officer.OpensFileAsync(FirstNumber, 2)).Value.Content[..5].ShouldBe("#!AMR"u8.ToArray());
    }

    [Fact]
    public async Task Who_opens_a_file_is_told_how_where_it_stands_and_is_written_down()
    {
        await SaysAsync("留言");
        await SaysAsync("路灯坏了");
        await Follower.SendImageAsync(Cancellation);
        await Bridge.FilesAreFetchedAsync();
        var officer = await Bridge.OfficerAsync("li");
        await officer.OpensFileAsync(FirstNumber, 2);

        InboxLines.Whole(await officer.ReadsAsync(FirstNumber)).ShouldContain($"inbox file {FirstNumber} 2 --account zhengwu --to");
        var opened = (await Bridge.Staff.AuditAsync("inbox.open-file")).ShouldHaveSingleItem();
        (opened.Actor, opened.Detail).ShouldBe(("li", "part 2"));
        (await officer.OpensFileAsync(FirstNumber, 1)).Refusal.ShouldBe($"留言 {FirstNumber} 的第 1 条没有文件。");
        (await (await Bridge.SupervisorAsync("wang")).OpensFileAsync(FirstNumber, 2)).Refusal.ShouldBe($"没有编号为 {FirstNumber} 的留言。");
    }

    [Fact]
    public async Task What_citizens_sent_outlives_the_time_after_which_unused_files_go()
    {
        await SaysAsync("留言");
        await Follower.SendImageAsync(Cancellation);
        await Bridge.FilesAreFetchedAsync();
        await Bridge.IsSwitchedOffForAsync(TimeSpan.FromDays(40));
        await Bridge.OldThingsAreDeletedAsync();

        (await (await Bridge.OfficerAsync("li")).OpensFileAsync(FirstNumber, 1)).IsDone.ShouldBeTrue();
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
