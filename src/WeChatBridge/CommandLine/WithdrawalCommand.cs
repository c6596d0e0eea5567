using System.CommandLine;
using WeChatBridge.Accounts;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>withdrawal …</c>: one person proposes to take back what is public, another confirms.</summary>
internal static class WithdrawalCommand
{
    public static Command Create() => new("withdrawal", "撤稿：一人提出，另一人确认，然后由微信平台删除，不能恢复")
    {
        Propose(),
        Decide("confirm", "确认撤稿（不能是提出的人）；删除后不能恢复", (desk, by, account, id, token) => desk.ConfirmAsync(by, account, id, token)),
        Decide("drop", "不撤了", (desk, by, account, id, token) => desk.DropAsync(by, account, id, token)),
        List(),
    };

    private static Command Propose()
    {
        var (person, account) = (SignedInRun.As(), PublicationCommand.Account());
        var id = new Argument<long>("publication") { Description = "发布计划的编号" };
        var reason = new Option<string>("--reason") { Description = "理由", Required = true };
        var position = new Option<int?>("--position") { Description = "只撤一条消息里的第几篇，从 1 数；不写则全部" };
        var command = new Command("propose", "提出撤稿") { id, account, reason, position, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) => await CommandRun.SayAsync(
                await Desk(services).ProposeAsync(
                    acting,
                    new WithdrawalTarget(parsed.GetRequiredValue(account), parsed.GetRequiredValue(id), parsed.GetValue(position) - 1),
                    parsed.GetRequiredValue(reason),
                    token),
                Line),
            cancellationToken));
        return command;
    }

    private static Command Decide(
        string verb,
        string description,
        Func<WithdrawalDesk, Acting, string, long, CancellationToken, Task<Outcome<Withdrawal>>> decide)
    {
        var (person, account) = (SignedInRun.As(), PublicationCommand.Account());
        var id = new Argument<long>("id") { Description = "撤稿的编号" };
        var command = new Command(verb, description) { id, account, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) => await CommandRun.SayAsync(
                await decide(Desk(services), acting, parsed.GetRequiredValue(account), parsed.GetRequiredValue(id), token), Line),
            cancellationToken));
        return command;
    }

    private static Command List()
    {
        var (person, account) = (SignedInRun.As(), PublicationCommand.Account());
        var command = new Command("list", "提出过的撤稿") { account, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) => await CommandRun.SayAsync(
                await Desk(services).ListAsync(acting, parsed.GetRequiredValue(account), token),
                all => all.Count == 0 ? SendingTexts.NoWithdrawals : string.Join('\n', all.Select(Line))),
            cancellationToken));
        return command;
    }

    private static string Line(Withdrawal one) => SendingTexts.WithdrawalLine.With(
        one.Id,
        one.PublicationId,
        one.Position is { } position ? SendingTexts.WithdrawalOfOne.With(position + 1) : SendingTexts.WithdrawalOfAll,
        NameOf(one.State),
        one.ProposedBy,
        OfficeTime.Write(one.ProposedAt),
        one.Reason) + (one.Words.Length > 0 ? $"\n  {one.Words}" : "");

    private static string NameOf(WithdrawalState state) => state switch
    {
        WithdrawalState.Proposed => SendingTexts.WithdrawalProposed,
        WithdrawalState.Confirmed => SendingTexts.WithdrawalConfirmed,
        WithdrawalState.Dropped => SendingTexts.WithdrawalDropped,
        WithdrawalState.Done => SendingTexts.WithdrawalDone,
        _ => SendingTexts.WithdrawalNotTaken,
    };

    private static WithdrawalDesk Desk(IServiceProvider services) => services.GetRequiredService<WithdrawalDesk>();
}
