using WeChatBridge.Answers.Rules;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Worlds;
using static WeChatBridge.Tests.Answers.Rules.RuleMatcherTests;

namespace WeChatBridge.Tests.Answers.Rules;

/// <summary>What staff lay down is said before anything is searched, once a second person has confirmed it.</summary>
public sealed class RulesByStaffTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_is_silent_until_a_second_person_confirms_it_and_the_writer_cannot()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var writer = await bridge.Staff.TakesOnAsync("writer", StaffRole.Editor, StaffRole.Reviewer);
        var second = await bridge.Staff.TakesOnAsync("second", StaffRole.Reviewer);
        var follower = bridge.Follower("zhengwu");

        var written = (await bridge.Staff.WritesAsync(writer, Saying("公积金请到便民服务大厅二号窗口办理。"))).Value;
        var before = await follower.SendTextAsync("我想查公积金", Cancellation);
        var byOneself = await bridge.Staff.ApprovesAsync(writer, written.ReviewId);
        var confirmed = await bridge.Staff.ApprovesAsync(second, written.ReviewId);
        var after = await follower.SendTextAsync("我想查公积金", Cancellation);
        var elsewhere = await bridge.Follower("renda").SendTextAsync("我想查公积金", Cancellation);

        before.ShownText.ShouldNotContain("二号窗口");
        byOneself.Refusal.ShouldNotBeNull();
        confirmed.Refusal.ShouldBeNull();
        after.ShownText.ShouldBe("公积金请到便民服务大厅二号窗口办理。");
        elsewhere.ShownText.ShouldNotContain("二号窗口");
    }

    [Fact]
    public async Task A_number_that_a_rule_stands_for_picks_from_a_choice_only_while_it_is_fresh()
    {
        await using var bridge = await RunningBridge.StartAsync();
        bridge.WeChat.Clock.StandStill();
        await bridge.Staff.LaysDownAsync(new RuleContent(
            "一号菜单", [new RuleKeyword("1", KeywordMatch.Exact)], [new RuleReply.Words("办事请到一号窗口。")]));
        var follower = bridge.Follower("zhengwu");

        await follower.SendTextAsync("目录", Cancellation);
        var picked = await follower.SendTextAsync("1", Cancellation);
        bridge.WeChat.Clock.Advance(TimeSpan.FromMinutes(11));
        var later = await follower.SendTextAsync("1", Cancellation);
        var other = await follower.SendTextAsync("2", Cancellation);

        picked.ShownText.ShouldStartWith("【一、概述】");
        later.ShownText.ShouldBe("办事请到一号窗口。");
        other.ShownText.ShouldContain("时间较久");
    }

    [Fact]
    public async Task Who_writes_what_is_confirmed_already_takes_back_the_change_that_waits()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var id = await bridge.Staff.LaysDownAsync(Saying("旧的答复。"));
        var writer = await bridge.Staff.TakesOnAsync("writer", StaffRole.Editor);
        var changed = (await bridge.Staff.ChangesAsync(writer, id, Saying("新的答复。"))).Value;

        var back = (await bridge.Staff.ChangesAsync(writer, id, Saying("旧的答复。"))).Value;

        changed.Written.IsConfirmed.ShouldBeFalse();
        back.Written.IsConfirmed.ShouldBeTrue();
        (await bridge.Staff.ListsAsync(writer)).Value.Single(rule => rule.Rule.Id == id).Pending.ShouldBeNull();
        (await bridge.Staff.ApprovesAsync(await bridge.Staff.TakesOnAsync("second", StaffRole.Reviewer), changed.ReviewId))
            .Refusal.ShouldNotBeNull();
        (await bridge.Follower("zhengwu").SendTextAsync("公积金", Cancellation)).ShownText.ShouldBe("旧的答复。");
    }

    [Fact]
    public async Task The_confirmed_version_goes_on_speaking_while_a_new_one_waits_and_both_can_be_tried()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var id = await bridge.Staff.LaysDownAsync(Saying("旧的答复。"));
        var writer = await bridge.Staff.TakesOnAsync("writer", StaffRole.Editor);
        var follower = bridge.Follower("zhengwu");

        var changed = (await bridge.Staff.ChangesAsync(writer, id, Saying("新的答复。"))).Value;
        var meanwhile = await follower.SendTextAsync("公积金", Cancellation);
        var trial = await bridge.Staff.TriesAsync(writer, id, "公积金");
        await bridge.Staff.ApprovesAsync(await bridge.Staff.TakesOnAsync("second", StaffRole.Reviewer), changed.ReviewId);
        var after = await follower.SendTextAsync("公积金", Cancellation);

        changed.Version.ShouldBe(2);
        meanwhile.ShownText.ShouldBe("旧的答复。");
        trial.Now.Text.ShouldBe("旧的答复。");
        trial.Then!.Text.ShouldBe("新的答复。");
        after.ShownText.ShouldBe("新的答复。");
    }

    [Fact]
    public async Task Who_wrote_the_waiting_version_cannot_confirm_the_one_that_grew_from_it()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var first = await bridge.Staff.TakesOnAsync("first", StaffRole.Editor, StaffRole.Reviewer);
        var other = await bridge.Staff.TakesOnAsync("other", StaffRole.Editor);
        var written = (await bridge.Staff.WritesAsync(first, Saying("一稿。"))).Value;

        var changed = (await bridge.Staff.ChangesAsync(other, written.RuleId, Saying("二稿。"))).Value;

        (await bridge.Staff.ApprovesAsync(first, changed.ReviewId)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Off_and_retired_are_silent_at_once_and_on_speaks_again_as_confirmed()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var id = await bridge.Staff.LaysDownAsync(Saying("窗口二。"));
        var keeper = await bridge.Staff.TakesOnAsync("keeper", StaffRole.Editor);
        var follower = bridge.Follower("zhengwu");

        await bridge.Staff.SwitchesAsync(keeper, id, on: false);
        (await follower.SendTextAsync("公积金", Cancellation)).ShownText.ShouldNotBe("窗口二。");
        await bridge.Staff.SwitchesAsync(keeper, id, on: true);
        (await follower.SendTextAsync("公积金", Cancellation)).ShownText.ShouldBe("窗口二。");
        await bridge.Staff.RetiresAsync(keeper, id);
        (await follower.SendTextAsync("公积金", Cancellation)).ShownText.ShouldNotBe("窗口二。");

        (await bridge.Staff.SwitchesAsync(keeper, id, on: true)).Refusal.ShouldNotBeNull().ShouldContain("已停用");
        (await bridge.Staff.AuditAsync("rule.retire")).ShouldHaveSingleItem().Actor.ShouldBe("keeper");
    }

    [Fact]
    public async Task Nobody_without_the_permission_for_this_account_keeps_rules()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var id = await bridge.Staff.LaysDownAsync(Saying("窗口二。"));
        Acting[] others =
        [
            await bridge.Staff.TakesOnAsync("reviewer", StaffRole.Reviewer, StaffRole.SigningOfficer, StaffRole.DutyOfficer, StaffRole.Administrator),
            await bridge.Staff.TakesOnAsync("renda", "elsewhere", StaffRole.Editor),
            Acting.CommandLine,
        ];

        foreach (var other in others)
        {
            (await bridge.Staff.WritesAsync(other, Saying("别的。") with { Name = "别的" })).Refusal.ShouldNotBeNull();
            (await bridge.Staff.ChangesAsync(other, id, Saying("别的。"))).Refusal.ShouldNotBeNull();
            (await bridge.Staff.SwitchesAsync(other, id, on: false)).Refusal.ShouldNotBeNull();
            (await bridge.Staff.RetiresAsync(other, id)).Refusal.ShouldNotBeNull();
            (await bridge.Staff.TakesOverWebsiteAsync(other)).Refusal.ShouldNotBeNull();
            (await bridge.Staff.WritesCardAsync(other, new() { Phone = "0470-1111111" })).Refusal.ShouldNotBeNull();
            (await bridge.Staff.WritesLineAsync(other, OfficeLine.Welcome, "欢迎")).Refusal.ShouldNotBeNull();
            (await bridge.Staff.AddsSynonymsAsync(other, "甲乙", "丙丁")).Refusal.ShouldNotBeNull();
            (await bridge.Staff.RemovesSynonymsAsync(other, "电话")).Refusal.ShouldNotBeNull();
        }

        (await bridge.Staff.ListsAsync(others[1])).Refusal.ShouldNotBeNull();
        (await bridge.Follower("zhengwu").SendTextAsync("公积金", Cancellation)).ShownText.ShouldBe("窗口二。");
    }

    [Fact]
    public async Task A_rule_speaks_on_its_days_by_the_offices_clock()
    {
        // 23:59 on the last day of November in the office, then midnight.
        var before = new DateTimeOffset(2026, 11, 30, 15, 59, 0, TimeSpan.Zero);
        await using var bridge = await RunningBridge.StartAsync(SampleAccount.Both, new Dictionary<string, string?>(), before);
        await bridge.Staff.LaysDownAsync(Saying("今天开始受理。") with { ValidFrom = new DateOnly(2026, 12, 1), ValidUntil = new DateOnly(2026, 12, 1) });
        var follower = bridge.Follower("zhengwu");

        (await follower.SendTextAsync("公积金", Cancellation)).ShownText.ShouldNotContain("受理");
        bridge.WeChat.Clock.Advance(TimeSpan.FromMinutes(1));
        (await follower.SendTextAsync("公积金", Cancellation)).ShownText.ShouldBe("今天开始受理。");
        await bridge.IsSwitchedOffForAsync(TimeSpan.FromHours(24));
        (await follower.SendTextAsync("公积金", Cancellation)).ShownText.ShouldNotContain("受理");
    }

    [Fact]
    public async Task Rules_that_fit_alike_are_a_choice_answered_by_number_and_a_menu_button_leads_to_a_rule()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var first = await bridge.Staff.LaysDownAsync(Saying("提取的说明。") with { Name = "公积金提取" });
        await bridge.Staff.LaysDownAsync(Saying("缴存的说明。") with { Name = "公积金缴存" });
        var follower = bridge.Follower("zhengwu");

        var choice = await follower.SendTextAsync("公积金", Cancellation);
        var picked = await follower.SendTextAsync("2", Cancellation);
        var pressed = await follower.ClickMenuAsync($"rule:{first}", Cancellation);

        choice.ShownText.ShouldContain("1. 公积金提取");
        choice.ShownText.ShouldContain("2. 公积金缴存");
        picked.ShownText.ShouldBe("缴存的说明。");
        pressed.ShownText.ShouldBe("提取的说明。");
    }

    [Fact]
    public async Task Danger_and_commands_come_before_every_rule()
    {
        await using var bridge = await RunningBridge.StartAsync();
        await bridge.Staff.LaysDownAsync(Saying("规则。") with
        {
            Keywords = [Keyword("着火", KeywordMatch.Contained), Keyword("帮助.*|目录", KeywordMatch.Pattern)],
        });
        var follower = bridge.Follower("zhengwu");

        (await follower.SendTextAsync("着火了快来人", Cancellation)).ShownText.ShouldContain("119");
        (await follower.SendTextAsync("目录", Cancellation)).ShownText.ShouldContain("1. 一、概述");
    }

    [Fact]
    public async Task A_rule_may_quote_only_what_the_account_may_and_two_rules_have_two_names()
    {
        await using var bridge = await RunningBridge.StartAsync();
        var writer = await bridge.Staff.TakesOnAsync("writer", StaffRole.Editor);
        await bridge.Staff.WritesAsync(writer, Saying("一。"));

        (await bridge.Staff.WritesAsync(writer, Saying("") with { Name = "章节", Replies = [new RuleReply.Passage(999_999)] }))
            .Refusal.ShouldNotBeNull().ShouldContain("999999");
        (await bridge.Staff.WritesAsync(writer, Saying("二。"))).Refusal.ShouldNotBeNull().ShouldContain("同名");
    }

    internal static RuleContent Saying(string text) => new("公积金", [Keyword("公积金", KeywordMatch.Contained)], [new RuleReply.Words(text)]);
}
