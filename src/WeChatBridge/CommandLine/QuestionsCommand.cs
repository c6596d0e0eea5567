using System.CommandLine;
using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Answers.Understanding;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>questions …</c>: what found no answer, and what was made of it. Always a person's own act.</summary>
internal static class QuestionsCommand
{
    public static Command Create() => new("questions", "未命中的提问：列出、处理") { List(), Resolve() };

    private static Command List()
    {
        var (account, person) = (Account(), SignedInRun.As());
        var command = new Command("list", "按意思归类，问得最多的在前") { account, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, by, token) =>
            {
                var groups = await services.GetRequiredService<UnansweredDesk>().ListAsync(parsed.GetRequiredValue(account), by, token);
                if (!groups.IsDone)
                {
                    return await CommandRun.RefuseAsync(groups.Refusal);
                }

                Console.WriteLine(groups.Value.Count == 0 ? StaffTexts.QuestionsNone : string.Join('\n', groups.Value.SelectMany(Lines)));
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static Command Resolve()
    {
        var (account, person) = (Account(), SignedInRun.As());
        var id = new Argument<long>("id") { Description = "编号（questions list 显示）" };
        var resolution = new Option<QuestionResolution>("--by")
        {
            Description = "怎样处理的：Rule 已设规则、Synonym 已加同义词、Article 已写稿件、NotOurs 不属本单位",
            Required = true,
        };
        var command = new Command("resolve", "记下一类提问怎样处理；再有人问会重新列出") { id, account, resolution, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, by, token) =>
            {
                var made = parsed.GetRequiredValue(resolution);
                var resolved = await services.GetRequiredService<UnansweredDesk>()
                    .ResolveAsync(parsed.GetRequiredValue(account), parsed.GetRequiredValue(id), made, by, token);
                if (!resolved.IsDone)
                {
                    return await CommandRun.RefuseAsync(resolved.Refusal);
                }

                Console.WriteLine(StaffTexts.QuestionsResolved.With(NameOf(made), resolved.Value));
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static Option<string> Account() => new("--account") { Description = "公众号（如 zhengwu）", Required = true };

    private static IEnumerable<string> Lines(UnansweredGroup group)
    {
        yield return StaffTexts.QuestionGroupLine.With(
            group.Id, group.Count, OfficeTime.Write(group.FirstAskedAt), OfficeTime.Write(group.LastAskedAt), Mark(group.Script));
        foreach (var example in group.Examples)
        {
            yield return StaffTexts.QuestionExampleLine.With(example.ReplaceLineEndings(" "));
        }

        if (group is { ResolvedBefore: { } before, ResolvedBeforeAt: { } at })
        {
            yield return StaffTexts.QuestionResolvedBefore.With(OfficeTime.Write(at), NameOf(before));
        }
    }

    private static string Mark(WritingSystem script) => script switch
    {
        WritingSystem.Mongolian => StaffTexts.QuestionScriptMongolian,
        WritingSystem.Cyrillic => StaffTexts.QuestionScriptCyrillic,
        WritingSystem.Latin => StaffTexts.QuestionScriptLatin,
        WritingSystem.Other => StaffTexts.QuestionScriptOther,
        _ => "",
    };

    private static string NameOf(QuestionResolution resolution) => resolution switch
    {
        QuestionResolution.Rule => StaffTexts.ResolutionRule,
        QuestionResolution.Synonym => StaffTexts.ResolutionSynonym,
        QuestionResolution.Article => StaffTexts.ResolutionArticle,
        _ => StaffTexts.ResolutionNotOurs,
    };
}
