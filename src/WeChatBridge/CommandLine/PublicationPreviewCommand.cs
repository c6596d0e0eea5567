using System.CommandLine;
using WeChatBridge.Publishing.Previews;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>publication preview</c>, <c>previews</c>: a message on the phones of named people before it goes out.</summary>
internal static class PublicationPreviewCommand
{
    public static Command CreatePreview()
    {
        var (person, articles) = (SignedInRun.As(), new PublicationArguments());
        var id = new Argument<long?>("id") { Description = "发布计划的编号；预览没有安排的稿件时不写", Arity = ArgumentArity.ZeroOrOne };
        var account = new Option<string?>("--account") { Description = "公众号（如 zhengwu）；写了发布计划编号就不写" };
        var staff = Names("--to", "发给哪些工作人员（登录名），发到他们绑定的微信");
        var names = Names("--to-wechat", "发给哪些微信号；对方要关注了本公众号");
        var yes = new Option<bool>("--yes") { Description = "已看过提醒，确认办理" };
        var command = new Command("preview", "发布之前先发到指定的人的微信看一看；先看提醒，加 --yes 才办理")
        {
            id, account, staff, names, yes, person,
        };
        articles.AddTo(command);
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var versions = await articles.ReadAsync(parsed, services, acting, token);
                if (!versions.IsDone)
                {
                    return await CommandRun.RefuseAsync(versions.Refusal);
                }

                var (publication, key) = (parsed.GetValue(id), parsed.GetValue(account));
                if ((publication is null) == (key is null) || (publication is null) == (versions.Value.Count == 0))
                {
                    return await CommandRun.RefuseAsync(PublishingTexts.PreviewWhat);
                }

                IReadOnlyList<NamedRecipient> recipients =
                [
                    .. (parsed.GetValue(staff) ?? []).Select(name => NamedRecipient.Staff(name.ToLowerInvariant())),
                    .. (parsed.GetValue(names) ?? []).Select(NamedRecipient.WeChat),
                ];
                return await AskAsync(
                    services, new WantedPreview(key ?? "", versions.Value, recipients, publication), acting, parsed.GetValue(yes), token);
            },
            cancellationToken));
        return command;
    }

    public static Command CreatePreviews()
    {
        var account = PublicationCommand.Account();
        var id = new Option<long?>("--publication") { Description = "只看这个发布计划的" };
        var command = new Command("previews", "发过哪些预览：哪一版、谁办理、发给谁、结果") { account, id };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) => await CommandRun.SayAsync(
                await services.GetRequiredService<PhonePreviewFinder>()
                    .ListAsync(parsed.GetRequiredValue(account), parsed.GetValue(id), Acting.CommandLine, token),
                PreviewLines.List),
            cancellationToken));
        return command;
    }

    private static async Task<int> AskAsync(
        IServiceProvider services, WantedPreview wanted, Acting acting, bool isConfirmed, CancellationToken cancellationToken)
    {
        var desk = services.GetRequiredService<PreviewDesk>();
        return isConfirmed
            ? await CommandRun.SayAsync(await desk.AskAsync(wanted, acting, cancellationToken), PreviewLines.Asked)
            : await CommandRun.SayAsync(await desk.LookAsync(wanted, acting, cancellationToken), PreviewLines.Offer);
    }

    private static Option<string[]> Names(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };
}
