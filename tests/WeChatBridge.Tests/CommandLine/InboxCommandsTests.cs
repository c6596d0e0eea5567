using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.CommandLine;

public sealed class InboxCommandsTests
{
    private const string Password = "keyboard-horse-41";

    [Fact]
    public async Task The_duty_officer_looks_into_the_inbox_and_nobody_else_may()
    {
        using var office = new OfficeFolder();
        foreach (var (name, role) in new[] { ("li", "DutyOfficer"), ("sun", "Editor") })
        {
            var added = await office.RunsWithAsync(
                Password, "staff", "add", name, "--display", name, "--account", "zhengwu", "--role", role);
            added.ExitCode.ShouldBe(0, added.Errors);
        }

        var list = await office.RunsWithAsync(Password, "inbox", "list", "--account", "zhengwu", "--as", "li");
        var missing = await office.RunsWithAsync(Password, "inbox", "show", "261124-0037", "--account", "zhengwu", "--as", "li");
        var malformed = await office.RunsAsync("inbox", "show", "37", "--account", "zhengwu", "--as", "li");
        var forbidden = await office.RunsWithAsync(Password, "inbox", "list", "--account", "zhengwu", "--as", "sun");

        list.Output.ShouldContain("没有要办的留言");
        missing.Errors.ShouldContain("没有编号为 261124-0037 的留言");
        malformed.Errors.ShouldContain("留言编号应像 261124-0037");
        forbidden.ExitCode.ShouldBe(1);
        forbidden.Output.ShouldBeEmpty();
    }
}
