using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.CommandLine;

public sealed class StaffAndReviewCommandsTests
{
    private const string Password = ReviewingOffice.Password;

    [Fact]
    public async Task Staff_are_added_listed_changed_and_sign_in_by_their_password()
    {
        using var office = new OfficeFolder();
        var added = await office.RunsWithAsync(
            Password, "staff", "add", "zhangsan", "--display", "张三", "--account", "zhengwu", "--role", "Reviewer", "--role", "DutyOfficer");
        added.ExitCode.ShouldBe(0, added.Errors);

        (await office.RunsAsync("staff", "grant", "zhangsan", "--account", "renda", "--role", "Editor")).ExitCode.ShouldBe(0);
        (await office.RunsAsync("staff", "list")).Output.ShouldContain("zhangsan  张三  在用  renda 经办人，zhengwu 审核人、值班员");
        (await office.RunsWithAsync(Password, "review", "list", "--as", "zhangsan", "--account", "zhengwu")).Output
            .ShouldContain("没有等您办理的审核");
        var wrong = await office.RunsWithAsync("wrong-password", "review", "list", "--as", "zhangsan", "--account", "zhengwu");
        (wrong.ExitCode, wrong.Output).ShouldBe((1, ""));
        wrong.Errors.ShouldContain("登录名或密码不对");
        (await office.RunsAsync("audit", "verify")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_fresh_service_shows_a_word_with_which_the_first_administrator_takes_over()
    {
        using var office = new OfficeFolder();
        string word;
        await using (var bridge = ProgramRun.OfBridge(office.Path, "--urls", "http://127.0.0.1:0"))
        {
            word = (await bridge.SaysAsync("staff claim")).Split("staff claim ")[1].Split(' ')[0];
            (await bridge.TerminatesAsync()).ShouldBe(0);
        }

        var claimed = await office.RunsWithAsync(Password, "staff", "claim", word, "--name", "wangwu", "--display", "王五");
        claimed.ExitCode.ShouldBe(0, claimed.Errors);
        claimed.Output.ShouldContain("renda 管理员，zhengwu 管理员");
        (await office.RunsWithAsync(Password, "staff", "claim", word, "--name", "other", "--display", "赵六")).Errors
            .ShouldContain("口令无效");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_a_sentence()
    {
        using var office = new OfficeFolder();

        (await office.RunsWithAsync("short", "staff", "add", "zhangsan", "--display", "张三", "--account", "zhengwu", "--role", "Editor"))
            .Errors.ShouldContain("密码要有 10");
        (await office.RunsWithAsync(Password, "staff", "add", "zhangsan", "--display", "张三", "--account", "no", "--role", "Editor"))
            .Errors.ShouldContain("没有名为“no”的公众号");
        (await office.RunsAsync("staff", "disable", "zhangsan")).Errors.ShouldContain("zhangsan");
        (await office.RunsAsync("review", "staffing", "--account", "zhengwu")).Errors.ShouldContain("经办、复审、签发");
        await office.RunsWithAsync(Password, "staff", "add", "zhangsan", "--display", "张三", "--account", "zhengwu", "--role", "Reviewer");
        (await office.RunsWithAsync(Password, "review", "approve", "7", "--seen", "1", "--as", "zhangsan")).Errors.ShouldContain("编号为 7");
        (await office.RunsWithAsync(Password, "review", "approve", "7", "--seen", "1", "--as", "zhangsan", "--check", "Nothing=No")).Errors
            .ShouldContain("看不懂“Nothing=No”");
    }
}
