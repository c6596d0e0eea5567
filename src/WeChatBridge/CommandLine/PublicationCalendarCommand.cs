using System.CommandLine;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;

namespace WeChatBridge.CommandLine;

/// <summary><c>publication calendar</c>, <c>holiday-check</c>: what comes between two days.</summary>
internal static class PublicationCalendarCommand
{
    public static Command CreateCalendar() => Between(
        "calendar",
        "两天之间每天要发什么、谁值班",
        (services, account, from, to, token) => services.GetRequiredService<PublicationCalendar>()
            .BetweenAsync(account, from, to, Acting.CommandLine, token),
        days => string.Join('\n', days.SelectMany(CalendarLines.Of)));

    public static Command CreateHolidayCheck() => Between(
        "holiday-check",
        "节前检查：最长间隔、没办完审核的、值班、群发次数、群发保护",
        (services, account, from, to, token) => services.GetRequiredService<HolidayCheck>()
            .LookAsync(account, from, to, Acting.CommandLine, token),
        CalendarLines.Whole);

    private static Command Between<T>(
        string verb,
        string description,
        Func<IServiceProvider, string, DateOnly, DateOnly, CancellationToken, Task<Outcome<T>>> look,
        Func<T, string> describe)
    {
        var (account, span) = (PublicationCommand.Account(), new OfficeSpan());
        var command = new Command(verb, description) { account };
        span.AddTo(command);
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) =>
            {
                var days = span.Read(parsed);
                return (days.Refusal ?? CommandRun.FindAccount(services, parsed.GetRequiredValue(account)).Refusal) is { } refusal
                    ? await CommandRun.RefuseAsync(refusal)
                    : await CommandRun.SayAsync(
                        await look(services, parsed.GetRequiredValue(account), days.Value.From, days.Value.To, token), describe);
            },
            cancellationToken));
        return command;
    }
}

/// <summary>Two days as they are typed, both included.</summary>
internal sealed class OfficeSpan
{
    private readonly Option<string> _from = new("--from") { Description = "第一天，例如 2026-10-01", Required = true };
    private readonly Option<string> _to = new("--to") { Description = "最后一天（含），例如 2026-10-08", Required = true };

    public void AddTo(Command command)
    {
        command.Options.Add(_from);
        command.Options.Add(_to);
    }

    public Outcome<(DateOnly From, DateOnly To)> Read(ParseResult parsed)
    {
        var (from, to) = (OfficeDay.Read(parsed.GetRequiredValue(_from)), OfficeDay.Read(parsed.GetRequiredValue(_to)));
        return (from.Refusal ?? to.Refusal) is { } unreadable
            ? Outcome<(DateOnly From, DateOnly To)>.Refused(unreadable)
            : (from.Value!.Value, to.Value!.Value);
    }
}
