using System.Text.RegularExpressions;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.CommandLine;

public sealed partial class NoticeAndCaseCommandsTests
{
    private const string Password = ReviewingOffice.Password;

    [Fact]
    public async Task A_person_reads_what_waits_and_takes_a_code_for_their_own_wechat()
    {
        using var office = await StaffedAsync();

        var list = await office.RunsWithAsync(Password, "notice", "list", "--account", "zhengwu", "--as", "zhangsan");
        (list.ExitCode, list.Output).ShouldBe((0, "没有待办。"));
        (await office.RunsWithAsync(Password, "notice", "seen", "7", "--as", "zhangsan")).Errors.ShouldContain("编号为 7");

        var code = await office.RunsWithAsync(Password, "staff", "bind", "zhangsan", "--account", "zhengwu");
        code.ExitCode.ShouldBe(0, code.Errors);
        CodeLine().IsMatch(code.Output).ShouldBeTrue(code.Output);
        (await office.RunsWithAsync(Password, "staff", "bind", "lisi", "--account", "zhengwu", "--as", "zhangsan")).Errors
            .ShouldContain("只能绑定您自己的微信");
        (await office.RunsAsync("staff", "unbind", "zhangsan", "--account", "zhengwu")).Errors.ShouldContain("没有绑定微信");
    }

    [Fact]
    public async Task A_case_that_cannot_be_had_is_refused_with_a_sentence()
    {
        using var office = await StaffedAsync();

        (await office.RunsAsync("case-file")).Errors.ShouldContain("发布编号和存放位置");
        (await office.RunsAsync("case-file", "7", "--out", "cases")).Errors.ShouldContain("没有编号为 7 的发布");
        (await office.RunsWithAsync(Password, "case-file", "7", "--out", "cases", "--as", "zhangsan")).Errors.ShouldContain("还没有安排发布的稿件没有案卷");
        (await office.RunsAsync("case-file", "verify", "nowhere.zip")).Errors.ShouldContain("nowhere.zip");
        Directory.Exists(Path.Combine(office.Path, "cases")).ShouldBeFalse();
    }

    private static async Task<OfficeFolder> StaffedAsync()
    {
        var office = new OfficeFolder();
        var added = await office.RunsWithAsync(
            Password, "staff", "add", "zhangsan", "--display", "张三", "--account", "zhengwu", "--role", "Reviewer");
        added.ExitCode.ShouldBe(0, added.Errors);
        return office;
    }

    [GeneratedRegex(@"^绑定 \d{8}$", RegexOptions.Multiline)]
    private static partial Regex CodeLine();
}
