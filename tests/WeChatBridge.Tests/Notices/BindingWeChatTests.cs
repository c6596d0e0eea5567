using WeChatBridge.Answers.Rules;
using WeChatBridge.Simulator.Followers;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Worlds;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Tests.Notices;

/// <summary>A staff member binds their own WeChat to the account and asks it what waits; everybody else only asks a question.</summary>
public sealed class BindingWeChatTests : IAsyncLifetime
{
    private const string ListHead = "等您办理的事有";
    private const string Wrong = "绑定码不对";

    // The holidays of 2099 are not known: something waits for the administrator from the first minute on.
    private static readonly DateTimeOffset Morning = new(2099, 3, 4, 10, 0, 0, TimeSpan.FromHours(8));

    private RunningBridge _bridge = null!;
    private Acting _administrator = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Follower Phone => _bridge.Follower("zhengwu");

    private Follower OtherPhone => _bridge.Follower("zhengwu", "oSampleFollower000000000002");

    public async ValueTask InitializeAsync()
    {
        _bridge = await RunningBridge.StartAsync(SampleAccount.Both, new Dictionary<string, string?>(), Morning);
        _administrator = await _bridge.Staff.TakesOnAsync("admin", StaffRole.Administrator);
        await _bridge.NoticesAreRaisedAsync();
    }

    public ValueTask DisposeAsync() => _bridge.DisposeAsync();

    [Fact]
    public async Task After_binding_the_account_tells_what_waits()
    {
        var code = await _bridge.TakesBindingCodeAsync(_administrator);
        code.Length.ShouldBe(8);

        (await SaysAsync(Phone, $"绑定 {code}")).ShouldContain("已绑定：admin");
        var list = await SaysAsync(Phone, "待办");

        list.ShouldStartWith($"{ListHead} 1 件：\n1. 还没有 2099 年的放假安排");
        (await SaysAsync(Phone, "我的待办")).ShouldBe(list);
    }

    [Fact]
    public async Task For_who_is_not_bound_the_word_is_a_question_like_any_other()
    {
        await BindsAsync(Phone, _administrator);

        (await SaysAsync(OtherPhone, "待办")).ShouldContain("没有找到");
        (await SaysAsync(_bridge.Follower("renda"), "待办")).ShouldNotContain(ListHead);
        (await SaysAsync(Phone, "待办事项怎么申请")).ShouldNotContain(ListHead);
        (await SaysAsync(Phone, "绑定手机号怎么办")).ShouldNotContain(Wrong);
    }

    [Theory]
    [InlineData("绑定{0}")]
    [InlineData("绑定：{0}")]
    [InlineData("「绑定 {0}」")]
    [InlineData("绑定 {1} {2}")]
    public async Task The_code_is_taken_as_people_type_it(string typed)
    {
        var code = await _bridge.TakesBindingCodeAsync(_administrator);

        (await SaysAsync(Phone, string.Format(null, typed, code, code[..4], code[4..]))).ShouldContain("已绑定");
    }

    [Fact]
    public async Task A_code_works_once_for_fifteen_minutes_and_on_its_own_account()
    {
        var code = await _bridge.TakesBindingCodeAsync(_administrator);
        (await SaysAsync(_bridge.Follower("renda"), $"绑定 {code}")).ShouldContain(Wrong);
        (await SaysAsync(Phone, $"绑定 {code}")).ShouldContain("已绑定");
        (await SaysAsync(OtherPhone, $"绑定 {code}")).ShouldContain(Wrong);
        (await SaysAsync(OtherPhone, "待办")).ShouldNotContain(ListHead);

        var late = await _bridge.TakesBindingCodeAsync(_administrator);
        _bridge.WeChat.Clock.StandStill(Morning.AddMinutes(15));
        (await SaysAsync(OtherPhone, $"绑定 {late}")).ShouldContain(Wrong);
    }

    [Fact]
    public async Task A_new_code_makes_the_earlier_one_void()
    {
        var earlier = await _bridge.TakesBindingCodeAsync(_administrator);
        var later = await _bridge.TakesBindingCodeAsync(_administrator);

        (await SaysAsync(Phone, $"绑定 {earlier}")).ShouldContain(Wrong);
        (await SaysAsync(Phone, $"绑定 {later}")).ShouldContain("已绑定");
    }

    [Fact]
    public async Task After_five_wrong_codes_none_is_taken_for_an_hour_not_even_after_leaving_and_coming_back()
    {
        var code = await _bridge.TakesBindingCodeAsync(_administrator);
        var wrong = code == "00000000" ? "11111111" : "00000000";
        for (var tries = 0; tries < 5; tries++)
        {
            (await SaysAsync(Phone, $"绑定 {wrong}")).ShouldContain(Wrong);
        }

        (await SaysAsync(Phone, $"绑定 {code}")).ShouldContain("一小时");
        await Phone.UnfollowAsync(Cancellation);
        await Phone.FollowAsync(Cancellation);
        (await SaysAsync(Phone, $"绑定 {code}")).ShouldContain("一小时");
        (await SaysAsync(OtherPhone, $"绑定 {code}")).ShouldContain("已绑定");
        (await _bridge.Staff.AuditAsync("staff.bind-lockout")).ShouldHaveSingleItem().Actor.ShouldBe("binding");

        _bridge.WeChat.Clock.StandStill(Morning.AddMinutes(61));
        (await SaysAsync(Phone, $"绑定 {await _bridge.TakesBindingCodeAsync(_administrator)}")).ShouldContain("已绑定");
    }

    [Fact]
    public async Task The_code_is_kept_nowhere_in_readable_form()
    {
        var code = await _bridge.TakesBindingCodeAsync(_administrator);
        // Even where everything that is written goes to the office.
        await SaysAsync(Phone, "留言");
        await SaysAsync(Phone, $"绑定 {code}");
        await SaysAsync(OtherPhone, "绑定 99999999");

        (await _bridge.StoreHoldsAsync(code)).ShouldBeFalse();
        (await _bridge.StoreHoldsAsync("99999999")).ShouldBeFalse();
        _bridge.Log.ShouldNotContain(line => line.Contains(code));
        foreach (var action in new[] { "staff.bind-code", "staff.bind" })
        {
            var entry = (await _bridge.Staff.AuditAsync(action)).ShouldHaveSingleItem();
            (entry.Actor, entry.AccountKey, entry.Subject, entry.Detail).ShouldBe(("admin", "zhengwu", "staff/admin", ""));
        }
    }

    [Fact]
    public async Task A_repeat_of_the_message_binds_once_and_gets_the_same_reply()
    {
        var reply = await SaysAsync(Phone, $"绑定 {await _bridge.TakesBindingCodeAsync(_administrator)}");

        (await Phone.RepeatLastAsync(Cancellation)).ShownText.ShouldBe(reply);
        (await _bridge.Staff.AuditAsync("staff.bind")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_the_account_or_being_forgotten_there_ends_the_binding(bool leaves)
    {
        await BindsAsync(Phone, _administrator);
        if (leaves)
        {
            await Phone.UnfollowAsync(Cancellation);
            await Phone.FollowAsync(Cancellation);
        }
        else
        {
            await SaysAsync(Phone, "删除我的提问");
        }

        (await SaysAsync(Phone, "待办")).ShouldNotContain(ListHead);
        var entry = (await _bridge.Staff.AuditAsync("staff.unbind")).ShouldHaveSingleItem();
        (entry.Actor, entry.Subject).ShouldBe(("admin", "staff/admin"));
        entry.Detail.ShouldNotContain(Phone.OpenId);
    }

    [Fact]
    public async Task A_disabled_member_gets_nothing_and_can_bind_nothing()
    {
        await BindsAsync(Phone, _administrator);
        var code = await _bridge.TakesBindingCodeAsync(_administrator);
        await _bridge.DisablesAsync("admin");

        (await SaysAsync(Phone, "待办")).ShouldContain("没有找到");
        (await SaysAsync(OtherPhone, $"绑定 {code}")).ShouldContain(Wrong);
        (await _bridge.TriesToTakeBindingCodeAsync(_administrator, "zhengwu")).Refusal.ShouldNotBeNull().ShouldContain("没有岗位");
    }

    [Fact]
    public async Task A_person_has_one_wechat_and_a_wechat_one_person()
    {
        var colleague = await _bridge.Staff.TakesOnAsync("colleague", StaffRole.Editor);
        await BindsAsync(Phone, _administrator);
        await BindsAsync(OtherPhone, _administrator);
        (await SaysAsync(Phone, "待办")).ShouldContain("没有找到");
        (await SaysAsync(OtherPhone, "待办")).ShouldContain(ListHead);

        await BindsAsync(OtherPhone, colleague);
        (await SaysAsync(OtherPhone, "待办")).ShouldBe("现在没有等您办理的事。");
    }

    [Fact]
    public async Task A_binding_is_ended_by_the_person_or_the_administrator_and_by_nobody_else()
    {
        var colleague = await _bridge.Staff.TakesOnAsync("colleague", StaffRole.Editor);
        await BindsAsync(Phone, _administrator);

        (await _bridge.UnbindsAsync(colleague, "admin")).Refusal.ShouldNotBeNull().ShouldContain("管理工作人员");
        (await _bridge.UnbindsAsync(_administrator, "colleague")).Refusal.ShouldNotBeNull().ShouldContain("没有绑定");
        (await _bridge.UnbindsAsync(_administrator, "admin")).Refusal.ShouldBeNull();
        (await SaysAsync(Phone, "待办")).ShouldNotContain(ListHead);

        await BindsAsync(OtherPhone, colleague);
        (await _bridge.UnbindsAsync(_administrator, "colleague")).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Who_has_no_role_in_the_account_binds_nothing_to_it()
    {
        (await _bridge.TriesToTakeBindingCodeAsync(_administrator, "renda")).Refusal.ShouldNotBeNull().ShouldContain("没有岗位");
        (await _bridge.TriesToTakeBindingCodeAsync(Acting.CommandLine, "zhengwu")).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_long_list_is_cut_to_one_reply_and_says_how_many_are_left()
    {
        var editor = await _bridge.Staff.TakesOnAsync("editor", StaffRole.Editor);
        var reviewer = await _bridge.Staff.TakesOnAsync("reviewer", StaffRole.Reviewer);
        for (var rule = 0; rule < 30; rule++)
        {
            var name = $"第{rule}项惠民惠农补贴怎么申请";
            (await _bridge.Staff.WritesAsync(
                editor, new RuleContent(name, [new RuleKeyword(name, KeywordMatch.Exact)], [new RuleReply.Words("请到大厅。")]))).Refusal.ShouldBeNull();
        }

        await _bridge.NoticesAreRaisedAsync();
        await BindsAsync(Phone, reviewer);
        var list = await SaysAsync(Phone, "待办");

        TextLimit.Fits(list).ShouldBeTrue();
        var lines = list.Split('\n');
        lines[0].ShouldBe($"{ListHead} 30 件：");
        lines.Length.ShouldBeGreaterThan(7);
        lines[^1].ShouldBe($"还有 {30 - (lines.Length - 2)} 件，请在系统里查看。");
    }

    private async Task BindsAsync(Follower phone, Acting person) =>
        (await SaysAsync(phone, $"绑定 {await _bridge.TakesBindingCodeAsync(person)}")).ShouldContain("已绑定");

    private static async Task<string> SaysAsync(Follower follower, string text) =>
        (await follower.SendTextAsync(text, Cancellation)).ShownText;
}
