using System.CommandLine;
using WeChatBridge.Reports;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>synonym …</c>: the words that mean the same to citizens and to the office.</summary>
internal static class SynonymCommand
{
    public static Command Create() => new("synonym", "同义词：查看、增加、删除（由第二人核准后生效）")
    {
        List(),
        Changed("add", "增加一组同义词", (desk, key, words, acting, token) => desk.AddAsync(key, words, acting, token)),
        Changed("remove", "删除一组；只写一个词，就从各组里去掉它", (desk, key, words, acting, token) => desk.RemoveAsync(key, words, acting, token)),
    };

    private static Command List()
    {
        var account = Account();
        var word = new Argument<string?>("word") { Description = "只看含有这个词的", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("list", "列出同义词") { word, account };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) =>
            {
                var state = await services.GetRequiredService<SynonymDesk>().ListAsync(parsed.GetRequiredValue(account), token);
                Console.WriteLine(Describe(state, parsed.GetValue(word)));
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static Command Changed(
        string verb,
        string description,
        Func<SynonymDesk, string, IReadOnlyList<string>, Acting, CancellationToken, Task<Outcome<WrittenVersion>>> change)
    {
        var (person, account) = (SignedInRun.As(), Account());
        var words = new Argument<string[]>("words") { Description = "互相等同的词", Arity = ArgumentArity.OneOrMore };
        var command = new Command(verb, description) { words, person, account };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) => await CommandRun.SayAsync(
                await change(
                    services.GetRequiredService<SynonymDesk>(), parsed.GetRequiredValue(account), parsed.GetRequiredValue(words), acting, token),
                ReviewLines.Of),
            cancellationToken));
        return command;
    }

    private static string Describe(SynonymState state, string? word)
    {
        var used = Lines(state.Used).ToList();
        var pending = state.Pending is null ? [] : Lines(state.Pending).ToList();
        IEnumerable<string> lines =
        [
            .. used,
            .. pending.Except(used).Select(line => StaffTexts.SynonymAwaitsAdding.With(line)),
            .. state.Pending is null ? [] : used.Except(pending).Select(line => StaffTexts.SynonymAwaitsRemoval.With(line)),
        ];
        return string.Join('\n', lines.Where(line => word is null || line.Contains(word, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Lines(SynonymList list) => list.Groups.Select(words => string.Join('\t', words));

    private static Option<string> Account() => new("--account") { Description = "公众号（如 zhengwu）", Required = true };
}
