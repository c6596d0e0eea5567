using WeChatBridge.Staff;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Answers.Conversations;

/// <summary>What one message leaves behind for the next.</summary>
public sealed class TalkingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_contents_are_a_choice_and_a_number_shows_the_section()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");

        var contents = await follower.SendTextAsync("目录", Cancellation);
        var picked = await follower.SendTextAsync("1", Cancellation);

        contents.ShownText.ShouldContain("1. 一、概述");
        picked.ShownText.ShouldStartWith("【一、概述】");
        picked.ShownText.ShouldContain("出处：");
    }

    [Fact]
    public async Task Contents_longer_than_a_reply_say_how_many_are_left_and_go_on_by_more_to_the_last()
    {
        await using var bridge = await RunningBridge.StartAsync();
        await bridge.Office().ImportsAsync(
            "便民服务事项一览\n" + string.Concat(Enumerable.Range(1, 23).Select(Numeral)
                .Select(number => $"{number}、办事项目{number}\n在便民服务大厅办理。\n")),
            Acting.CommandLine);
        await bridge.LooksAtLibraryAsync();
        var follower = bridge.Follower("zhengwu");
        await follower.SendTextAsync("目录", Cancellation);

        var pages = new List<string> { (await follower.SendTextAsync("便民服务事项一览", Cancellation)).ShownText };
        while (!pages[^1].Contains("已经看完"))
        {
            pages.Add((await follower.SendTextAsync("更多", Cancellation)).ShownText);
        }

        pages[0].ShouldContain("还有 14 条，回复“更多”接着看");
        string.Concat(pages).Split("办事项目").Length.ShouldBe(24);
        await follower.SendTextAsync("目录", Cancellation);
        await follower.SendTextAsync("便民服务事项一览", Cancellation);
        await follower.SendTextAsync("更多", Cancellation);
        (await follower.SendTextAsync("1", Cancellation)).ShownText.ShouldStartWith("【十、办事项目十】");
    }

    [Fact]
    public async Task An_office_whose_contact_lines_are_longer_than_a_reply_holds_is_told_so_at_the_start()
    {
        var settings = new Dictionary<string, string?> { ["Accounts:zhengwu:Contact:Address"] = new string('址', 61) };

        (await Should.ThrowAsync<ConfigurationRefusedException>(() => RunningBridge.StartAsync(SampleAccount.Both, settings)))
            .Message.ShouldContain("Accounts:zhengwu:Contact:Address");
    }

    [Fact]
    public async Task The_longest_contact_lines_an_office_may_set_leave_room_for_every_text_they_stand_under()
    {
        var settings = new[] { "Office", "Phone", "Email", "Address", "Hours" }
            .ToDictionary(line => $"Accounts:zhengwu:Contact:{line}", _ => (string?)new string('长', 60));
        await using var bridge = await RunningBridge.StartAsync(SampleAccount.Both, settings);

        foreach (var words in new[] { "我要申请信息公开", "我要举报镇干部收红包", "帮助", "明天天气怎么样", "后天天气怎么样", "Сайн байна уу" })
        {
            (await bridge.Follower("zhengwu").SendTextAsync(words, Cancellation)).ShownText
                .ShouldContain($"时间：{new string('长', 60)}", customMessage: words);
        }
    }

    [Fact]
    public async Task More_goes_on_where_the_last_passage_stopped_and_says_when_there_is_nothing_left()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");
        await follower.SendTextAsync("目录", Cancellation);
        var first = await follower.SendTextAsync("1", Cancellation);

        var pages = new List<string>();
        do
        {
            pages.Add((await follower.SendTextAsync("更多", Cancellation)).ShownText);
        }
        while (!pages[^1].Contains("已经看完"));

        first.ShownText.ShouldContain("回复“更多”接着看");
        pages.Count.ShouldBeGreaterThan(1);
        pages[..^1].ShouldAllBe(page => page.StartsWith("【一、概述】（续）"));
        pages[..^1].Distinct().Count().ShouldBe(pages.Count - 1);
        (await follower.SendTextAsync("全文", Cancellation)).ShownText.ShouldBe(first.ShownText);
    }

    [Fact]
    public async Task A_number_after_the_choice_has_lapsed_shows_the_list_again_and_after_a_day_is_no_longer_a_pick()
    {
        await using var bridge = await RunningBridge.StartAsync();
        bridge.WeChat.Clock.StandStill();
        var follower = bridge.Follower("zhengwu");
        await follower.SendTextAsync("目录", Cancellation);

        bridge.WeChat.Clock.Advance(TimeSpan.FromMinutes(11));
        var again = await follower.SendTextAsync("1", Cancellation);
        var picked = await follower.SendTextAsync("1", Cancellation);
        await bridge.IsSwitchedOffForAsync(TimeSpan.FromHours(25));
        var late = await follower.SendTextAsync("1", Cancellation);

        again.ShownText.ShouldContain("时间较久");
        again.ShownText.ShouldContain("1. 一、概述");
        picked.ShownText.ShouldStartWith("【一、概述】");
        late.ShownText.ShouldContain("没有找到");
    }

    [Fact]
    public async Task What_one_follower_was_shown_means_nothing_for_another_or_on_the_other_account()
    {
        await using var bridge = await RunningBridge.StartAsync();
        await bridge.Follower("zhengwu").SendTextAsync("目录", Cancellation);

        var stranger = await bridge.Follower("zhengwu", "oSampleFollower000000000002").SendTextAsync("1", Cancellation);
        var elsewhere = await bridge.Follower("renda").SendTextAsync("更多", Cancellation);

        stranger.ShownText.ShouldContain("没有找到");
        elsewhere.ShownText.ShouldContain("没有可以接着看的内容");
    }

    [Fact]
    public async Task The_talk_goes_on_after_a_restart()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");
        await follower.SendTextAsync("目录", Cancellation);

        await bridge.RestartsAsync();

        (await follower.SendTextAsync("2", Cancellation)).ShownText.ShouldStartWith("【二、政府信息公开情况】");
    }

    [Fact]
    public async Task After_two_misses_a_person_is_offered_and_the_third_question_is_still_a_question()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");

        var first = await follower.SendTextAsync("明天天气怎么样", Cancellation);
        var second = await follower.SendTextAsync("后天天气怎么样", Cancellation);
        var third = await follower.SendTextAsync("公开栏", Cancellation);

        first.ShownText.ShouldNotContain("留言");
        second.ShownText.ShouldContain("回复“留言”");
        third.ShownText.ShouldContain("出处：");
    }

    [Fact]
    public async Task A_menu_button_asks_in_the_followers_stead()
    {
        await using var bridge = await RunningBridge.StartAsync();

        var pressed = await bridge.Follower("zhengwu").ClickMenuAsync("ask:联系电话", Cancellation);

        pressed.ShownText.ShouldContain("0470-3129100");
    }

    [Fact]
    public async Task Deleting_ones_questions_erases_them_at_once_and_a_repeat_brings_nothing_back()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");
        await follower.SendTextAsync("我的特别的问题", Cancellation);
        (await bridge.StoreHoldsAsync("我的特别的问题")).ShouldBeTrue();

        var reply = await follower.SendTextAsync("删除我的提问", Cancellation);

        reply.ShownText.ShouldContain("已删除");
        (await bridge.StoreHoldsAsync("我的特别的问题")).ShouldBeFalse();
        (await bridge.StoreHoldsAsync(follower.OpenId)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_leaves_is_forgotten()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");
        await follower.SendTextAsync("我的特别的问题", Cancellation);

        await follower.UnfollowAsync(Cancellation);

        (await bridge.StoreHoldsAsync("我的特别的问题")).ShouldBeFalse();
        (await bridge.StoreHoldsAsync(follower.OpenId)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_fact_is_one_sentence_with_its_year_and_the_whole_section_is_a_word_away()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var follower = bridge.Follower("zhengwu");

        var fact = await follower.SendTextAsync("你们的电话是多少", Cancellation);
        var whole = await follower.SendTextAsync("全文", Cancellation);

        fact.ShownText.ShouldContain("0470-3129100");
        fact.ShownText.ShouldContain("据2017年的文件，可能已有变动");
        fact.ShownText.ShouldContain("出处：");
        fact.ShownText.Split('\n')[0].Length.ShouldBeLessThanOrEqualTo(80);
        whole.ShownText.ShouldContain("数据统计期限从2017年1月1日到12月31日止");
    }

    [Fact]
    public async Task The_contact_card_the_office_keeps_comes_before_an_old_reports_number()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Accounts:zhengwu:Contact:Office"] = "党政办",
            ["Accounts:zhengwu:Contact:Phone"] = "0470-0000001",
        };
        await using var bridge = await RunningBridge.StartAsync(SampleAccount.Both, settings);

        var reply = await bridge.Follower("zhengwu").SendTextAsync("你们的电话是多少", Cancellation);

        reply.ShownText.ShouldStartWith("党政办现在的联系方式：\n电话：0470-0000001");
        reply.ShownText.IndexOf("0470-0000001", StringComparison.Ordinal)
            .ShouldBeLessThan(reply.ShownText.IndexOf("0470-3129100", StringComparison.Ordinal));
    }

    // 1 to 29.
    private static string Numeral(int number)
    {
        var (tens, ones) = Math.DivRem(number, 10);
        return (tens > 1 ? "二" : "") + (tens > 0 ? "十" : "") + (ones > 0 ? $"{"一二三四五六七八九"[ones - 1]}" : "");
    }
}
