using System.CommandLine;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>duty …</c>: who is on duty on which day.</summary>
internal static class DutyCommand
{
    public static Command Create() => new("duty", "值班：登记、查看") { Set(), List() };

    private static Command Set()
    {
        var (person, account, span) = (SignedInRun.AsOptional(), PublicationCommand.Account(), new OfficeSpan());
        var who = new Option<string[]>("--who")
        {
            Description = "值班人的登录名，可以几个；不写表示取消这几天的值班",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("set", "登记这几天的值班，代替原来登记的") { account, who, person };
        span.AddTo(command);
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingOrAdministratorAsync(
            parsed.GetValue(person),
            async (services, acting, token) =>
            {
                var days = span.Read(parsed);
                return (days.Refusal ?? CommandRun.FindAccount(services, parsed.GetRequiredValue(account)).Refusal) is { } refusal
                    ? await CommandRun.RefuseAsync(refusal)
                    : await CommandRun.SayAsync(
                        await services.GetRequiredService<DutyRosterDesk>().SetAsync(
                            parsed.GetRequiredValue(account), days.Value.From, days.Value.To, parsed.GetValue(who) ?? [], acting, token),
                        set => PublishingTexts.LineDutySet.With(set.Select(one => one.Date).Distinct().Count()));
            },
            cancellationToken));
        return command;
    }

    private static Command List()
    {
        var (account, span) = (PublicationCommand.Account(), new OfficeSpan());
        var command = new Command("list", "每天谁值班") { account };
        span.AddTo(command);
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) =>
            {
                var days = span.Read(parsed);
                return days.IsDone
                    ? await CommandRun.SayAsync(
                        await services.GetRequiredService<DutyRosterDesk>().ListAsync(
                            parsed.GetRequiredValue(account), days.Value.From, days.Value.To, Acting.CommandLine, token),
                        found => CalendarLines.Duty(found, days.Value.From, days.Value.To))
                    : await CommandRun.RefuseAsync(days.Refusal);
            },
            cancellationToken));
        return command;
    }
}
