using System.CommandLine;
using WeChatBridge.Accounts;
using WeChatBridge.Notices;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>notice …</c>: what waits for a person.</summary>
internal static class NoticeCommand
{
    public static Command Create() => new("notice", "待办：查看、记为看过") { List(), Seen() };

    private static Command List()
    {
        var person = SignedInRun.As();
        var account = new Option<string?>("--account") { Description = "公众号（如 zhengwu）；不写则看全部" };
        var command = new Command("list", "等我办理的事，没看过的在前") { person, account };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) => await CommandRun.SayAsync(
                await services.GetRequiredService<NoticeDesk>().ListAsync(acting, parsed.GetValue(account), token),
                lines => lines.Count == 0 ? NoticeTexts.NoneWaiting : string.Join('\n', lines.Select(Describe))),
            cancellationToken));
        return command;
    }

    private static Command Seen()
    {
        var person = SignedInRun.As();
        var id = new Argument<long>("id") { Description = "待办编号" };
        var command = new Command("seen", "记为看过；只对自己有效") { id, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) => await CommandRun.SayAsync(
                await services.GetRequiredService<NoticeDesk>().SeeAsync(parsed.GetRequiredValue(id), acting, token),
                line => NoticeTexts.Seen.With(line.Notice.Id)),
            cancellationToken));
        return command;
    }

    private static string Describe(NoticeLine line) => NoticeTexts.Line.With(
        line.Notice.Id,
        line.SeenAt is null ? NoticeTexts.LineNew : NoticeTexts.LineSeen,
        OfficeTime.Write(line.Notice.RaisedAt),
        line.Notice.Text);
}
