using System.CommandLine;
using System.Text.Json;
using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>ask --account KEY "question" [--json]</c>: exactly what a new follower would get.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string?>("question") { Description = "要问的话", Arity = ArgumentArity.ZeroOrOne };
        var account = new Option<string>("--account") { Description = "公众号（如 zhengwu）", Required = true };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出" };
        var batch = new Option<FileInfo?>("--batch") { Description = "问题文件，每行一个问题；按顺序每题输出一行 JSON" };
        var command = new Command("ask", "问一个问题，得到新粉丝会收到的回复") { question, account, json, batch };
        command.SetAction((parsed, cancellationToken) =>
        {
            var request = new Request(
                parsed.GetRequiredValue(account), parsed.GetValue(question), parsed.GetValue(json), parsed.GetValue(batch));
            return CommandRun.WithBridgeAsync((services, token) => RunAsync(services, request, token), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, Request request, CancellationToken cancellationToken)
    {
        var account = CommandRun.FindAccount(services, request.Account);
        if (Objection(account, request) is { } objection)
        {
            return await CommandRun.RefuseAsync(objection);
        }

        var answers = services.GetRequiredService<ConversationRouter>();
        if (request.Batch is null)
        {
            var answer = await answers.PreviewAsync(account.Value, request.Question!, cancellationToken);
            Console.WriteLine(request.Json ? ToJson(answer) : answer.Text);
            return ExitCode.Done;
        }

        await foreach (var question in File.ReadLinesAsync(request.Batch.FullName, cancellationToken))
        {
            Console.WriteLine(ToJson(await answers.PreviewAsync(account.Value, question, cancellationToken)));
        }

        return ExitCode.Done;
    }

    private static string? Objection(Outcome<ServedAccount> account, Request request) => (account, request) switch
    {
        ({ IsDone: false }, _) => account.Refusal,
        (_, { Batch.Exists: false }) => StaffTexts.FileMissing.With(request.Batch.FullName),
        (_, { Batch: not null, Json: false }) => StaffTexts.AskBatchNeedsJson,
        (_, { Batch: null, Question: null }) => StaffTexts.AskNeedsQuestion,
        _ => null,
    };

    private static string ToJson(Answer answer) => JsonSerializer.Serialize(
        new Reply(
            KindOf(answer.Kind),
            answer.Source?.Report,
            answer.Source?.Section,
            answer.Source?.HeadingPath ?? [],
            answer.Text,
            answer.Source?.Score ?? 0),
        CommandRun.Json);

    private static string KindOf(AnswerKind kind) => kind switch
    {
        AnswerKind.Section => "answer",
        AnswerKind.Choice => "choice",
        AnswerKind.Rule or AnswerKind.Danger or AnswerKind.Guidance or AnswerKind.Inbox => "rule",
        _ => "notFound",
    };

    private sealed record Request(string Account, string? Question, bool Json, FileInfo? Batch);

    private sealed record Reply(
        string Kind, string? Report, string? Section, IReadOnlyList<string> HeadingPath, string Text, double Score);
}
