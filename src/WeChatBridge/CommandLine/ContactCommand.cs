using System.CommandLine;
using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>contact …</c>: the contact card of an account, and the office's own lines in fixed texts.</summary>
internal static class ContactCommand
{
    public static Command Create() => new("contact", "联系方式和固定用语：查看、修改（由第二人核准后生效）") { Show(), Set(), Line() };

    private static Command Show()
    {
        var account = Account();
        var command = new Command("show", "查看联系方式和固定用语") { account };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            async (services, token) =>
            {
                var served = CommandRun.FindAccount(services, parsed.GetRequiredValue(account));
                if (!served.IsDone)
                {
                    return await CommandRun.RefuseAsync(served.Refusal);
                }

                var lines = services.GetRequiredService<RuleBook>().Of(served.Value.Key).Lines;
                return await CommandRun.SayAsync(
                    await services.GetRequiredService<ContactDesk>().ShowAsync(served.Value.Key, token), state => Describe(state, lines));
            },
            cancellationToken));
        return command;
    }

    private static Command Set()
    {
        var (person, account) = (SignedInRun.As(), Account());
        var office = Text("--office", "单位或科室");
        var phone = Text("--phone", "电话");
        var email = Text("--email", "电子邮箱");
        var address = Text("--address", "地址");
        var hours = Text("--hours", "办公时间");
        var command = new Command("set", "修改联系方式；整张替换，没写的项目为空") { person, account, office, phone, email, address, hours };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) =>
            {
                var card = new ContactCard
                {
                    Office = parsed.GetValue(office)!.Trim(),
                    Phone = parsed.GetValue(phone)!.Trim(),
                    Email = parsed.GetValue(email)!.Trim(),
                    Address = parsed.GetValue(address)!.Trim(),
                    Hours = parsed.GetValue(hours)!.Trim(),
                };
                return await CommandRun.SayAsync(
                    await services.GetRequiredService<ContactDesk>().WriteAsync(parsed.GetRequiredValue(account), card, acting, token),
                    ReviewLines.Of);
            },
            cancellationToken));
        return command;
    }

    private static Command Line()
    {
        var (person, account) = (SignedInRun.As(), Account());
        var line = new Argument<OfficeLine>("line") { Description = "Welcome 欢迎语里的一行、OtherScript 收到其他文字时的一行、NotFound 没有找到时的一行" };
        var text = new Argument<string>("text") { Description = "要说的话；写成空的就是去掉" };
        var command = new Command("line", "修改固定用语里本单位自己的一行") { line, text, person, account };
        command.SetAction((parsed, cancellationToken) => SignedInRun.WithActingAsync(
            parsed.GetRequiredValue(person),
            async (services, acting, token) => await CommandRun.SayAsync(
                await services.GetRequiredService<OfficeLineDesk>().WriteAsync(
                    parsed.GetRequiredValue(account), parsed.GetValue(line), parsed.GetRequiredValue(text), acting, token),
                ReviewLines.Of),
            cancellationToken));
        return command;
    }

    private static string Describe(ContactState state, OfficeLines lines) => string.Join(
        '\n',
        [
            .. ContactText.LinesOf(state.Spoken),
            .. state.IsConfigured ? [StaffTexts.ContactIsConfigured] : Array.Empty<string>(),
            .. state.Pending is { } pending ? [StaffTexts.RulePendingHead, .. ContactText.LinesOf(pending)] : Array.Empty<string>(),
            .. new[] { (OfficeLine.Welcome, lines.Welcome), (OfficeLine.OtherScript, lines.OtherScript), (OfficeLine.NotFound, lines.NotFound) }
                .Where(line => line.Item2.Length > 0).Select(line => $"{OfficeLineDesk.NameOf(line.Item1)}：{line.Item2}"),
        ]);

    private static Option<string> Text(string name, string description) => new(name) { Description = description, DefaultValueFactory = _ => "" };

    private static Option<string> Account() => new("--account") { Description = "公众号（如 zhengwu）", Required = true };
}
