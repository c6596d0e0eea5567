using System.CommandLine;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>rule …</c>: the rules of staff. Reading needs no sign-in on the server; every change is a person's own act.</summary>
internal static class RuleCommand
{
    public static Command Create() => new("rule", "自动回复规则：查看、新增、修改、试问、停用、沿用公众平台原有设置")
    {
        List(), Show(), Add(), Change(), Try(), Switch("off", "立即停止回复", on: false), Switch("on", "恢复回复", on: true), Retire(), Import(), Adopt(),
    };

    private static Command List()
    {
        var account = Account();
        var command = new Command("list", "列出全部规则") { account };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) => await CommandRun.SayAsync(
                await services.GetRequiredService<RuleTrialDesk>().ListAsync(parsed.GetRequiredValue(account), Acting.CommandLine, token),
                rules => rules.Count == 0 ? StaffTexts.RuleNone : string.Join('\n', rules.Select(RuleLines.Head))),
            cancellationToken));
        return command;
    }

    private static Command Show()
    {
        var id = Id();
        var command = new Command("show", "查看一条规则：正在说的和等待核准的") { id };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) => await CommandRun.SayAsync(
                await services.GetRequiredService<RuleTrialDesk>().ShowAsync(parsed.GetRequiredValue(id), Acting.CommandLine, token),
                RuleLines.Whole),
            cancellationToken));
        return command;
    }

    private static Command Add()
    {
        var (person, account, arguments) = (SignedInRun.As(), Account(), new RuleArguments());
        var command = new Command("add", "新增规则，提交第二人核准") { person, account };
        arguments.AddTo(command);
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var draft = await arguments.ReadAsync(parsed, null, services.GetRequiredService<TimeProvider>(), token);
                return draft.IsDone
                    ? await SayAsync(await services.GetRequiredService<RuleDesk>()
                        .AddAsync(parsed.GetRequiredValue(account), draft.Value, acting, token))
                    : await CommandRun.RefuseAsync(draft.Refusal);
            },
            cancellationToken));
        return command;
    }

    private static Command Change()
    {
        var (person, id, arguments) = (SignedInRun.As(), Id(), new RuleArguments());
        var command = new Command("change", "修改规则；没写的项目不变，核准前仍按原来的回复") { id, person };
        arguments.AddTo(command);
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var shown = await services.GetRequiredService<RuleTrialDesk>().ShowAsync(parsed.GetRequiredValue(id), acting, token);
                if (!shown.IsDone)
                {
                    return await CommandRun.RefuseAsync(shown.Refusal);
                }

                var draft = await arguments.ReadAsync(parsed, shown.Value.Latest, services.GetRequiredService<TimeProvider>(), token);
                return draft.IsDone
                    ? await SayAsync(await services.GetRequiredService<RuleDesk>()
                        .ChangeAsync(parsed.GetRequiredValue(id), draft.Value, acting, token))
                    : await CommandRun.RefuseAsync(draft.Refusal);
            },
            cancellationToken));
        return command;
    }

    private static Command Try()
    {
        var id = Id();
        var words = new Argument<string>("words") { Description = "群众可能会发来的话" };
        var command = new Command("try", "试问：现在怎么答，核准以后怎么答") { id, words };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) => await CommandRun.SayAsync(
                await services.GetRequiredService<RuleTrialDesk>()
                    .TryAsync(parsed.GetRequiredValue(id), parsed.GetRequiredValue(words), Acting.CommandLine, token),
                trial => trial.Then is { } then
                    ? StaffTexts.RuleTrial.With(trial.Now.Text, then.Text)
                    : StaffTexts.RuleTrialNow.With(trial.Now.Text)),
            cancellationToken));
        return command;
    }

    private static Command Switch(string verb, string description, bool on) => Ended(
        verb, description, (desk, id, acting, token) => desk.SwitchAsync(id, on, acting, token));

    private static Command Retire() => Ended("retire", "停用，不再恢复", (desk, id, acting, token) => desk.RetireAsync(id, acting, token));

    private static Command Import()
    {
        var (person, account) = (SignedInRun.As(), Account());
        var command = new Command("import-website", "读入公众平台网站上原有的自动回复，作为一组等待核准") { person, account };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var served = CommandRun.FindAccount(services, parsed.GetRequiredValue(account));
                return served.IsDone
                    ? await CommandRun.SayAsync(
                        await services.GetRequiredService<WebsiteRuleDesk>().ImportAsync(served.Value, acting, token),
                        set => string.Join(
                            '\n', set.Notes.Prepend(StaffTexts.WebsiteImported.With(set.Rules, set.ReviewId, parsed.GetValue(account)))))
                    : await CommandRun.RefuseAsync(served.Refusal);
            },
            cancellationToken));
        return command;
    }

    private static Command Adopt()
    {
        var (person, account) = (SignedInRun.As(), Account());
        var command = new Command("adopt", "沿用原设置：由另一人一次核准读入的全部自动回复") { person, account };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) => await CommandRun.SayAsync(
                await services.GetRequiredService<WebsiteRuleDesk>().AdoptAsync(parsed.GetRequiredValue(account), acting, token),
                review => review.State == ReviewState.Passed ? StaffTexts.WebsiteAdopted : ReviewLines.Whole(review)),
            cancellationToken));
        return command;
    }

    private static Command Ended(
        string verb, string description, Func<RuleDesk, long, Acting, CancellationToken, Task<Outcome<AnswerRule>>> end)
    {
        var (person, id) = (SignedInRun.As(), Id());
        var command = new Command(verb, description) { id, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) => await CommandRun.SayAsync(
                await end(services.GetRequiredService<RuleDesk>(), parsed.GetRequiredValue(id), acting, token),
                rule => StaffTexts.RuleSwitched.With(rule.Id, RuleLines.StateOf(rule))),
            cancellationToken));
        return command;
    }

    private static Task<int> SayAsync(Outcome<WrittenRule> outcome) => CommandRun.SayAsync(
        outcome,
        written => string.Join('\n', written.Remarks.Prepend(written.Written.IsConfirmed
            ? ReviewLines.Of(written.Written)
            : StaffTexts.RuleWritten.With(written.RuleId, written.Version, written.ReviewId))));

    private static Argument<long> Id() => new("id") { Description = "规则编号" };

    private static Option<string> Account() => new("--account") { Description = "公众号（如 zhengwu）", Required = true };
}
