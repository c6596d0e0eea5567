using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.CommandLine;

/// <summary>Rules from a terminal: a person writes, another confirms, and the answer changes.</summary>
public sealed class RuleTests
{
    [Fact]
    public async Task A_rule_is_written_confirmed_and_asked()
    {
        using var office = new OfficeFolder();
        await RunsAsync(office, "staff", "add", "editor", "--display", "张三", "--account", "zhengwu", "--role", "Editor");
        await RunsAsync(office, "staff", "add", "reviewer", "--display", "李四", "--account", "zhengwu", "--role", "Reviewer");

        var added = await RunsAsync(
            office, "rule", "add", "--as", "editor", "--account", "zhengwu", "--name", "公积金", "--contains", "公积金", "--text", "请到二号窗口。");
        var tried = await RunsAsync(office, "rule", "try", "1", "我想查公积金");
        var review = added.Output.Split("审核编号 ")[1].Split('；')[0];
        await RunsAsync(office, "review", "approve", review, "--as", "reviewer", "--seen", "1");
        var asked = await RunsAsync(office, "ask", "--account", "zhengwu", "我想查公积金", "--json");
        var listed = await RunsAsync(office, "rule", "list", "--account", "zhengwu");

        tried.Output.ShouldContain("核准以后的答复：\n请到二号窗口。");
        asked.Output.ShouldContain("\"kind\":\"rule\"");
        asked.Output.ShouldContain("请到二号窗口。");
        listed.Output.ShouldContain("1. 公积金　启用　已核准");
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunsAsync(OfficeFolder office, params string[] arguments)
    {
        var run = await office.RunsWithAsync("keyboard-horse-41", arguments);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run;
    }
}
