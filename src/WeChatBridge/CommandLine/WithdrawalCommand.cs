using System.CommandLine;
using WeChatBridge.Accounts;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>withdrawal …</c>: one person proposes to take back what is public, or reports that it was deleted by hand; another confirms.</summary>
internal static class WithdrawalCommand
{
    public static Command Create() => new("withdrawal", "撤稿：一人提出，另一人确认，然后由微信平台删除，不能恢复")
    {
        Propose(),
        Deleted(),
        Decide("confirm", "确认撤稿（不能是提出的人）；删除后不能恢复。登记为已在网站上删除的，确认属实", (desk, by, account, id, token) => desk.ConfirmAsync(by, account, id, token)),
        Decide("drop", "不撤了", (desk, by, account, id, token) => desk.DropAsync(by, account, id, token)),
        List(),
    };

    private static Command Deleted()
    {
        var (person, account) = (SignedInRun.As(), PublicationCommand.Account());
        var (id, reason, position) = Target();
        var who = new Option<string>("--who") { Description = "谁删除的", Required = true };
        var at = OfficeMoment.Required("--at", "什么时候删除的（北京时间），例如 \"2026-12-01 09:30\"");
        var command = new Command("deleted", "已由人在公众平台网站删除，登记下来；另一人 confirm 确认") { id, account, who, at, reason, position, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var deletedAt = OfficeMoment.Read(parsed.GetRequiredValue(at));
                return deletedAt.IsDone
                    ? await CommandRun.SayAsync(
                        await Desk(services).ReportAsync(
                            acting,
                            new WithdrawalTarget(parsed.GetRequiredValue(account), parsed.GetRequiredValue(id), parsed.GetValue(position) - 1),
                            parsed.GetRequiredValue(reason),
                            new DeletionByHand(deletedAt.Value, parsed.GetRequiredValue(who)),
                            token),
                        Line)
                    : await CommandRun.RefuseAsync(deletedAt.Refusal);
            },
            cancellationToken));
        return command;
    }

    private static (Argument<long> Publication, Option<string> Reason, Option<int?> Position) Target() => (
        new("publication") { Description = "发布计划的编号" },
        new("--reason") { Description = "理由", Required = true },
        new("--position") { Description = "只撤一条消息里的第几篇，从 1 数；不写则全部" });

    private static Command Propose()
    {
        var (person, account) = (SignedInRun.As(), PublicationCommand.Account());
        var (id, reason, position) = Target();
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
        NameOf(one),
        one.ProposedBy,
        OfficeTime.Write(one.ProposedAt),
        one.Reason)
        + (one.ByHandAt is { } at ? "\n  " + SendingTexts.WithdrawalByHand.With(one.ByHandBy, OfficeTime.Write(at)) : "")
        + (one.Words.Length > 0 ? $"\n  {one.Words}" : "");

    private static string NameOf(Withdrawal one) => one.State switch
    {
        WithdrawalState.Proposed when one.ByHandAt is not null => SendingTexts.WithdrawalReported,
        WithdrawalState.Proposed => SendingTexts.WithdrawalProposed,
        WithdrawalState.Confirmed => SendingTexts.WithdrawalConfirmed,
        WithdrawalState.Dropped => SendingTexts.WithdrawalDropped,
        WithdrawalState.Done => SendingTexts.WithdrawalDone,
        WithdrawalState.Unknown => SendingTexts.WithdrawalUnclear,
        _ => SendingTexts.WithdrawalNotTaken,
    };

    private static WithdrawalDesk Desk(IServiceProvider services) => services.GetRequiredService<WithdrawalDesk>();
}
