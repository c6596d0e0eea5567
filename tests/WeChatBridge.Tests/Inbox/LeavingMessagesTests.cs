using WeChatBridge.Answers.Rules;
using WeChatBridge.Inbox;

namespace WeChatBridge.Tests.Inbox;

/// <summary>What a citizen leaves for the office, and the receipt for it.</summary>
public sealed class LeavingMessagesTests : InboxTests
{
    [Fact]
    public async Task What_is_written_gets_a_number_and_a_day_to_expect_an_answer_by()
    {
        var begun = await SaysAsync("我要留言");
        var receipt = await SaysAsync("东街的路灯坏了");
        var ended = await SaysAsync("完成");

        begun.ShouldContain("也可以留下电话");
        receipt.ShouldContain($"编号 {FirstNumber}");
        receipt.ShouldContain("预计2099年3月11日（周三）（暂按周末推算，待国办通知）前答复");
        ended.ShouldContain(FirstNumber);
        (await SaysAsync("公开栏")).ShouldContain("出处：");
    }

    [Fact]
    public async Task The_office_may_promise_another_number_of_days()
    {
        await using var bridge = await StartAsync(new() { ["Inbox:AnswerWithinWorkingDays"] = "2" });
        var follower = bridge.Follower("zhengwu");
        await SaysAsync(follower, "留言");

        (await SaysAsync(follower, "东街的路灯坏了")).ShouldContain("2099年3月6日（周五）");
    }

    [Fact]
    public async Task Words_voice_pictures_and_places_are_one_message()
    {
        await SaysAsync("人工");
        await SaysAsync("路灯坏了，电话13900000000，身份证150402199001011237");
        var voice = await Follower.SendVoiceAsync("在学校门口", Cancellation);
        var unheard = await Follower.SendVoiceAsync(null, Cancellation);
        await Follower.SendImageAsync(Cancellation);
        await Follower.SendLocationAsync(48.25, 119.97, "红花尔基镇", Cancellation);
        var film = await Follower.SendVideoAsync(shortVideo: false, Cancellation);

        voice.ShownText.ShouldBe($"已并入留言 {FirstNumber}。");
        unheard.ShownText.ShouldBe(voice.ShownText);
        film.ShownText.ShouldContain("没有收下");
        var message = (await (await Bridge.OfficerAsync("li")).ReadsAsync(FirstNumber)).Message;
        message.Parts.Select(part => part.Kind).ShouldBe(
            [PartKind.Text, PartKind.Voice, PartKind.Voice, PartKind.Picture, PartKind.Location]);
        message.Parts[0].Text.ShouldContain("13900000000");
        message.Parts[0].Text.ShouldNotContain("150402199001011237");
        message.Parts[1].Text.ShouldBe("在学校门口");
        message.Parts[4].Latitude.ShouldNotBeNull().ShouldBe(48.25, 0.001);
    }

    [Fact]
    public async Task Who_cancels_before_writing_has_left_nothing()
    {
        await SaysAsync("留言");
        var left = await SaysAsync("取消");

        left.ShouldContain("没有保存任何内容");
        (await SaysAsync("查留言")).ShouldContain("没有查到您的留言");
        (await (await Bridge.OfficerAsync("li")).ListsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_cancels_after_writing_is_told_that_the_message_stays()
    {
        await SaysAsync("留言");
        await SaysAsync("路灯坏了");

        (await SaysAsync("取消")).ShouldContain($"已记入留言 {FirstNumber}，仍会办理");
        (await (await Bridge.OfficerAsync("li")).ListsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Ten_minutes_of_silence_end_it_and_the_next_words_are_a_question_again()
    {
        await SaysAsync("留言");
        await SaysAsync("路灯坏了");
        Passes(TimeSpan.FromMinutes(9));
        var inTime = await SaysAsync("还有一盏");
        Passes(TimeSpan.FromMinutes(11));
        var late = await SaysAsync("公开栏");
        var later = await SaysAsync("公开栏");

        inTime.ShouldContain("已并入");
        late.ShouldContain($"留言 {FirstNumber} 十分钟没有新内容，已自动结束");
        late.ShouldContain("出处：");
        later.ShouldNotContain("自动结束");
        (await (await Bridge.OfficerAsync("li")).ReadsAsync(FirstNumber)).Message.Parts.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("结束")]
    [InlineData("就这些")]
    [InlineData("取消")]
    public async Task Who_ends_what_ten_minutes_have_ended_hears_just_that(string ending)
    {
        await SaysAsync("留言");
        await SaysAsync("路灯坏了");
        Passes(TimeSpan.FromMinutes(11));

        (await SaysAsync(ending)).ShouldBe($"留言 {FirstNumber} 十分钟没有新内容，已自动结束；要补充请再回复“留言”。");
        (await SaysAsync(ending)).ShouldContain("现在没有在写的留言");
        (await Bridge.StoreHoldsInAsync("UnansweredQuestions", ending)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_became_of_the_writing_is_said_after_a_card_that_has_no_room_for_it()
    {
        await Bridge.Staff.LaysDownAsync(Card("公积金"));
        await SaysAsync("留言");
        await SaysAsync("路灯坏了");
        Passes(TimeSpan.FromMinutes(11));
        await SaysAsync("公积金");

        (await SaysAsync("公开栏")).ShouldStartWith($"（留言 {FirstNumber} 十分钟没有新内容");
        (await SaysAsync("公开栏")).ShouldNotContain("自动结束");
    }

    [Fact]
    public async Task While_writing_nothing_is_searched_and_commands_are_words_like_others()
    {
        await SaysAsync("留言");
        var receipt = await SaysAsync("联系电话");
        var more = await SaysAsync("更多");
        var number = await SaysAsync("1");
        var state = await SaysAsync("查留言");
        var byNumber = await SaysAsync($"{FirstNumber}。");
        var anothers = await SaysAsync(SecondNumber);

        byNumber.ShouldBe(state);
        anothers.ShouldContain("已并入");
        receipt.ShouldNotContain("0470");
        more.ShouldContain("已并入");
        number.ShouldContain("已并入");
        state.ShouldContain("等待办理");
        (await (await Bridge.OfficerAsync("li")).ReadsAsync(FirstNumber)).Message.Parts.Select(part => part.Text)
            .ShouldBe(["联系电话", "更多", "1", SecondNumber]);
    }

    [Fact]
    public async Task Danger_is_answered_while_writing_and_the_words_are_part_of_the_message()
    {
        await SaysAsync("留言");
        var danger = await SaysAsync("着火了");

        danger.ShouldStartWith("请立即拨打119");
        danger.ShouldContain(FirstNumber);
        (await (await Bridge.OfficerAsync("li")).ReadsAsync(FirstNumber)).Message.Parts.ShouldHaveSingleItem().Text.ShouldBe("着火了");
    }

    [Fact]
    public async Task A_later_message_joins_the_one_that_is_still_open()
    {
        await LeavesAsync(Follower, "路灯坏了");
        await Bridge.IsSwitchedOffForAsync(TimeSpan.FromHours(2));
        var begun = await SaysAsync("留言");
        var joined = await SaysAsync("又坏了一盏");

        begun.ShouldContain($"您的留言 {FirstNumber} 还在办理");
        joined.ShouldBe($"已并入留言 {FirstNumber}。");
    }

    [Fact]
    public async Task The_same_message_delivered_again_gets_the_same_receipt_and_leaves_no_second_one()
    {
        await SaysAsync("留言");
        var first = await SaysAsync("路灯坏了");
        var again = await Follower.RepeatLastAsync(Cancellation);

        again.Attempts[^1].OpenedReply.ShouldNotBeNull().ShouldContain(FirstNumber);
        again.Attempts[^1].OpenedReply.ShouldNotBeNull().ShouldContain("预计");
        first.ShouldContain(FirstNumber);
        (await (await Bridge.OfficerAsync("li")).ReadsAsync(FirstNumber)).Message.Parts.ShouldHaveSingleItem();
        (await SaysAsync(Neighbour, "留言")).ShouldNotBeEmpty();
        (await SaysAsync(Neighbour, "水管漏了")).ShouldContain(SecondNumber);
    }

    [Fact]
    public async Task What_a_receipt_was_given_for_outlives_a_process_that_is_killed_the_next_moment()
    {
        await SaysAsync("留言");
        await SaysAsync("路灯坏了");

        await Bridge.IsKilledAsync();

        (await SaysAsync("还有一盏")).ShouldBe($"已并入留言 {FirstNumber}。");
        (await SaysAsync("查留言")).ShouldContain($"留言 {FirstNumber}（2099年3月4日（周三）留）：等待办理");
        await SaysAsync(Neighbour, "留言");
        (await SaysAsync(Neighbour, "水管漏了")).ShouldContain(SecondNumber);
    }

    [Fact]
    public async Task Followers_who_write_at_once_get_different_numbers_and_accounts_count_apart()
    {
        var people = Enumerable.Range(10, 12).Select(number => Bridge.Follower("zhengwu", $"oSampleFollower0000000000{number}")).ToList();
        await Task.WhenAll(people.Select(one => SaysAsync(one, "留言")));
        var receipts = await Task.WhenAll(people.Select(one => SaysAsync(one, "路灯坏了")));
        await SaysAsync(Bridge.Follower("renda"), "留言");

        receipts.Select(receipt => receipt.Split("编号 ")[1][..11]).Distinct().Count().ShouldBe(people.Count);
        (await SaysAsync(Bridge.Follower("renda"), "代表几时接待")).ShouldContain(FirstNumber);
    }

    [Fact]
    public async Task Nobody_reads_anothers_message_by_its_number()
    {
        await LeavesAsync(Follower, "路灯坏了");

        (await SaysAsync(Follower, FirstNumber)).ShouldContain("等待办理");
        (await SaysAsync(Follower, "9903040001")).ShouldContain("等待办理");
        var stranger = await SaysAsync(Neighbour, FirstNumber);
        stranger.ShouldContain("没有查到编号为");
        stranger.ShouldBe((await SaysAsync(Neighbour, "990304-0009")).Replace("0009", "0001"));
        (await SaysAsync(Bridge.Follower("renda"), FirstNumber)).ShouldContain("没有查到编号为");
    }

    [Fact]
    public async Task A_message_takes_twenty_things_of_two_thousand_characters_and_says_so()
    {
        await SaysAsync("留言");
        var cut = await SaysAsync(new string('长', WrittenPart.LongestText + 100));
        for (var number = 2; number <= InboxMessage.MostParts; number++)
        {
            (await SaysAsync($"第{number}条")).ShouldContain("已并入");
        }

        var refused = await SaysAsync("再来一条");

        cut.ShouldContain("超出的部分没有收下");
        refused.ShouldContain("没有收下");
        var parts = (await (await Bridge.OfficerAsync("li")).ReadsAsync(FirstNumber)).Message.Parts;
        parts.Count.ShouldBe(InboxMessage.MostParts);
        parts[0].Text.Length.ShouldBe(WrittenPart.LongestText);
    }

    [Fact]
    public async Task The_talk_of_writing_goes_on_after_a_restart()
    {
        await SaysAsync("留言");
        await Bridge.RestartsAsync();

        (await SaysAsync("路灯坏了")).ShouldContain(FirstNumber);
    }

    private static RuleContent Card(string keyword) => new(
        "卡片", [new RuleKeyword(keyword, KeywordMatch.Exact)], [new RuleReply.Card("标题", "", "", "https://example.com/")]);
}
