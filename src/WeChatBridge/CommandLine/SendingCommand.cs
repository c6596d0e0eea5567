using System.CommandLine;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>publication pause</c>, <c>resume</c>, <c>lift-draft-only</c>, <c>website-sent</c>: what concerns the whole account.</summary>
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

    public static Command CreateWebsiteSent()
    {
        var (person, account, act) = (SignedInRun.As(), PublicationCommand.Account(), PublicationSettleCommand.Sent());
        var url = new Option<string>("--url") { Description = "文章网址", Required = true };
        var title = new Option<string>("--title") { Description = "标题", Required = true };
        var at = OfficeMoment.Required("--at", "发送时间（北京时间），例如 \"2026-12-01 09:30\"");
        var reviewer = new Option<string[]>("--reviewer")
        {
            Description = "发送前由谁审核，可以重复",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("website-sent", "登记在公众平台网站手工发送的文章") { account, url, title, at, act, reviewer, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var sentAt = OfficeMoment.Read(parsed.GetRequiredValue(at));
                return sentAt.IsDone
                    ? await CommandRun.SayAsync(
                        await services.GetRequiredService<WebsiteSendingDesk>().RegisterAsync(
                            parsed.GetRequiredValue(account),
                            new NewWebsiteSending(
                                parsed.GetRequiredValue(url),
                                parsed.GetRequiredValue(title),
                                sentAt.Value,
                                parsed.GetRequiredValue(act),
                                parsed.GetRequiredValue(reviewer)),
                            acting,
                            token),
                        PublicationLines.Registered)
                    : await CommandRun.RefuseAsync(sentAt.Refusal);
            },
            cancellationToken));
        return command;
    }

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
