using System.CommandLine;
using WeChatBridge.Reports;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>report …</c>: the library: what there is, what a confirmer should look at, and what can be done with it.</summary>
internal static class ReportCommand
{
    public static Command Create() => new("report", "文件：列出、查看、改动、撤下、许可引用")
    {
        List(),
        Show(),
        ReportChangeCommand.Create(),
        Withdraw(),
        Quotation(
            "grant", "许可另一公众号引用（须另一人核准）", async (services, id, to, by, token) =>
                ReportLines.Submitted(await services.GetRequiredService<ReportDesk>().GrantAsync(id, to, by, token))),
        Quotation(
            "revoke", "收回引用许可，立即生效", async (services, id, to, by, token) =>
            {
                var revoked = await services.GetRequiredService<SilencingDesk>().RevokeAsync(id, to, by, token);
                return revoked.IsDone
                    ? Outcome<string>.Done(StaffTexts.ReportRevoked.With(revoked.Value.Title, to))
                    : Outcome<string>.Refused(revoked.Refusal!);
            }),
    };

    private static Command List()
    {
        var account = new Option<string>("--account") { Description = "公众号（如 zhengwu）", Required = true };
        return Acted("list", "列出一个公众号的文件", [account], async (services, parsed, by, token) =>
        {
            var key = parsed.GetRequiredValue(account);
            if (CommandRun.FindAccount(services, key) is { IsDone: false } unknown)
            {
                return Outcome<string>.Refused(unknown.Refusal!);
            }

            var lines = await services.GetRequiredService<ReportFinder>().ListAsync(key, by, token);
            return lines switch
            {
                { IsDone: false } => Outcome<string>.Refused(lines.Refusal!),
                { Value.Count: 0 } => Outcome<string>.Done(StaffTexts.ReportNone.With(key)),
                _ => Outcome<string>.Done(string.Join('\n', lines.Value.Select(ReportLines.Line))),
            };
        });
    }

    private static Command Show()
    {
        var id = Id();
        return Acted("show", "查看一份文件，以及核准前要注意的地方", [id], async (services, parsed, by, token) =>
        {
            var dossier = await services.GetRequiredService<ReportFinder>().ShowAsync(parsed.GetRequiredValue(id), by, token);
            return dossier.IsDone ? Outcome<string>.Done(ReportLines.Whole(dossier.Value)) : Outcome<string>.Refused(dossier.Refusal!);
        });
    }

    private static Command Withdraw()
    {
        var id = Id();
        var reason = new Option<string>("--reason") { Description = "为什么撤下", Required = true };
        return Acted("withdraw", "撤下一份文件，立即不再用于答复", [id, reason], async (services, parsed, by, token) =>
        {
            var withdrawn = await services.GetRequiredService<SilencingDesk>()
                .WithdrawAsync(parsed.GetRequiredValue(id), parsed.GetRequiredValue(reason), by, token);
            return withdrawn.IsDone
                ? Outcome<string>.Done(StaffTexts.ReportWithdrawnNow.With(withdrawn.Value.Title))
                : Outcome<string>.Refused(withdrawn.Refusal!);
        });
    }

    private static Command Quotation(
        string verb, string description, Func<IServiceProvider, long, string, Acting, CancellationToken, Task<Outcome<string>>> act)
    {
        var id = Id();
        var to = new Option<string>("--to") { Description = "哪个公众号", Required = true };
        return Acted(verb, description, [id, to], async (services, parsed, by, token) =>
        {
            var account = parsed.GetRequiredValue(to);
            return CommandRun.FindAccount(services, account) is { IsDone: false } unknown
                ? Outcome<string>.Refused(unknown.Refusal!)
                : await act(services, parsed.GetRequiredValue(id), account, by, token);
        });
    }

    /// <summary>A command done as a person, or without one as the machine's administrator; its sentence is printed.</summary>
    public static Command Acted(
        string verb,
        string description,
        IReadOnlyList<Symbol> symbols,
        Func<IServiceProvider, ParseResult, Acting, CancellationToken, Task<Outcome<string>>> act)
    {
        var person = SignedInRun.AsOptional();
        var command = new Command(verb, description);
        foreach (var symbol in symbols.Append(person))
        {
            Add(command, symbol);
        }

        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingOrAdministratorAsync(
            parsed.GetValue(person),
            async (services, by, token) =>
            {
                var said = await act(services, parsed, by, token);
                if (!said.IsDone)
                {
                    return await CommandRun.RefuseAsync(said.Refusal);
                }

                Console.WriteLine(said.Value);
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    public static Argument<long> Id() => new("id") { Description = "文件编号" };

    private static void Add(Command command, Symbol symbol)
    {
        if (symbol is Argument argument)
        {
            command.Arguments.Add(argument);
        }
        else
        {
            command.Options.Add((Option)symbol);
        }
    }
}
