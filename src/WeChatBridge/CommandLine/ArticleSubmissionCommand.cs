using System.CommandLine;
using System.Globalization;
using WeChatBridge.Articles;
using WeChatBridge.Articles.Checks;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>The parts of <c>article</c> that check and submit.</summary>
internal static class ArticleSubmissionCommand
{
    public static IEnumerable<Command> Parts() => [Check(), Submit()];

    private static Command Check()
    {
        var id = ArticleCommand.Id();
        return ReportCommand.Acted("check", "检查能否提交：平台限制、公开信息、敏感内容、链接", [id], async (services, parsed, by, token) =>
            ArticleCommand.Say(
                await services.GetRequiredService<SubmissionDesk>().CheckAsync(parsed.GetRequiredValue(id), by, token),
                ArticleLines.Readiness));
    }

    private static Command Submit()
    {
        var (id, seen) = (ArticleCommand.Id(), ArticleCommand.Seen());
        var emergency = new Option<string>("--emergency")
        {
            Description = "紧急：写明理由，由签发人一人先审，其余的人事后补审",
            DefaultValueFactory = _ => "",
        };
        var reason = new Option<string[]>("--reason")
        {
            Description = "检查提醒为什么可以保留，例如 MobilePhone=镇值班电话；同一规则有几处时用 MobilePhone#2=…",
            AllowMultipleArgumentsPerToken = true,
        };
        return ArticleCommand.Signed("submit", "检查并提交审核", [id, seen, emergency, reason], async (services, parsed, by, token) =>
        {
            var reasons = ReadReasons(parsed.GetValue(reason) ?? []);
            return reasons.IsDone
                ? ArticleCommand.Say(
                    await services.GetRequiredService<SubmissionDesk>().SubmitAsync(
                        new Submission(
                            parsed.GetRequiredValue(id), parsed.GetValue(seen), reasons.Value, parsed.GetValue(emergency) ?? ""),
                        by,
                        token),
                    ArticleLines.Submitted)
                : Outcome<string>.Refused(reasons.Refusal!);
        });
    }

    private static Outcome<IReadOnlyList<FindingReason>> ReadReasons(IReadOnlyList<string> typed)
    {
        var reasons = new List<FindingReason>();
        foreach (var text in typed)
        {
            if (ReadReason(text) is not { } reason)
            {
                return Outcome<IReadOnlyList<FindingReason>>.Refused(ArticleTexts.ReasonMalformed.With(text));
            }

            reasons.Add(reason);
        }

        return reasons;
    }

    private static FindingReason? ReadReason(string text)
    {
        if (text.Split('=', 2) is not [var name, { Length: > 0 } words] || string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        var parts = name.Split('#', 2);
        int? number = parts.Length == 1 ? null
            : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        return Enum.TryParse<CheckRule>(parts[0].Trim(), ignoreCase: true, out var rule) && Enum.IsDefined(rule) && number != 0
            ? new FindingReason(rule, number, words)
            : null;
    }
}
