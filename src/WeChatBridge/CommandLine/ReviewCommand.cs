using System.CommandLine;
using WeChatBridge.Articles;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>review …</c>: what waits for a person, and their verdict on one version.</summary>
internal static class ReviewCommand
{
    public static Command Create() => new("review", "审核：查看、通过、退回、不予发布、上报、撤回、代审")
    {
        List(),
        Show(),
        Verdict("approve", "通过", (desk, act, token) => desk.ApproveAsync(act, token)),
        Verdict("return", "退回修改", (desk, act, token) => desk.ReturnAsync(act, token)),
        Verdict("reject", "不予发布", (desk, act, token) => desk.RejectAsync(act, token)),
        Verdict("send-up", "不能确定，上报", (desk, act, token) => desk.SendUpAsync(act, token)),
        Verdict("withdraw", "撤回审核", (desk, act, token) => desk.WithdrawAsync(act, token)),
        DelegationCommand.Create(),
        DelegationCommand.CreateEnd(),
        Staffing(),
    };

    private static Command List()
    {
        var person = SignedInRun.As();
        var account = new Option<string>("--account") { Description = "公众号（如 zhengwu）", Required = true };
        var command = new Command("list", "等我办理的审核") { person, account };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var waiting = await services.GetRequiredService<ReviewFinder>()
                    .WaitingForAsync(acting, parsed.GetRequiredValue(account), token);
                Console.WriteLine(waiting.Count == 0 ? StaffTexts.ReviewNoneWaiting : string.Join('\n', waiting.Select(ReviewLines.Head)));
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static Command Show()
    {
        var person = SignedInRun.As();
        var id = Id();
        var command = new Command("show", "查看一次审核的全部经过") { id, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var review = await services.GetRequiredService<ReviewFinder>().ShowAsync(parsed.GetRequiredValue(id), acting, token);
                var ended = await SayAsync(review);
                if (review.IsDone && await services.GetRequiredService<VersionFinder>().OfReviewAsync(review.Value, acting, token)
                    is { } article)
                {
                    Console.WriteLine(ArticleLines.Examined(article, services.GetRequiredService<Catalogue>()));
                }

                return ended;
            },
            cancellationToken));
        return command;
    }

    private static Command Verdict(
        string verb, string description, Func<VerdictDesk, ReviewAct, CancellationToken, Task<Outcome<Review>>> give)
    {
        var person = SignedInRun.As();
        var id = Id();
        var seen = new Option<int>("--seen") { Description = "您看到的状态号（review show 显示）", Required = true };
        var reason = new Option<string>("--reason") { Description = "理由或意见", DefaultValueFactory = _ => "" };
        var check = new Option<string[]>("--check")
        {
            Description = $"保密审查，每项一次，例如 StateSecret=No、PersonalPrivacy=Yes:已征得同意。各项：{ReviewLines.Items}；回答 No 否、Yes 是、Unsure 不能确定",
            AllowMultipleArgumentsPerToken = true,
        };
        var saw = new Option<bool>("--saw-check") { Description = "已看过前面的保密审查" };
        var command = new Command(verb, description) { id, person, seen, reason, check, saw };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var answers = ReviewLines.ReadCheck(parsed.GetValue(check) ?? []);
                if (!answers.IsDone)
                {
                    return await CommandRun.RefuseAsync(answers.Refusal);
                }

                var words = new ReviewWords(parsed.GetValue(reason) ?? "", answers.Value, parsed.GetValue(saw));
                var act = new ReviewAct(parsed.GetRequiredValue(id), parsed.GetValue(seen), acting, words);
                return await SayAsync(await give(services.GetRequiredService<VerdictDesk>(), act, token));
            },
            cancellationToken));
        return command;
    }

    private static Command Staffing()
    {
        var kind = new Option<ReviewedKind>("--kind") { Description = "审核的是什么", DefaultValueFactory = _ => ReviewedKind.Article };
        var account = new Option<string>("--account") { Description = "公众号（如 zhengwu）", Required = true };
        var command = new Command("staffing", "现有人员能否办完各个审核步骤") { account, kind };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) =>
            {
                var gap = await services.GetRequiredService<StaffingFinder>()
                    .FindGapAsync(parsed.GetValue(kind), parsed.GetRequiredValue(account), token);
                if (gap is not null)
                {
                    return await CommandRun.RefuseAsync(gap);
                }

                Console.WriteLine(StaffTexts.StaffingFits);
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static Argument<long> Id() => new("id") { Description = "审核编号" };

    private static async Task<int> SayAsync(Outcome<Review> outcome)
    {
        if (!outcome.IsDone)
        {
            return await CommandRun.RefuseAsync(outcome.Refusal);
        }

        Console.WriteLine(ReviewLines.Whole(outcome.Value));
        return ExitCode.Done;
    }
}
