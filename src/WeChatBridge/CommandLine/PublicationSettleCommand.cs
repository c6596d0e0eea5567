using System.CommandLine;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>publication settle</c>, <c>entered</c>, <c>address</c>: what only a person can tell.</summary>
internal static class PublicationSettleCommand
{
    public static Command CreateSettle()
    {
        var published = new Option<string[]>("--published")
        {
            Description = "已经发出：文章网址，几篇写几个，按先后",
            AllowMultipleArgumentsPerToken = true,
        };
        var notSent = new Option<bool>("--not-sent") { Description = "没有发出" };
        var evidence = new Option<string>("--evidence") { Description = "依据：在哪里查看、看到了什么", Required = true };
        return PublicationCommand.Acted(
            "settle",
            "结果未知的，由人查证后写明结果",
            [published, notSent, evidence],
            async (services, parsed, act, token) =>
            {
                var desk = services.GetRequiredService<SettlingDesk>();
                return (parsed.GetValue(published) ?? [], parsed.GetValue(notSent)) switch
                {
                    ({ Length: > 0 } addresses, false) => await PublicationCommand.SayAsync(
                        await desk.SettleAsPublishedAsync(act, addresses, parsed.GetRequiredValue(evidence), token)),
                    ([], true) => await PublicationCommand.SayAsync(
                        await desk.SettleAsNotSentAsync(act, parsed.GetRequiredValue(evidence), token)),
                    _ => await CommandRun.RefuseAsync(await HowAsync(services, act, token)),
                };
            });
    }

    /// <summary>How it is done, and what there is to go by.</summary>
    private static async Task<string> HowAsync(IServiceProvider services, PublicationAct act, CancellationToken cancellationToken)
    {
        var shown = await services.GetRequiredService<PublicationFinder>().ShowAsync(act.PublicationId, act.By, cancellationToken);
        return string.Join('\n', [PublishingTexts.SettleHow, .. shown.IsDone ? PublicationLines.Heard(shown.Value.Heard) : []]);
    }

    public static Command CreateEntered()
    {
        var url = new Option<string[]>("--url")
        {
            Description = "文章网址，几篇写几个，按先后",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var at = OfficeMoment.Required("--at", "在网站发表的时间（北京时间），例如 \"2026-12-01 09:30\"");
        var act = Sent();
        return PublicationCommand.Acted(
            "entered",
            "草稿已由人在公众平台网站发表，登记网址",
            [url, at, act],
            async (services, parsed, publication, token) =>
            {
                var sentAt = OfficeMoment.Read(parsed.GetRequiredValue(at));
                return sentAt.IsDone
                    ? await PublicationCommand.SayAsync(await services.GetRequiredService<SettlingDesk>().EnterAsync(
                        publication,
                        new DraftSentByHand(parsed.GetRequiredValue(url), sentAt.Value, parsed.GetRequiredValue(act)),
                        token))
                    : await CommandRun.RefuseAsync(sentAt.Refusal);
            });
    }

    public static Command CreateAddress()
    {
        var url = new Option<string[]>("--url")
        {
            Description = "没有网址的文章的网址，几篇写几个，按先后",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        return PublicationCommand.Acted(
            "address",
            "已发出而系统没有收到网址的，补登网址",
            [url],
            async (services, parsed, act, token) => await PublicationCommand.SayAsync(
                await services.GetRequiredService<SettlingDesk>().AddAddressesAsync(act, parsed.GetRequiredValue(url), token)));
    }

    /// <summary>On the website both are one button with a switch: whether followers were told must be asked.</summary>
    public static Option<SendingAct> Sent() => new("--act")
    {
        Description = "MassSend 打开了“群发通知”，Publish 没有打开",
        Required = true,
    };
}
