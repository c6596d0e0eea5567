using System.CommandLine;
using WeChatBridge.Accounts;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>
/// <c>staff …</c>: whoever can run the program on the server is the machine's administrator, so these act as the command line, audited.
/// The authenticator is each person's own; one that is lost is taken away by somebody else.
/// </summary>
internal static class StaffCommand
{
    public static Command Create() => new("staff", "工作人员：增加、岗位、停用、密码、验证器、绑定微信")
    {
        Add(), Claim(), Change("grant", "授予岗位"), Change("revoke", "收回岗位"), OnOff("disable", "停用"), OnOff("enable", "重新启用"),
        Password(), List(), Authenticator(), AuthenticatorReset(), StaffBindingCommand.Create(), StaffBindingCommand.CreateEnd(),
    };

    private static Command Add()
    {
        var name = Name();
        var display = Display();
        var account = Account();
        var role = new Option<StaffRole[]>("--role")
        {
            Description = "岗位，可以重复：Editor 经办人、Reviewer 审核人、SigningOfficer 签发人、DutyOfficer 值班员、Administrator 管理员、Supervisor 督办",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("add", "增加一位工作人员；密码另行输入") { name, display, account, role };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            (services, token) =>
            {
                var roles = parsed.GetRequiredValue(role).Select(one => (parsed.GetRequiredValue(account), one)).ToList();
                return WithAccountAsync(services, parsed.GetRequiredValue(account), () => WithNewPasswordAsync(
                    parsed.GetRequiredValue(name),
                    password => services.GetRequiredService<StaffDesk>().AddAsync(
                        new NewStaffMember(parsed.GetRequiredValue(name), parsed.GetRequiredValue(display), password, roles),
                        Acting.CommandLine,
                        token)));
            },
            cancellationToken));
        return command;
    }

    private static Command Claim()
    {
        var word = new Argument<string>("token") { Description = "服务启动时给出的口令" };
        var name = new Option<string>("--name") { Description = "登录名", Required = true };
        var display = Display();
        var command = new Command("claim", "用启动时给出的口令成为第一位管理员") { word, name, display };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            (services, token) =>
            {
                var roles = services.GetRequiredService<AccountFinder>().All.Select(one => (one.Key, StaffRole.Administrator)).ToList();
                return WithNewPasswordAsync(
                    parsed.GetRequiredValue(name),
                    password => services.GetRequiredService<ClaimDesk>().RedeemAsync(
                        parsed.GetRequiredValue(word),
                        new NewStaffMember(parsed.GetRequiredValue(name), parsed.GetRequiredValue(display), password, roles),
                        token));
            },
            cancellationToken));
        return command;
    }

    private static Command Change(string verb, string description)
    {
        var name = Name();
        var account = Account();
        var role = new Option<StaffRole>("--role") { Description = "岗位", Required = true };
        var command = new Command(verb, description) { name, account, role };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            (services, token) =>
            {
                var desk = services.GetRequiredService<StaffDesk>();
                var key = parsed.GetRequiredValue(account);
                return WithAccountAsync(services, key, async () => await SayAsync(verb == "grant"
                    ? await desk.GrantAsync(parsed.GetRequiredValue(name), key, parsed.GetValue(role), Acting.CommandLine, token)
                    : await desk.RevokeAsync(parsed.GetRequiredValue(name), key, parsed.GetValue(role), Acting.CommandLine, token)));
            },
            cancellationToken));
        return command;
    }

    private static Command OnOff(string verb, string description)
    {
        var name = Name();
        var command = new Command(verb, description) { name };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) =>
            {
                var desk = services.GetRequiredService<StaffDesk>();
                return await SayAsync(verb == "disable"
                    ? await desk.DisableAsync(parsed.GetRequiredValue(name), Acting.CommandLine, token)
                    : await desk.EnableAsync(parsed.GetRequiredValue(name), Acting.CommandLine, token));
            },
            cancellationToken));
        return command;
    }

    private static Command Password()
    {
        var name = Name();
        var command = new Command("password", "重设密码；新密码另行输入，同时解除锁定") { name };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            (services, token) => WithNewPasswordAsync(
                parsed.GetRequiredValue(name),
                password => services.GetRequiredService<StaffDesk>()
                    .ResetPasswordAsync(parsed.GetRequiredValue(name), password, Acting.CommandLine, token)),
            cancellationToken));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "列出工作人员和岗位");
        command.SetAction((_, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) =>
            {
                foreach (var member in (await services.GetRequiredService<StaffDesk>().ListAsync(Acting.CommandLine, token)).Value)
                {
                    Console.WriteLine(Describe(member));
                }

                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static Command Authenticator()
    {
        var person = SignedInRun.As();
        var confirm = new Option<string?>("--confirm") { Description = "验证器显示的六位数字，用来确认启用" };
        var remove = new Option<bool>("--remove") { Description = "停用验证器" };
        var command = new Command("authenticator", "给自己的登录加上验证器；先取密钥，再用 --confirm 确认") { person, confirm, remove };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var desk = services.GetRequiredService<AuthenticatorDesk>();
                return (parsed.GetValue(confirm), parsed.GetValue(remove)) switch
                {
                    (_, true) => await SayAsync(await desk.RemoveAsync(acting, token), _ => StaffTexts.AuthenticatorRemoved),
                    ({ } code, _) => await SayAsync(
                        await desk.ConfirmAsync(acting, code, token),
                        codes => StaffTexts.AuthenticatorConfirmed.With(string.Join("  ", codes))),
                    _ => await SayAsync(
                        await desk.BeginAsync(acting, token), key => StaffTexts.AuthenticatorBegun.With(key.Key, key.Uri)),
                };
            },
            cancellationToken));
        return command;
    }

    private static Command AuthenticatorReset()
    {
        var name = Name();
        var person = SignedInRun.AsOptional();
        var command = new Command("authenticator-reset", "停用别人丢失的验证器；本人会收到待办") { name, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingOrAdministratorAsync(
            parsed.GetValue(person),
            async (services, acting, token) => await SayAsync(
                await services.GetRequiredService<StaffDesk>().ResetAuthenticatorAsync(parsed.GetRequiredValue(name), acting, token),
                member => StaffTexts.AuthenticatorReset.With(member.DisplayName)),
            cancellationToken));
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "登录名" };

    private static Option<string> Display() => new("--display") { Description = "姓名", Required = true };

    private static Option<string> Account() => new("--account") { Description = "公众号（如 zhengwu）", Required = true };

    private static async Task<int> WithAccountAsync(IServiceProvider services, string key, Func<Task<int>> work) =>
        CommandRun.FindAccount(services, key) is { IsDone: false } unknown
            ? await CommandRun.RefuseAsync(unknown.Refusal)
            : await work();

    private static async Task<int> WithNewPasswordAsync(string name, Func<string, Task<Outcome<StaffMember>>> work) =>
        SecretPrompt.NewPassword(name) is { IsDone: true } given
            ? await SayAsync(await work(given.Value))
            : await CommandRun.RefuseAsync(StaffTexts.PromptDiffers);

    private static Task<int> SayAsync(Outcome<StaffMember> outcome) => SayAsync(outcome, Describe);

    private static async Task<int> SayAsync<T>(Outcome<T> outcome, Func<T, string> describe)
    {
        if (!outcome.IsDone)
        {
            return await CommandRun.RefuseAsync(outcome.Refusal);
        }

        Console.WriteLine(describe(outcome.Value));
        return ExitCode.Done;
    }

    private static string Describe(StaffMember member) => StaffTexts.StaffLine.With(
        member.Name,
        member.DisplayName,
        member.IsEnabled ? StaffTexts.StaffEnabled : StaffTexts.StaffDisabled,
        string.Join("，", member.Roles.GroupBy(held => held.AccountKey).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {string.Join("、", group.Select(held => held.Role).Order().Select(StaffDesk.NameOf))}")));
}
