using System.CommandLine;
using System.Text;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>The program's commands; without one it serves.</summary>
internal static class BridgeCommands
{
    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        // Host settings such as --urls are the web host's, not ours to refuse.
        var root = new RootCommand("两个政务公众号的消息后台。不带子命令时启动服务。") { TreatUnmatchedTokensAsErrors = false };
        var serve = new Command("serve", "启动服务（默认）") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction(ServeAsync);
        serve.SetAction(ServeAsync);
        root.Subcommands.Add(serve);
        root.Subcommands.Add(AskCommand.Create());
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(TemplateCommand.Create());
        root.Subcommands.Add(ReportCommand.Create());
        root.Subcommands.Add(QuestionsCommand.Create());
        root.Subcommands.Add(StaffCommand.Create());
        root.Subcommands.Add(ArticleCommand.Create());
        root.Subcommands.Add(ReviewCommand.Create());
        root.Subcommands.Add(PublicationCommand.Create());
        root.Subcommands.Add(DutyCommand.Create());
        root.Subcommands.Add(WithdrawalCommand.Create());
        root.Subcommands.Add(ForeignCommand.Create());
        root.Subcommands.Add(NoticeCommand.Create());
        root.Subcommands.Add(CaseFileCommand.Create());
        root.Subcommands.Add(InboxCommand.Create());
        root.Subcommands.Add(RuleCommand.Create());
        root.Subcommands.Add(SynonymCommand.Create());
        root.Subcommands.Add(ContactCommand.Create());
        root.Subcommands.Add(AuditCommand.Create());
        root.Subcommands.Add(DoctorCommand.Create());
        root.Subcommands.Add(EvaluateCommand.Create());

        // The host drains its requests itself when it is told to stop; a time-out here would cut it off.
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
        try
        {
            return await root.Parse(args).InvokeAsync(invocation);
        }
        catch (Exception exception) when (exception is ConfigurationRefusedException or StoreRefusedException)
        {
            await Console.Error.WriteLineAsync(StaffTexts.StartRefused.With(exception.Message));
            return ExitCode.Refused;
        }
    }

    /// <summary>What is left over belongs to the host, if it looks like a setting; a misspelt command must not start a service.</summary>
    private static Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        parsed.UnmatchedTokens is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal)
            ? CommandRun.RefuseAsync(StaffTexts.UnknownCommand.With(first))
            : ServeCommand.RunAsync([.. parsed.UnmatchedTokens], cancellationToken);
}

/// <summary>What a command ends with.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>It was understood and refused; the sentence stands on standard error.</summary>
    public const int Refused = 1;
}
