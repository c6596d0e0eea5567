using System.CommandLine;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;

namespace WeChatBridge.CommandLine;

/// <summary>
/// <c>publication plan</c>, <c>move</c>, <c>change</c>: first what there is to think of, and only with <c>--yes</c> the act itself.
/// </summary>
internal static class PublicationPlanCommand
{
    public static Command CreatePlan()
    {
        var (person, account, yes, arguments) = (SignedInRun.As(), PublicationCommand.Account(), Yes(), new PublicationArguments());
        var at = OfficeMoment.Required("--at", "预定时间（北京时间），例如 \"2026-12-01 09:30\"");
        var act = new Option<SendingAct?>("--act") { Description = "MassSend 群发、Publish 发布、DraftOnly 仅存草稿；不写则按稿件送审时写的" };
        var tag = new Option<int?>("--tag") { Description = "只发给这个标签的关注者；与 --act 一起写" };
        var command = new Command("plan", "安排发布；先看提醒，加 --yes 才办理") { account, at, act, tag, yes, person };
        arguments.AddTo(command);
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var versions = await arguments.ReadAsync(parsed, services, acting, token);
                var due = OfficeMoment.Read(parsed.GetRequiredValue(at));
                if ((versions.Refusal ?? due.Refusal) is { } unreadable)
                {
                    return await CommandRun.RefuseAsync(unreadable);
                }

                var wanted = new NewPublication(parsed.GetRequiredValue(account), versions.Value, due.Value)
                {
                    Act = parsed.GetValue(act),
                    AudienceTag = parsed.GetValue(tag),
                };
                return await PlanAsync(services, wanted, acting, parsed.GetValue(yes), token);
            },
            cancellationToken));
        return command;
    }

    public static Command CreateMove()
    {
        var (at, yes) = (OfficeMoment.Required("--at", "新的预定时间（北京时间），例如 \"2026-12-01 09:30\""), Yes());
        return PublicationCommand.Acted(
            "move",
            "改时间；停下的改到另一时间再发。先看提醒，加 --yes 才办理",
            [at, yes],
            async (services, parsed, act, token) =>
            {
                var due = OfficeMoment.Read(parsed.GetRequiredValue(at));
                return due.IsDone
                    ? await ChangeAsync(services, act, new PublicationChange(due.Value), parsed.GetValue(yes), token)
                    : await CommandRun.RefuseAsync(due.Refusal);
            });
    }

    public static Command CreateChange()
    {
        var (yes, arguments) = (Yes(), new PublicationArguments());
        var at = new Option<string?>("--at") { Description = "同时改时间；不写则不改" };
        var command = PublicationCommand.Acted(
            "change",
            "换稿件的版本、增减稿件或调整先后；写出这条消息的全部稿件。先看提醒，加 --yes 才办理",
            [at, yes],
            async (services, parsed, act, token) =>
            {
                var versions = await arguments.ReadAsync(parsed, services, act.By, token);
                Outcome<DateTimeOffset>? due = parsed.GetValue(at) is { } typed ? OfficeMoment.Read(typed) : null;
                return (versions.Refusal ?? due?.Refusal) is { } unreadable
                    ? await CommandRun.RefuseAsync(unreadable)
                    : await ChangeAsync(
                        services, act, new PublicationChange(due?.Value, versions.Value), parsed.GetValue(yes), token);
            });
        arguments.AddTo(command);
        return command;
    }

    private static Option<bool> Yes() => new("--yes") { Description = "已看过提醒，确认办理" };

    private static async Task<int> PlanAsync(
        IServiceProvider services, NewPublication wanted, Acting acting, bool isConfirmed, CancellationToken cancellationToken)
    {
        var desk = services.GetRequiredService<PlanningDesk>();
        if (!isConfirmed)
        {
            return await ShowAsync(await desk.PreviewAsync(wanted, acting, cancellationToken));
        }

        var planned = await desk.PlanAsync(wanted, acting, cancellationToken);
        return await CommandRun.SayAsync(planned, PublicationLines.Planned);
    }

    private static async Task<int> ChangeAsync(
        IServiceProvider services, PublicationAct act, PublicationChange change, bool isConfirmed, CancellationToken cancellationToken)
    {
        var desk = services.GetRequiredService<ReschedulingDesk>();
        return isConfirmed
            ? await CommandRun.SayAsync(await desk.ChangeAsync(act, change, cancellationToken), PublicationLines.Planned)
            : await ShowAsync(await desk.PreviewAsync(act, change, cancellationToken));
    }

    private static Task<int> ShowAsync(Outcome<SchedulePreview> preview) => CommandRun.SayAsync(preview, PublicationLines.Preview);
}
