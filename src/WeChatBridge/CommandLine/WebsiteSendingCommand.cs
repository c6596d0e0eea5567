using System.CommandLine;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;

namespace WeChatBridge.CommandLine;

/// <summary><c>publication website-sent</c>, <c>website-list</c>, <c>website-strike</c>: what was sent by hand on the website.</summary>
internal static class WebsiteSendingCommand
{
    public static Command CreateSent()
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
                        await Desk(services).RegisterAsync(
                            parsed.GetRequiredValue(account),
                            new NewWebsiteSending(
                                parsed.GetRequiredValue(url),
                                parsed.GetRequiredValue(title),
                                sentAt.Value,
                                parsed.GetRequiredValue(act),
                                parsed.GetRequiredValue(reviewer)),
                            acting,
                            token),
                        WebsiteSendingLines.Registered)
                    : await CommandRun.RefuseAsync(sentAt.Refusal);
            },
            cancellationToken));
        return command;
    }

    public static Command CreateList()
    {
        var account = PublicationCommand.Account();
        var command = new Command("website-list", "登记过的网站手工发送，划去的也列出并注明") { account };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) => CommandRun.FindAccount(services, parsed.GetRequiredValue(account)) is { IsDone: false } unknown
                ? await CommandRun.RefuseAsync(unknown.Refusal)
                : await CommandRun.SayAsync(
                    await Desk(services).ListAsync(parsed.GetRequiredValue(account), Acting.CommandLine, token), WebsiteSendingLines.All),
            cancellationToken));
        return command;
    }

    public static Command CreateStrike()
    {
        var person = SignedInRun.As();
        var id = new Argument<long>("id") { Description = "登记的编号（publication website-list 显示）" };
        var reason = new Option<string>("--reason") { Description = "理由", Required = true };
        var command = new Command("website-strike", "划去登记错了的网站手工发送；记录保留，不再计入次数和更新") { id, reason, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) => await CommandRun.SayAsync(
                await services.GetRequiredService<StrikingDesk>()
                    .StrikeAsync(parsed.GetRequiredValue(id), parsed.GetRequiredValue(reason), acting, token),
                WebsiteSendingLines.Struck),
            cancellationToken));
        return command;
    }

    private static WebsiteSendingDesk Desk(IServiceProvider services) => services.GetRequiredService<WebsiteSendingDesk>();
}
