using System.CommandLine;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>publication figures</c>: how often articles were read.</summary>
internal static class FigureCommand
{
    private const int UsualDays = 90;

    public static Command Create()
    {
        var account = new Option<string?>("--account") { Description = "公众号（如 zhengwu）：列出最近发出的各篇" };
        var days = new Option<int>("--days") { Description = "列出最近多少天发出的", DefaultValueFactory = _ => UsualDays };
        var id = new Argument<long?>("id")
        {
            Description = "发布计划的编号：逐日列出；不写则按公众号列出",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("figures", "阅读数据：统计到哪天、多少人阅读、分享、点赞、收藏，多少条留言，何时取得；没有的说明原因")
        {
            id, account, days,
        };
        command.SetAction((parsed, cancellationToken) => CommandRun.WithBridgeAsync(
            (services, token) => (parsed.GetValue(id), parsed.GetValue(account)) switch
            {
                ({ } publication, null) => ShowAsync(services, publication, token),
                (null, { } key) => ListAsync(services, key, parsed.GetValue(days), token),
                _ => CommandRun.RefuseAsync(PublishingTexts.FiguresOfWhat),
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> ShowAsync(IServiceProvider services, long publication, CancellationToken cancellationToken) =>
        await CommandRun.SayAsync(
            await services.GetRequiredService<FigureFinder>().ShowAsync(publication, Acting.CommandLine, cancellationToken),
            FigureLines.EachDay);

    private static async Task<int> ListAsync(IServiceProvider services, string key, int days, CancellationToken cancellationToken) =>
        CommandRun.FindAccount(services, key) is { IsDone: false } unknown
            ? await CommandRun.RefuseAsync(unknown.Refusal)
            : await CommandRun.SayAsync(
                await services.GetRequiredService<FigureFinder>().ListAsync(key, days, Acting.CommandLine, cancellationToken),
                found => FigureLines.Newest(found, days));
}
