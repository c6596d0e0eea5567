using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Staff;

public abstract class KnowingTheStaffTests(StoreSource source) : StoreTests(source)
{
    private const string Password = ReviewingOffice.Password;

    private ReviewingOffice _office = null!;

    private ClaimDesk Claims => new(Contexts, new AuditTrail(Clock), Clock);

    private StaffDesk Desk => _office.Staff;

    [Fact]
    public async Task Who_was_taken_on_signs_in_and_may_what_their_roles_say_for_that_account()
    {
        var editor = await _office.TakesOnAsync("ZhangSan", [("zhengwu", StaffRole.Editor), ("renda", StaffRole.Reviewer)]);

        (editor.Name, editor.IsPerson).ShouldBe(("zhangsan", true));
        editor.May(Permission.WriteArticles, "zhengwu").ShouldBeTrue();
        editor.May(Permission.WriteArticles, "renda").ShouldBeFalse();
        editor.May(Permission.ReviewArticles, "renda").ShouldBeTrue();
        editor.Objection(Permission.SignOff, "zhengwu").ShouldNotBeNull().ShouldContain("没有“签发”的权限");
        (await _office.SignIn.AdmitAsync(" ZHANGSAN", Password, null, Cancellation)).IsDone.ShouldBeTrue();
    }

    [Theory]
    [InlineData("short-41", "密码要有")]
    [InlineData("xx-zhangsan-xx", "登录名")]
    [InlineData("Password123", "太常见")]
    [InlineData("aaaaaaaaaabbb", "太常见")]
    public async Task A_password_that_is_easily_guessed_is_refused(string password, string expected)
    {
        (await AddAsync("zhangsan", password)).Refusal.ShouldNotBeNull().ShouldContain(expected);
        await _office.TakesOnAsync("zhangsan", StaffRole.Editor);
        (await Desk.ResetPasswordAsync("zhangsan", password, Acting.CommandLine, Cancellation)).Refusal.ShouldNotBeNull()
            .ShouldContain(expected);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("installer")]
    [InlineData("Command-Line")]
    [InlineData("zhang san")]
    [InlineData("-zhang")]
    public async Task A_name_that_could_be_taken_for_another_is_refused(string name) =>
        (await AddAsync(name, Password)).Refusal.ShouldNotBeNull().ShouldContain("登录名");

    [Fact]
    public async Task A_name_belongs_to_one_person_in_whatever_case()
    {
        await _office.TakesOnAsync("zhangsan", StaffRole.Editor);

        (await AddAsync("ZhangSan", Password)).Refusal.ShouldNotBeNull().ShouldContain("已有人使用");
        (await CountAsync<StaffMember>()).ShouldBe(1);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_for_a_quarter_of_an_hour()
    {
        Clock.StandStill(Clock.GetUtcNow());
        await _office.TakesOnAsync("zhangsan", StaffRole.Editor);
        for (var attempt = 1; attempt <= StaffMember.FailuresAllowed; attempt++)
        {
            (await _office.SignIn.AdmitAsync("zhangsan", "wrong", null, Cancellation)).IsDone.ShouldBeFalse();
        }

        (await SignInAsync("zhangsan")).ShouldBeFalse();
        (await _office.AuditAsync())[^1].Action.ShouldBe("staff.lockout");
        Clock.StandStill(Clock.GetUtcNow().AddMinutes(14));
        (await SignInAsync("zhangsan")).ShouldBeFalse();
        Clock.StandStill(Clock.GetUtcNow().AddMinutes(2));
        (await SignInAsync("zhangsan")).ShouldBeTrue();
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_are_all_counted()
    {
        await _office.TakesOnAsync("zhangsan", StaffRole.Editor);

        await Task.WhenAll(Enumerable.Range(0, StaffMember.FailuresAllowed).Select(_ =>
            Task.Run(() => _office.SignIn.AdmitAsync("zhangsan", "wrong", null, Cancellation), Cancellation)));

        (await SignInAsync("zhangsan")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_right_password_forgets_the_wrong_ones_before()
    {
        await _office.TakesOnAsync("zhangsan", StaffRole.Editor);
        for (var attempt = 1; attempt <= 3 * StaffMember.FailuresAllowed; attempt++)
        {
            var right = attempt % StaffMember.FailuresAllowed == 0;
            (await _office.SignIn.AdmitAsync("zhangsan", right ? Password : "wrong", null, Cancellation)).IsDone.ShouldBe(right);
        }
    }

    [Fact]
    public async Task A_stranger_a_wrong_password_a_disabled_and_a_locked_member_get_the_same_sentence()
    {
        await _office.TakesOnAsync("zhangsan", StaffRole.Editor);
        await _office.TakesOnAsync("lisi", StaffRole.Editor);
        await Desk.DisableAsync("lisi", Acting.CommandLine, Cancellation);
        var sentences = new List<string?>();
        foreach (var (name, password) in new[] { ("nobody", Password), ("zhangsan", "wrong"), ("lisi", Password) })
        {
            sentences.Add((await _office.SignIn.AdmitAsync(name, password, null, Cancellation)).Refusal);
        }

        sentences.Distinct().ShouldHaveSingleItem().ShouldNotBeNull().ShouldContain("登录名或密码不对");
    }

    [Fact]
    public async Task A_new_password_replaces_the_old_one_and_ends_the_lockout()
    {
        await _office.TakesOnAsync("zhangsan", StaffRole.Editor);
        for (var attempt = 1; attempt <= StaffMember.FailuresAllowed; attempt++)
        {
            await _office.SignIn.AdmitAsync("zhangsan", "wrong", null, Cancellation);
        }

        (await Desk.ResetPasswordAsync("zhangsan", "another-river-17", Acting.CommandLine, Cancellation)).Refusal.ShouldBeNull();

        (await SignInAsync("zhangsan")).ShouldBeFalse();
        (await SignInAsync("zhangsan", "another-river-17")).ShouldBeTrue();
    }

    [Fact]
    public async Task Roles_come_and_go_and_everything_is_audited_without_a_password()
    {
        await _office.TakesOnAsync("zhangsan", StaffRole.Editor);
        (await Desk.GrantAsync("zhangsan", "renda", StaffRole.Reviewer, Acting.CommandLine, Cancellation)).Refusal.ShouldBeNull();
        (await Desk.GrantAsync("zhangsan", "renda", StaffRole.Reviewer, Acting.CommandLine, Cancellation)).Refusal.ShouldNotBeNull();
        (await Desk.RevokeAsync("zhangsan", "zhengwu", StaffRole.Editor, Acting.CommandLine, Cancellation)).Refusal.ShouldBeNull();
        (await Desk.RevokeAsync("zhangsan", "zhengwu", StaffRole.Editor, Acting.CommandLine, Cancellation)).Refusal.ShouldNotBeNull();
        (await Desk.GrantAsync("nobody", "renda", StaffRole.Reviewer, Acting.CommandLine, Cancellation)).Refusal.ShouldNotBeNull();
        await Desk.DisableAsync("zhangsan", Acting.CommandLine, Cancellation);
        await Desk.EnableAsync("zhangsan", Acting.CommandLine, Cancellation);

        var acting = await _office.SignsInAsync("zhangsan");
        acting.May(Permission.ReviewArticles, "renda").ShouldBeTrue();
        acting.May(Permission.WriteArticles, "zhengwu").ShouldBeFalse();
        var audit = await _office.AuditAsync();
        audit.Select(entry => (entry.Actor, entry.AccountKey, entry.Action, entry.Detail)).ShouldBe(
        [
            ("command-line", "", "staff.add", $"zhengwu:Editor; name sha256 {AuditedWords.HashOf("zhangsan同志")}"),
            ("command-line", "renda", "staff.grant", "Reviewer"),
            ("command-line", "zhengwu", "staff.revoke", "Editor"),
            ("command-line", "", "staff.disable", ""),
            ("command-line", "", "staff.enable", ""),
        ]);
        audit.ShouldAllBe(entry => !entry.Detail.Contains(Password));
    }

    [Fact]
    public async Task Only_an_administrator_of_every_account_touched_changes_staff()
    {
        var editor = await _office.TakesOnAsync("editor", StaffRole.Editor);
        var administrator = await _office.TakesOnAsync("admin", StaffRole.Administrator);
        await _office.TakesOnAsync("both", [("zhengwu", StaffRole.Editor), ("renda", StaffRole.Editor)]);
        var person = new NewStaffMember("newcomer", "新人", Password, [("renda", StaffRole.Editor)]);

        (await Desk.AddAsync(person, editor, Cancellation)).Refusal.ShouldNotBeNull();
        (await Desk.AddAsync(person, administrator, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("renda");
        (await Desk.GrantAsync("editor", "zhengwu", StaffRole.Reviewer, editor, Cancellation)).Refusal.ShouldNotBeNull();
        (await Desk.GrantAsync("editor", "renda", StaffRole.Reviewer, administrator, Cancellation)).Refusal.ShouldNotBeNull();
        (await Desk.RevokeAsync("both", "renda", StaffRole.Editor, administrator, Cancellation)).Refusal.ShouldNotBeNull();
        (await Desk.DisableAsync("both", administrator, Cancellation)).Refusal.ShouldNotBeNull();
        (await Desk.ResetPasswordAsync("both", "another-river-17", administrator, Cancellation)).Refusal.ShouldNotBeNull();
        (await Desk.EnableAsync("editor", editor, Cancellation)).Refusal.ShouldNotBeNull();
        (await Desk.ListAsync(editor, Cancellation)).Refusal.ShouldNotBeNull();

        (await Desk.GrantAsync("editor", "zhengwu", StaffRole.Reviewer, administrator, Cancellation)).Refusal.ShouldBeNull();
        (await Desk.ListAsync(administrator, Cancellation)).Value.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Nobody_raises_or_disables_themselves()
    {
        var administrator = await _office.TakesOnAsync("admin", StaffRole.Administrator);

        (await Desk.GrantAsync("admin", "zhengwu", StaffRole.Supervisor, administrator, Cancellation)).Refusal.ShouldNotBeNull()
            .ShouldContain("另一位管理员");
        (await Desk.DisableAsync("Admin", administrator, Cancellation)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_fresh_system_is_claimed_once_by_the_word_shown_at_its_start()
    {
        var old = (await Claims.IssueAsync(Cancellation)).ShouldNotBeNull();
        var word = (await Claims.IssueAsync(Cancellation)).ShouldNotBeNull();
        (await ScalarAsync<string>("""SELECT "Hash" AS "Value" FROM "ClaimTokens" """)).ShouldNotContain(word);

        (await RedeemAsync(old)).Refusal.ShouldNotBeNull().ShouldContain("口令无效");
        (await RedeemAsync("guess")).Refusal.ShouldNotBeNull();
        (await RedeemAsync(word)).Refusal.ShouldBeNull();
        (await RedeemAsync(word, "second")).Refusal.ShouldNotBeNull();

        (await _office.SignsInAsync("first")).May(Permission.KeepStaff, "zhengwu").ShouldBeTrue();
        (await Claims.IssueAsync(Cancellation)).ShouldBeNull();
        (await _office.AuditAsync()).ShouldAllBe(entry => !entry.Detail.Contains(word) && !entry.Subject.Contains(word));
    }

    [Fact]
    public async Task The_word_is_void_after_a_day_and_where_staff_came_another_way()
    {
        Clock.StandStill(Clock.GetUtcNow());
        var expired = (await Claims.IssueAsync(Cancellation)).ShouldNotBeNull();
        Clock.StandStill(Clock.GetUtcNow().AddHours(25));
        (await RedeemAsync(expired)).Refusal.ShouldNotBeNull();

        var word = (await Claims.IssueAsync(Cancellation)).ShouldNotBeNull();
        await _office.TakesOnAsync("zhangsan", StaffRole.Editor);
        (await RedeemAsync(word)).Refusal.ShouldNotBeNull();
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _office = new ReviewingOffice(Contexts, Clock);
    }

    private Task<Outcome<StaffMember>> AddAsync(string name, string password) => Desk.AddAsync(
        new NewStaffMember(name, "张三", password, [("zhengwu", StaffRole.Editor)]), Acting.CommandLine, Cancellation);

    private async Task<bool> SignInAsync(string name, string password = Password) =>
        (await _office.SignIn.AdmitAsync(name, password, null, Cancellation)).IsDone;

    private Task<Outcome<StaffMember>> RedeemAsync(string word, string name = "first") => Claims.RedeemAsync(
        word, new NewStaffMember(name, "张三", Password, [("zhengwu", StaffRole.Administrator)]), Cancellation);

    public sealed class OnSqlite() : KnowingTheStaffTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : KnowingTheStaffTests(server);
}
