using System.CommandLine;
using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>review delegate</c>, <c>review delegate-end</c>: who stands in for whom, by the absent person or an administrator.</summary>
internal static class DelegationCommand
{
    // Days are the office's, as people write them.
    private static readonly TimeSpan Office = TimeSpan.FromHours(8);

    public static Command Create()
    {
        var person = SignedInRun.As();
        var account = new Option<string>("--account") { Description = "公众号（如 zhengwu）", Required = true };
        var from = new Option<string?>("--from") { Description = "不在岗的人（默认是自己）" };
        var to = new Option<string>("--to") { Description = "代审的人", Required = true };
        var first = new Option<DateOnly>("--first") { Description = "第一天，例如 2026-10-01", Required = true };
        var last = new Option<DateOnly>("--last") { Description = "最后一天（含）", Required = true };
        var command = new Command("delegate", "安排节假日代审") { person, account, from, to, first, last };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var wanted = new NewDelegation(
                    parsed.GetRequiredValue(account),
                    parsed.GetValue(from) ?? acting.Name,
                    parsed.GetRequiredValue(to),
                    StartOf(parsed.GetRequiredValue(first)),
                    StartOf(parsed.GetRequiredValue(last).AddDays(1)));
                return await SayAsync(await services.GetRequiredService<DelegationDesk>().DelegateAsync(wanted, acting, token));
            },
            cancellationToken));
        return command;
    }

    public static Command CreateEnd()
    {
        var person = SignedInRun.As();
        var id = new Argument<long>("id") { Description = "代审安排的编号" };
        var command = new Command("delegate-end", "提前结束代审") { id, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) => await SayAsync(
                await services.GetRequiredService<DelegationDesk>().EndAsync(parsed.GetRequiredValue(id), acting, token)),
            cancellationToken));
        return command;
    }

    private static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, Office).ToUniversalTime();

    private static async Task<int> SayAsync(Outcome<Delegation> outcome)
    {
        if (!outcome.IsDone)
        {
            return await CommandRun.RefuseAsync(outcome.Refusal);
        }

        var one = outcome.Value;
        Console.WriteLine(StaffTexts.DelegationLine.With(
            one.Id,
            one.To,
            one.From,
            one.AccountKey,
            one.StartsAt.ToOffset(Office).ToString("yyyy-MM-dd HH:mm"),
            one.EndsAt.ToOffset(Office).ToString("yyyy-MM-dd HH:mm")));
        return ExitCode.Done;
    }
}
