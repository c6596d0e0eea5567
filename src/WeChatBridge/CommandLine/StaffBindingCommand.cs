using System.CommandLine;
using WeChatBridge.Accounts;
using WeChatBridge.Staff.Bindings;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>staff bind</c>, <c>staff unbind</c>: a staff member's own WeChat, so that 「待办」 typed to the account tells what waits.</summary>
internal static class StaffBindingCommand
{
    public static Command Create()
    {
        var name = Name();
        var account = Account();
        var person = new Option<string?>("--as") { Description = "以谁的名义办理；不写即绑定的人本人，密码另行输入" };
        var command = new Command("bind", "取一个绑定码，用自己的微信发给公众号") { name, account, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetValue(person) ?? parsed.GetRequiredValue(name),
            async (services, acting, token) =>
            {
                var bound = parsed.GetRequiredValue(name);
                if (!string.Equals(acting.Name, bound, StringComparison.OrdinalIgnoreCase))
                {
                    return await CommandRun.RefuseAsync(NoticeTexts.BindingOwnOnly.With(bound, acting.Name));
                }

                var found = CommandRun.FindAccount(services, parsed.GetRequiredValue(account));
                return found.IsDone
                    ? await CommandRun.SayAsync(
                        await services.GetRequiredService<BindingDesk>().IssueAsync(found.Value.Key, acting, token),
                        code => NoticeTexts.BindingCode.With(found.Value.Name, OfficeTime.Write(code.ExpiresAt), code.Word))
                    : await CommandRun.RefuseAsync(found.Refusal);
            },
            cancellationToken));
        return command;
    }

    public static Command CreateEnd()
    {
        var name = Name();
        var account = Account();
        var person = SignedInRun.AsOptional();
        var command = new Command("unbind", "解除绑定的微信：本人或管理员") { name, account, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingOrAdministratorAsync(
            parsed.GetValue(person),
            async (services, acting, token) =>
            {
                var key = parsed.GetRequiredValue(account);
                return await CommandRun.SayAsync(
                    await services.GetRequiredService<BindingDesk>()
                        .UnbindAsync(parsed.GetRequiredValue(name).ToLowerInvariant(), key, acting, token),
                    unbound => NoticeTexts.Unbound.With(unbound, key));
            },
            cancellationToken));
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "登录名" };

    private static Option<string> Account() => new("--account") { Description = "公众号（如 zhengwu）", Required = true };
}
