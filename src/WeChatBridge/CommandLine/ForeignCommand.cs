using System.CommandLine;
using WeChatBridge.Accounts;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>foreign list</c>: what the platform shows as published and was not sent from here.</summary>
internal static class ForeignCommand
{
    public static Command Create() => new("foreign", "非本系统发布的文章") { List() };

    private static Command List()
    {
        var (person, account) = (SignedInRun.As(), PublicationCommand.Account());
        var look = new Option<bool>("--look") { Description = "现在就到微信平台查一次；不写则看每天自动查到的" };
        var command = new Command("list", "列出来") { account, look, person };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var (desk, key) = (services.GetRequiredService<ForeignDesk>(), parsed.GetRequiredValue(account));
                if (parsed.GetValue(look) && await desk.LookAsync(acting, key, token) is { IsDone: false } failed)
                {
                    return await CommandRun.RefuseAsync(failed.Refusal);
                }

                return await CommandRun.SayAsync(
                    await desk.ListAsync(acting, key, token),
                    all => all.Count == 0 ? SendingTexts.NoForeign : string.Join('\n', all.Select(Line)));
            },
            cancellationToken));
        return command;
    }

    private static string Line(ForeignPublication one) =>
        SendingTexts.ForeignLine.With(OfficeTime.Write(one.PublishedAt), one.Title, one.ArticleCount, one.Url);
}
