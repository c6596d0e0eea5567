using WeChatBridge.CommandLine;
using WeChatBridge.Inbox;
using WeChatBridge.Simulator;

namespace WeChatBridge.Tests.Inbox;

/// <summary>A person of the office talks with a citizen; the machine is silent, and comes back.</summary>
public sealed class TakingOverTests : InboxTests
{
    private const string Back = "对话已结束";

    [Fact]
    public async Task While_a_person_has_taken_over_the_machine_is_silent_and_the_words_reach_the_person()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        (await officer.TakesOverAsync(number)).Value.Message.State.ShouldBe(InboxState.InProgress);

        (await SaysAsync("联系电话")).ShouldBeEmpty();
        (await Follower.SendImageAsync(Cancellation)).ShownText.ShouldBeEmpty();
        (await Follower.ClickMenuAsync("ask:联系电话", Cancellation)).ShownText.ShouldBeEmpty();
        (await officer.SaysAsync(number, "请问是哪一盏？")).IsDone.ShouldBeTrue();
        await Bridge.RepliesGoOutAsync();

        Follower.Chat[^1].Text.ShouldBe("请问是哪一盏？");
        var sheet = await officer.ReadsAsync(number);
        sheet.Message.Parts.Select(part => part.Text).ShouldBe(["路灯坏了", "联系电话", ""]);
        sheet.Talk.ShouldNotBeNull().By.ShouldBe("li");
        sheet.Message.Replies.ShouldHaveSingleItem().Delivery.ShouldBe(ReplyDelivery.Sent);
        (await SaysAsync(Neighbour, "公开栏")).ShouldContain("出处：");
    }

    [Fact]
    public async Task Danger_is_answered_even_then()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        await officer.TakesOverAsync(number);

        (await SaysAsync("着火了")).ShouldStartWith("请立即拨打119");
        (await SaysAsync("在东街")).ShouldBeEmpty();
        (await officer.ReadsAsync(number)).Message.Parts.Select(part => part.Text).ShouldBe(["路灯坏了", "着火了", "在东街"]);
    }

    [Fact]
    public async Task Half_an_hour_without_a_word_from_the_person_brings_the_machine_back_and_it_says_so_once()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        await officer.TakesOverAsync(number);
        Passes(TimeSpan.FromMinutes(29));
        (await SaysAsync("还在吗，公开栏")).ShouldBeEmpty();
        Passes(TimeSpan.FromMinutes(1));

        var back = await SaysAsync("公开栏");
        var next = await SaysAsync("公开栏");
        await Bridge.RestartsAsync();

        back.ShouldContain(Back);
        back.ShouldContain("出处：");
        next.ShouldNotContain(Back);
        (await SaysAsync("公开栏")).ShouldNotContain(Back);
        (await officer.ReadsAsync(number)).Talk.ShouldBeNull();
        (await officer.SaysAsync(number, "我回来了")).Refusal.ShouldNotBeNull().ShouldContain("请先接管");
    }

    [Fact]
    public async Task A_word_of_the_person_keeps_the_talk_and_so_does_no_word_of_the_follower()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        await officer.TakesOverAsync(number);
        Passes(TimeSpan.FromMinutes(25));
        (await officer.SaysAsync(number, "正在查")).IsDone.ShouldBeTrue();
        Passes(TimeSpan.FromMinutes(25));
        (await SaysAsync("好的")).ShouldBeEmpty();
        Passes(TimeSpan.FromMinutes(6));

        (await SaysAsync("公开栏")).ShouldContain(Back);
    }

    [Fact]
    public async Task The_machine_is_back_when_the_office_closes()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        await Bridge.IsSwitchedOffForAsync(At(17, 10) - Bridge.WeChat.Clock.GetUtcNow());
        await officer.TakesOverAsync(number);
        ClockShows(17, 25);
        await officer.SaysAsync(number, "明天去看");
        ClockShows(17, 29);
        (await SaysAsync("好的")).ShouldBeEmpty();
        ClockShows(17, 30);

        (await SaysAsync("公开栏")).ShouldContain(Back);
    }

    [Fact]
    public async Task Handing_back_brings_it_back_at_once_and_what_is_said_in_danger_does_not_use_up_the_notice()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        await officer.TakesOverAsync(number);
        (await officer.HandsBackAsync(number)).IsDone.ShouldBeTrue();

        (await SaysAsync("着火了")).ShouldStartWith("请立即拨打119");
        (await SaysAsync("公开栏")).ShouldContain(Back);
        (await SaysAsync("公开栏")).ShouldNotContain(Back);
    }

    [Fact]
    public async Task Only_one_person_talks_with_a_follower_and_only_that_person_speaks()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        var colleague = await Bridge.OfficerAsync("zhao");
        await officer.TakesOverAsync(number);

        (await colleague.TakesOverAsync(number)).Refusal.ShouldNotBeNull().ShouldContain("li");
        (await colleague.SaysAsync(number, "我来说")).Refusal.ShouldNotBeNull();
        (await colleague.HandsBackAsync(number)).Refusal.ShouldNotBeNull();
        Passes(TimeSpan.FromMinutes(31));
        (await colleague.TakesOverAsync(number)).IsDone.ShouldBeTrue();
        (await SaysAsync("公开栏")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_talk_that_is_over_is_written_down_so_and_still_announced()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        await officer.TakesOverAsync(number);
        await Bridge.TalksAreMarkedAsync();
        (await Bridge.StoreHoldsAsync("Silence")).ShouldBeFalse();
        Passes(TimeSpan.FromMinutes(30));
        await Bridge.TalksAreMarkedAsync();

        (await Bridge.StoreHoldsAsync("Silence")).ShouldBeTrue();
        (await SaysAsync("公开栏")).ShouldContain(Back);
    }

    [Fact]
    public async Task Deleting_ones_questions_is_never_kept_waiting()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        await officer.TakesOverAsync(number);

        (await SaysAsync("删除我的提问")).ShouldContain("已删除");

        (await Bridge.StoreHoldsAsync(Follower.OpenId)).ShouldBeFalse();
        (await SaysAsync("公开栏")).ShouldContain("出处：");
    }

    [Fact]
    public async Task What_is_written_after_the_answer_in_the_talk_stands_in_the_list_to_be_answered()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        await officer.TakesOverAsync(number);
        await officer.AnswersAsync(number, "已修好。");
        await SaysAsync("没有，还是黑的");
        await officer.HandsBackAsync(number);

        (await officer.ListsAsync()).ShouldHaveSingleItem().State.ShouldBe(InboxState.InProgress);
        (await officer.ReadsAsync(number)).Message.Parts[^1].Text.ShouldBe("没有，还是黑的");
        (await SaysAsync("查留言")).ShouldContain("正在办理");
    }

    [Fact]
    public async Task Written_to_again_after_the_promised_day_it_is_promised_anew()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        await Bridge.IsSwitchedOffForAsync(TimeSpan.FromDays(9));
        var officer = await Bridge.OfficerAsync("li");
        await officer.TakesOverAsync(number);
        await officer.AnswersAsync(number, "已修好。");
        await SaysAsync("没有，还是黑的");

        (await officer.ListsAsync()).ShouldHaveSingleItem().Deadline.DaysLeft.ShouldBe(5);
    }

    [Fact]
    public async Task What_the_person_wrote_and_could_not_be_sent_is_told_during_the_talk_and_nothing_else_is()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        await officer.TakesOverAsync(number);
        (await SaysAsync("查留言")).ShouldBeEmpty();
        Refuses(45047, times: 1);
        await officer.SaysAsync(number, "请问是哪一盏？");
        await Bridge.RepliesGoOutAsync();

        (await SaysAsync(number)).ShouldContain("请问是哪一盏？");
        (await SaysAsync("查留言")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_may_not_write_to_followers_takes_nobody_over_until_an_answer_arrives()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var other = await LeavesAsync(Neighbour, "水管漏了");
        var officer = await Bridge.OfficerAsync("li");
        Refuses(48001, times: 1);
        await officer.AnswersAsync(number, "已修好。");
        await Bridge.RepliesGoOutAsync();

        (await officer.TakesOverAsync(other)).Refusal.ShouldNotBeNull().ShouldContain("48001");
        (await SaysAsync(Neighbour, "公开栏")).ShouldContain("出处：");
        await officer.AnswersAsync(other, "已派人去看。");
        await Bridge.RepliesGoOutAsync();
        (await officer.TakesOverAsync(other)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_takes_over_after_two_days_is_told_that_words_may_not_arrive()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        InboxLines.Whole(await officer.ReadsAsync(number)).ShouldNotContain("注意");
        await Bridge.IsSwitchedOffForAsync(TimeSpan.FromHours(49));

        InboxLines.Whole((await officer.TakesOverAsync(number)).Value).ShouldContain("可能发不到微信");
    }

    private void Refuses(int code, int times) => Bridge.WeChat.Faults.Add(
        new PlatformFault { Kind = FaultKind.ErrorCode, Path = "/cgi-bin/message/custom/send", Code = code, Times = times });
}
