using System.CommandLine;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>publication …</c>: what goes out when, and what becomes of it.</summary>
internal static class PublicationCommand
{
    public static Command Create() => new("publication", "发布：安排、预览、查看、改时间、取消、查证结果、阅读数据、日历、节前检查、暂停和恢复")
    {
        PublicationPlanCommand.CreatePlan(),
        PublicationPreviewCommand.CreatePreview(),
        PublicationPreviewCommand.CreatePreviews(),
        List(),
        Show(),
        PublicationPlanCommand.CreateMove(),
        PublicationPlanCommand.CreateChange(),
        Act("cancel", "取消，不再发出", (services, act, token) => Desk(services).CancelAsync(act, token)),
        Act("allow-late", "误点了仍然发出", (services, act, token) => Desk(services).AllowLateAsync(act, token)),
        Act("retry", "停下的原因已经解决，马上重试", RetryAsync),
        PublicationSettleCommand.CreateSettle(),
        PublicationSettleCommand.CreateEntered(),
        PublicationSettleCommand.CreateAddress(),
        FigureCommand.Create(),
        PublicationCalendarCommand.CreateCalendar(),
        PublicationCalendarCommand.CreateHolidayCheck(),
        SendingCommand.CreatePause(),
        SendingCommand.CreateResume(),
        SendingCommand.CreateLift(),
        WebsiteSendingCommand.CreateSent(),
        WebsiteSendingCommand.CreateList(),
        WebsiteSendingCommand.CreateStrike(),
    };

    public static Option<string> Account() => new("--account") { Description = "公众号（如 zhengwu）", Required = true };

    /// <summary>A command on one publication as the person saw it.</summary>
    public static Command Acted(
        string verb,
        string description,
        IReadOnlyList<Option> options,
        Func<IServiceProvider, ParseResult, PublicationAct, CancellationToken, Task<int>> work)
    {
        var person = SignedInRun.As();
        var id = new Argument<long>("id") { Description = "发布计划的编号" };
        var seen = new Option<int>("--seen") { Description = "您看到的状态号（publication show 显示）", Required = true };
        var command = new Command(verb, description) { id, seen, person };
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            (services, acting, token) => work(
                services, parsed, new PublicationAct(parsed.GetRequiredValue(id), parsed.GetValue(seen), acting), token),
            cancellationToken));
        return command;
    }

    public static Task<int> SayAsync(Outcome<Publication> outcome) => CommandRun.SayAsync(outcome, PublicationLines.Changed);

    private static Command Act(
        string verb, string description, Func<IServiceProvider, PublicationAct, CancellationToken, Task<Outcome<Publication>>> work) =>
        Acted(verb, description, [], async (services, _, act, token) => await SayAsync(await work(services, act, token)));

    private static async Task<Outcome<Publication>> RetryAsync(
        IServiceProvider services, PublicationAct act, CancellationToken cancellationToken)
    {
        var retried = await Desk(services).RetryAsync(act, cancellationToken);
        return retried.IsDone ? retried.Value.Publication : Outcome<Publication>.Refused(retried.Refusal!);
    }

    private static Command List()
    {
        var account = Account();
        var command = new Command("list", "正在等待、停下和最近办完的") { account };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) => await CommandRun.SayAsync(
                await services.GetRequiredService<PublicationFinder>()
                    .ListAsync(parsed.GetRequiredValue(account), Acting.CommandLine, token),
                found => found.Count == 0 ? PublishingTexts.LineNone : string.Join('\n', found.Select(PublicationLines.Head))),
            cancellationToken));
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<long>("id") { Description = "发布计划的编号" };
        var command = new Command("show", "查看一个发布计划的全部经过") { id };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) => await CommandRun.SayAsync(
                await services.GetRequiredService<PublicationFinder>()
                    .ShowAsync(parsed.GetRequiredValue(id), Acting.CommandLine, token),
                PublicationLines.Whole),
            cancellationToken));
        return command;
    }

    private static ReschedulingDesk Desk(IServiceProvider services) => services.GetRequiredService<ReschedulingDesk>();
}
