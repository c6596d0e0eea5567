using WeChatBridge.Inbox;
using WeChatBridge.Simulator;

namespace WeChatBridge.Tests.Inbox;

/// <summary>What the office answers, and how it reaches the citizen.</summary>
public sealed class AnsweringMessagesTests : InboxTests
{
    private const string SendPath = "/cgi-bin/message/custom/send";

    [Fact]
    public async Task An_answer_is_sent_once_and_stands_where_the_follower_asks_for_it()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        (await officer.AnswersAsync(number, "已修好。")).Value.Message.State.ShouldBe(InboxState.Answered);
        await Bridge.RepliesGoOutAsync();
        await Bridge.RepliesGoOutAsync();

        Sendings().Count.ShouldBe(1);
        Follower.Chat[^1].Text.ShouldBe($"您的留言 {number} 有了答复：\n已修好。");
        var state = await SaysAsync("查留言");
        state.ShouldContain("已答复");
        state.ShouldContain("答复（2099年3月4日（周三））：\n已修好。");
        (await SaysAsync(number)).ShouldBe(state);
        (await Bridge.StoreHoldsAsync("inbox.answer")).ShouldBeTrue();
        (await officer.ListsAsync()).ShouldBeEmpty();
        (await officer.ListsAsync(InboxState.Answered)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task After_two_days_the_platform_takes_no_message_and_the_answer_waits_until_the_follower_asks()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        (await officer.ReadsAsync(number)).WindowEndsAt.ShouldBe(At(10, 0).AddHours(48));
        await Bridge.IsSwitchedOffForAsync(TimeSpan.FromHours(49));
        await officer.AnswersAsync(number, "已修好。");
        await Bridge.RepliesGoOutAsync();

        Follower.Chat.ShouldAllBe(item => !item.Text.Contains("已修好"));
        var sheet = await officer.ReadsAsync(number);
        sheet.Message.Replies.ShouldHaveSingleItem().Delivery.ShouldBe(ReplyDelivery.Waits);
        sheet.Sendings.ShouldHaveSingleItem().Code.ShouldBe(45015);
        (await SaysAsync("查留言")).ShouldContain("已修好。");
        (await officer.ReadsAsync(number)).Message.Replies.ShouldHaveSingleItem().Delivery.ShouldBe(ReplyDelivery.Told);
        (await SaysAsync("查留言")).ShouldContain("已修好。");
    }

    [Fact]
    public async Task A_sixth_word_in_a_row_waits_and_is_told_when_the_follower_asks()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        await officer.TakesOverAsync(number);
        for (var word = 1; word <= 6; word++)
        {
            await officer.SaysAsync(number, $"第{word}句");
        }

        await Bridge.RepliesGoOutAsync();
        await officer.HandsBackAsync(number);

        (await officer.ReadsAsync(number)).Sendings.Select(sending => sending.Code).ShouldBe([null, null, null, null, null, 45047]);
        Follower.Chat.TakeLast(5).Select(item => item.Text).ShouldBe(["第1句", "第2句", "第3句", "第4句", "第5句"]);
        var asked = await SaysAsync("查留言");
        asked.ShouldContain("第6句");
        asked.ShouldNotContain("第5句");
    }

    [Fact]
    public async Task What_may_have_been_sent_is_not_sent_again_but_told_when_the_follower_asks()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        Bridge.WeChat.Faults.Add(new PlatformFault { Kind = FaultKind.DropAfterActing, Path = SendPath });
        await officer.AnswersAsync(number, "已修好。");
        await Bridge.RepliesGoOutAsync();
        Passes(TimeSpan.FromMinutes(10));
        await Bridge.RepliesGoOutAsync();

        Sendings().Count.ShouldBe(1);
        (await officer.ReadsAsync(number)).Message.Replies.ShouldHaveSingleItem().Delivery.ShouldBe(ReplyDelivery.Unknown);
        (await SaysAsync("查留言")).ShouldContain("已修好。");
    }

    [Fact]
    public async Task A_sending_whose_process_died_in_the_middle_is_unknown_and_not_begun_again()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        await officer.AnswersAsync(number, "已修好。");
        await Bridge.StoreIsChangedAsync("UPDATE OutgoingReplies SET State = 'Begun', LeaseUntil = 1");
        await Bridge.RepliesGoOutAsync();

        Sendings().ShouldBeEmpty();
        (await officer.ReadsAsync(number)).Sendings.ShouldHaveSingleItem().State.ShouldBe(OutgoingState.Unknown);
    }

    [Fact]
    public async Task The_list_shows_what_is_overdue_first_and_how_many_working_days_are_left()
    {
        await LeavesAsync(Follower, "路灯坏了");
        await Bridge.IsSwitchedOffForAsync(TimeSpan.FromDays(5));
        await LeavesAsync(Neighbour, "水管漏了");
        await Bridge.IsSwitchedOffForAsync(TimeSpan.FromDays(4));
        var list = await (await Bridge.OfficerAsync("li")).ListsAsync();

        // Friday the 13th: the first was due on Wednesday, the second is due on Monday the 16th.
        list.Select(line => $"{line.Receipt}").ShouldBe([FirstNumber, "990309-0001"]);
        list.Select(line => line.Deadline.IsOverdue).ShouldBe([true, false]);
        list.Select(line => line.Deadline.DaysLeft).ShouldBe([-2, 1]);
        (await SaysAsync("查留言")).ShouldContain("已过了预计答复的日期");
    }

    [Fact]
    public async Task A_message_can_be_closed_with_a_reason_the_follower_reads()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        (await officer.ClosesAsync(number, " ")).Refusal.ShouldNotBeNull();
        (await officer.ClosesAsync(number, "已电话联系。")).Value.Message.State.ShouldBe(InboxState.Closed);

        (await SaysAsync("查留言")).ShouldContain("已办结\n办结说明：已电话联系。");
        (await officer.AnswersAsync(number, "再说一句")).Refusal.ShouldBe("这条留言已经办结。");
        (await LeavesAsync(Follower, "又坏了")).ShouldBe(SecondNumber);
    }

    [Fact]
    public async Task Who_has_no_part_in_the_inbox_or_works_for_the_other_account_sees_nothing()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");

        (await (await Bridge.EditorAsync("sun")).IsRefusedTheListAsync()).ShouldNotBeNull();
        (await (await Bridge.OfficerAsync("qian", "renda")).TriesToReadAsync(number)).Refusal.ShouldBe($"没有编号为 {number} 的留言。");
    }

    [Fact]
    public async Task Who_leaves_takes_the_name_along_and_the_message_stays_as_one_that_cannot_be_answered()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");
        var officer = await Bridge.OfficerAsync("li");
        await officer.TakesOverAsync(number);
        await officer.SaysAsync(number, "请问是哪一盏？");

        await Follower.UnfollowAsync(Cancellation);
        await Bridge.RepliesGoOutAsync();

        Sendings().ShouldBeEmpty();
        (await Bridge.StoreHoldsAsync(Follower.OpenId)).ShouldBeFalse();
        var sheet = await officer.ReadsAsync(number);
        sheet.Message.State.ShouldBe(InboxState.Unanswerable);
        sheet.Message.Parts.ShouldHaveSingleItem().Text.ShouldBe("路灯坏了");
        sheet.Message.Replies.ShouldHaveSingleItem().Delivery.ShouldBe(ReplyDelivery.Void);
        sheet.Sendings.ShouldHaveSingleItem().State.ShouldBe(OutgoingState.Cancelled);
        sheet.Talk.ShouldBeNull();
        (await officer.AnswersAsync(number, "已修好。")).Refusal.ShouldNotBeNull();
        (await officer.ClosesAsync(number, "已修好。")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task The_longest_answer_to_an_overdue_message_beside_others_is_shown_and_so_is_the_reason_it_was_closed_for()
    {
        await using var bridge = await StartAsync(new()
        {
            ["Accounts:zhengwu:Contact:Office"] = new string('办', 60),
            ["Accounts:zhengwu:Contact:Phone"] = "0470-0000001",
            ["Accounts:zhengwu:Contact:Address"] = new string('址', 60),
            ["Accounts:zhengwu:Contact:Hours"] = new string('时', 60),
        });
        var follower = bridge.Follower("zhengwu");
        var officer = await bridge.OfficerAsync("li");
        var number = await LeavesAsync(follower, "路灯坏了");
        await bridge.IsSwitchedOffForAsync(TimeSpan.FromDays(9));
        await officer.TakesOverAsync(number);
        await officer.SaysAsync(number, new string('话', InboxReply.LongestText));
        await bridge.RepliesGoOutAsync();

        (await SaysAsync(follower, "查留言")).ShouldContain(new string('话', InboxReply.LongestText));
        await officer.AnswersAsync(number, new string('答', InboxReply.LongestText));
        await officer.ClosesAsync(number, new string('因', 200));
        await bridge.RepliesGoOutAsync();
        await bridge.IsSwitchedOffForAsync(TimeSpan.FromDays(1));
        var told = await SaysAsync(follower, "查留言");

        told.ShouldContain(new string('因', 200));
        told.ShouldContain($"请再回复 {number}");
        (await SaysAsync(follower, number)).ShouldContain(new string('答', InboxReply.LongestText));
    }

    [Fact]
    public async Task An_answer_longer_than_a_phone_shows_is_refused()
    {
        var number = await LeavesAsync(Follower, "路灯坏了");

        (await (await Bridge.OfficerAsync("li")).AnswersAsync(number, new string('长', InboxReply.LongestText + 1)))
            .Refusal.ShouldNotBeNull().ShouldContain("太长");
    }

    private IReadOnlyList<LedgerEntry> Sendings() => Bridge.WeChat.Ledger.Find(path: SendPath);
}
