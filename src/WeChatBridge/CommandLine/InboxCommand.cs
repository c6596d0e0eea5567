using System.CommandLine;
using WeChatBridge.Inbox;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>inbox …</c>: what citizens left for the office, and what is answered.</summary>
internal static class InboxCommand
{
    public static Command Create() => new("inbox", "留言：列表、查看、取出文件、接管、发话、答复、交还、办结")
    {
        List(),
        Act("show", "查看一条留言", (desk, act, token) => desk.Reading.ShowAsync(act, token)),
        FileOut(),
        Act("take", "接管对话：系统不再自动答复这位群众", (desk, act, token) => desk.Inbox.TakeOverAsync(act, token)),
        ActWithText("say", "在接管的对话里发话", "要说的话", (desk, act, text, token) => desk.Inbox.SayAsync(act, text, token)),
        ActWithText("answer", "正式答复", "答复内容", (desk, act, text, token) => desk.Inbox.AnswerAsync(act, text, token)),
        Act("hand-back", "交还：系统恢复自动答复", (desk, act, token) => desk.Inbox.HandBackAsync(act, token)),
        ActWithText("close", "不再答复，直接办结", "办结说明，群众查留言时会看到", (desk, act, text, token) => desk.Inbox.CloseAsync(act, text, token)),
    };

    private static Command List()
    {
        var person = SignedInRun.As();
        var account = Account();
        var state = new Option<InboxState?>("--state") { Description = "只看这种状态的；不写则看还没有答复的" };
        var command = new Command("list", "留言列表，超期的在前") { person, account, state };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var found = await services.GetRequiredService<InboxReadingDesk>()
                    .ListAsync(acting, parsed.GetRequiredValue(account), parsed.GetValue(state), token);
                if (!found.IsDone)
                {
                    return await CommandRun.RefuseAsync(found.Refusal);
                }

                Console.WriteLine(found.Value.Count == 0
                    ? StaffTexts.InboxNoneWaiting
                    : string.Join('\n', found.Value.Select(InboxLines.Of)));
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static Command Act(
        string verb, string description, Func<Desks, InboxAct, CancellationToken, Task<Outcome<InboxSheet>>> work) =>
        Act(new Command(verb, description), async (services, act, _, token) => await SayAsync(await work(Desks.Of(services), act, token)));

    private static Command FileOut()
    {
        var ordinal = new Argument<int>("ordinal") { Description = "第几条（inbox show 里每行开头的数）" };
        var place = new Option<string>("--to") { Description = "存成哪个文件", Required = true };
        var command = new Command("file", "取出群众发来的图片、语音") { place };
        return Act(
            command,
            async (services, act, parsed, token) =>
            {
                var path = Path.GetFullPath(parsed.GetRequiredValue(place));
                // Another message's file may lie there.
                if (File.Exists(path))
                {
                    return await CommandRun.RefuseAsync(StaffTexts.InboxFileExists.With(path));
                }

                var found = await services.GetRequiredService<InboxReadingDesk>().FileAsync(act, parsed.GetRequiredValue(ordinal), token);
                return found.IsDone ? await WriteAsync(found.Value, path, token) : await CommandRun.RefuseAsync(found.Refusal);
            },
            ordinal);
    }

    private static async Task<int> WriteAsync(StoredFile file, string path, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllBytesAsync(path, file.Content, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return await CommandRun.RefuseAsync(StaffTexts.FileUnwritable.With(path, exception.Message));
        }

        Console.WriteLine(StaffTexts.InboxFileWritten.With(path, file.MediaType, file.Length));
        return ExitCode.Done;
    }

    private static Command ActWithText(
        string verb, string description, string words, Func<Desks, InboxAct, string, CancellationToken, Task<Outcome<InboxSheet>>> work)
    {
        var text = new Option<string>("--text") { Description = words, Required = true };
        var command = new Command(verb, description) { text };
        return Act(
            command,
            async (services, act, parsed, token) =>
                await SayAsync(await work(Desks.Of(services), act, parsed.GetRequiredValue(text), token)));
    }

    private static Command Act(
        Command command, Func<IServiceProvider, InboxAct, ParseResult, CancellationToken, Task<int>> work, Argument? further = null)
    {
        var person = SignedInRun.As();
        var account = Account();
        var number = new Argument<string>("number") { Description = "留言编号（如 261124-0037）" };
        command.Arguments.Add(number);
        if (further is not null)
        {
            command.Arguments.Add(further);
        }

        command.Options.Add(account);
        command.Options.Add(person);
        command.SetAction((parsed, cancellationToken) =>
        {
            var typed = parsed.GetRequiredValue(number);
            return ReceiptNumber.TryParse(typed, out var receipt)
                ? SignedInRun.WithActingAsync(
                    parsed.GetRequiredValue(person),
                    (services, acting, token) =>
                        work(services, new InboxAct(acting, parsed.GetRequiredValue(account), receipt), parsed, token),
                    cancellationToken)
                : CommandRun.RefuseAsync(StaffTexts.InboxReceiptMalformed.With(typed));
        });
        return command;
    }

    private static Option<string> Account() => new("--account") { Description = "公众号（如 zhengwu）", Required = true };

    private static async Task<int> SayAsync(Outcome<InboxSheet> outcome)
    {
        if (!outcome.IsDone)
        {
            return await CommandRun.RefuseAsync(outcome.Refusal);
        }

        Console.WriteLine(InboxLines.Whole(outcome.Value));
        return ExitCode.Done;
    }

    private sealed record Desks(InboxReadingDesk Reading, InboxDesk Inbox)
    {
        public static Desks Of(IServiceProvider services) =>
            new(services.GetRequiredService<InboxReadingDesk>(), services.GetRequiredService<InboxDesk>());
    }
}
