using System.CommandLine;
using WeChatBridge.Articles;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>article …</c>: articles from the first word to the submission. Reading needs no sign-in on the server.</summary>
internal static class ArticleCommand
{
    public static Command Create()
    {
        var command = new Command("article", "稿件：撰写、检查、提交审核、更正、澄清")
        {
            List(), Show(), Preview(), New(), Discard(), Correct(), Clarify(), ListCatalogue(),
        };
        foreach (var part in ArticleWritingCommand.Parts().Concat(ArticleSubmissionCommand.Parts()))
        {
            command.Subcommands.Add(part);
        }

        return command;
    }

    public static Argument<long> Id() => new("id") { Description = "稿件编号" };

    public static Option<string> Account() => new("--account") { Description = "公众号（如 zhengwu）", Required = true };

    public static Option<int?> Seen() => new("--seen") { Description = "您看到的状态号（article show 显示）；上次是您自己保存的，可以不写" };

    /// <summary>A person's own act; its sentence is printed.</summary>
    public static Command Signed(
        string verb,
        string description,
        IReadOnlyList<Symbol> symbols,
        Func<IServiceProvider, ParseResult, Acting, CancellationToken, Task<Outcome<string>>> act)
    {
        var person = SignedInRun.As();
        var command = new Command(verb, description);
        foreach (var argument in symbols.OfType<Argument>())
        {
            command.Arguments.Add(argument);
        }

        foreach (var option in symbols.OfType<Option>().Append(person))
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, by, token) => await CommandRun.SayAsync(await act(services, parsed, by, token), said => said),
            cancellationToken));
        return command;
    }

    public static Outcome<string> Say<T>(Outcome<T> outcome, Func<T, string> describe) => outcome.IsDone
        ? Outcome<string>.Done(describe(outcome.Value))
        : Outcome<string>.Refused(outcome.Refusal!);

    private static Command List()
    {
        var account = Account();
        return ReportCommand.Acted("list", "列出一个公众号的稿件", [account], async (services, parsed, by, token) =>
        {
            var key = parsed.GetRequiredValue(account);
            return CommandRun.FindAccount(services, key) is { IsDone: false } unknown
                ? Outcome<string>.Refused(unknown.Refusal!)
                : Say(
                    await services.GetRequiredService<ArticleFinder>().ListAsync(key, by, token),
                    articles => articles.Count == 0
                        ? ArticleTexts.ArticleNone.With(key)
                        : string.Join('\n', articles.Select(ArticleLines.Line)));
        });
    }

    private static Command Show()
    {
        var id = Id();
        return ReportCommand.Acted("show", "查看一篇稿件：内容概要、版本、还缺什么", [id], async (services, parsed, by, token) => Say(
            await services.GetRequiredService<ArticleFinder>().ShowAsync(parsed.GetRequiredValue(id), by, token),
            sheet => ArticleLines.Whole(sheet, services.GetRequiredService<Catalogue>())));
    }

    private static Command Preview()
    {
        var id = Id();
        var version = new Option<int?>("--version") { Description = "提交过的第几版；不写是正在撰写的内容" };
        var path = new Option<string>("--out") { Description = "写到哪个文件（.html）", Required = true };
        return ReportCommand.Acted("preview", "写出一个网页，按读者看到的样子", [id, version, path], async (services, parsed, by, token) =>
        {
            var page = await services.GetRequiredService<VersionFinder>()
                .PreviewAsync(parsed.GetRequiredValue(id), parsed.GetValue(version), by, token);
            if (!page.IsDone)
            {
                return page;
            }

            var full = Path.GetFullPath(parsed.GetRequiredValue(path));
            try
            {
                await File.WriteAllTextAsync(full, page.Value, token);
                return ArticleTexts.PreviewWritten.With(full);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return Outcome<string>.Refused(ArticleTexts.PreviewNotWritten.With(full, exception.Message));
            }
        });
    }

    private static Command New()
    {
        var (account, arguments) = (Account(), new ArticleArguments());
        var command = Signed("new", "新建一篇稿件", [account], async (services, parsed, by, token) => Say(
            await services.GetRequiredService<ArticleDesk>().NewAsync(
                parsed.GetRequiredValue(account), arguments.Apply(parsed, new ArticleDraft(new ArticleContent())), by, token),
            ArticleLines.Begun));
        arguments.AddTo(command);
        return command;
    }

    private static Command Discard()
    {
        var (id, seen) = (Id(), Seen());
        return Signed("discard", "作废，不再撰写；等待审核或发送的一并作废", [id, seen], async (services, parsed, by, token) => Say(
            await services.GetRequiredService<ArticleDesk>().DiscardAsync(parsed.GetRequiredValue(id), parsed.GetValue(seen), by, token),
            article => ArticleTexts.ArticleDiscardedNow.With(article.Id)));
    }

    private static Command Correct()
    {
        var id = Id();
        return Signed("correct", "为一篇提交过的稿件另写更正，从原文开始改", [id], async (services, parsed, by, token) => Say(
            await services.GetRequiredService<ArticleDesk>().CorrectAsync(parsed.GetRequiredValue(id), by, token), ArticleLines.Begun));
    }

    private static Command Clarify()
    {
        var (account, arguments) = (Account(), new ArticleArguments());
        var questions = new Option<long[]>("--questions")
        {
            Description = "针对哪些提问（questions list 显示的编号）",
            AllowMultipleArgumentsPerToken = true,
            Required = true,
        };
        var command = Signed("clarify", "针对群众的提问写澄清稿件", [account, questions], async (services, parsed, by, token) =>
        {
            var asked = parsed.GetRequiredValue(questions);
            var draft = arguments.Apply(parsed, new ArticleDraft(new ArticleContent()));
            return Say(
                await services.GetRequiredService<ArticleDesk>()
                    .ClarifyAsync(parsed.GetRequiredValue(account), asked, draft, by, token),
                saved => $"{ArticleLines.Begun(saved)}\n{ArticleTexts.ClarifyResolveHint.With(string.Join('、', asked))}");
        });
        arguments.AddTo(command);
        return command;
    }

    private static Command ListCatalogue()
    {
        var command = new Command("catalogue", "列出公开目录的条目");
        command.SetAction((_, cancellationToken) => CommandRun.WithBridgeAsync(
            (services, _) =>
            {
                foreach (var entry in services.GetRequiredService<Catalogue>().Entries)
                {
                    Console.WriteLine(ArticleTexts.CatalogueLine.With(entry.Number, entry.Name, entry.Examples));
                }

                return Task.FromResult(ExitCode.Done);
            },
            cancellationToken));
        return command;
    }
}
