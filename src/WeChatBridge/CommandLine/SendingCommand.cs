using System.CommandLine;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>publication pause</c>, <c>resume</c>, <c>lift-draft-only</c>: what concerns the whole account.</summary>
internal static class SendingCommand
{
    public static Command CreatePause()
    {
        var (person, account) = (SignedInRun.AsOptional(), PublicationCommand.Account());
        var reason = new Option<string>("--reason") { Description = "理由", Required = true };
        var command = new Command("pause", "立即停止这个公众号的一切发送") { account, reason, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingOrAdministratorAsync(
            parsed.GetValue(person),
            (services, acting, token) => WithAccountAsync(services, parsed.GetRequiredValue(account), async key => await CommandRun.SayAsync(
                await Desk(services).PauseAsync(key, parsed.GetRequiredValue(reason), acting, token), PublicationLines.Paused)),
            cancellationToken));
        return command;
    }

    public static Command CreateResume() => Changed(
        "resume",
        "恢复发送；已到时间的，没有误点太久就发出，否则停下等人处理",
        (desk, key, acting, token) => desk.ResumeAsync(key, acting, token),
        PublicationLines.Resumed);

    public static Command CreateLift() => Changed(
        "lift-draft-only",
        "发布接口的权限已恢复，不再限于仅存草稿",
        (desk, key, acting, token) => desk.LiftDraftOnlyAsync(key, acting, token),
        state => PublishingTexts.LineLifted.With(state.Sending.AccountKey));

    private static Command Changed(
        string verb,
        string description,
        Func<SendingPauseDesk, string, Acting, CancellationToken, Task<Outcome<SendingState>>> change,
        Func<SendingState, string> describe)
    {
        var (person, account) = (SignedInRun.AsOptional(), PublicationCommand.Account());
        var command = new Command(verb, description) { account, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingOrAdministratorAsync(
            parsed.GetValue(person),
            (services, acting, token) => WithAccountAsync(services, parsed.GetRequiredValue(account), async key => await CommandRun.SayAsync(
                await change(Desk(services), key, acting, token), describe)),
            cancellationToken));
        return command;
    }

    private static async Task<int> WithAccountAsync(IServiceProvider services, string key, Func<string, Task<int>> work) =>
        CommandRun.FindAccount(services, key) is { IsDone: false } unknown ? await CommandRun.RefuseAsync(unknown.Refusal) : await work(key);

    private static SendingPauseDesk Desk(IServiceProvider services) => services.GetRequiredService<SendingPauseDesk>();
}
