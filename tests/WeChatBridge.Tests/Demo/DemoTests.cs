using System.Text.RegularExpressions;
using WeChatBridge.Demo;
using WeChatBridge.Tests.Worlds;
using WeChatBridge.WeChat.Callbacks;

namespace WeChatBridge.Tests.Demo;

public sealed partial class DemoTests
{
    [Fact]
    public async Task In_an_empty_folder_it_starts_both_sides_tells_where_they_are_and_keeps_its_data()
    {
        using var office = new OfficeFolder();

        var first = await RunOnceAsync(office, isFirst: true);
        var second = await RunOnceAsync(office, isFirst: false);

        first.ShouldBe(0);
        second.ShouldBe(0);
        (await office.RunsAsync(AuditOfDemo)).Output.ShouldContain("共 20 条");
    }

    [Theory]
    [InlineData("", EncryptionMode.Safe, EncryptionMode.Compatible)]
    [InlineData("plain", EncryptionMode.Plain, EncryptionMode.Plain)]
    [InlineData("renda=safe", EncryptionMode.Safe, EncryptionMode.Safe)]
    [InlineData("compatible zhengwu=plain", EncryptionMode.Plain, EncryptionMode.Compatible)]
    public void The_mode_of_each_account_can_be_chosen(string words, EncryptionMode zhengwu, EncryptionMode renda) =>
        DemoModes.Read(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(new DemoModes(zhengwu, renda));

    [Theory]
    [InlineData("none")]
    [InlineData("7")]
    [InlineData("mayor=safe")]
    public void A_mode_nobody_knows_is_not_understood(string word) => DemoModes.Read([word]).ShouldBeNull();

    private static string[] AuditOfDemo { get; } = ["audit", "verify"];

    private static async Task<int> RunOnceAsync(OfficeFolder office, bool isFirst)
    {
        // The product's own default place, so that its command line can look at what the demo kept.
        await using var demo = ProgramRun.OfDemo(office.Path, "--data", "data");
        var simulator = Address().Match(await demo.SaysAsync("微信模拟器")).Value;
        var console = Address().Match(await demo.SaysAsync("工作台")).Value;
        await demo.SaysAsync("回调地址 红花尔基镇政务");
        await demo.SaysAsync("回调地址 红花尔基镇人大");
        (await demo.SaysAsync("  数据")).ShouldContain(Path.Combine(office.Path, "data"));
        await demo.SaysAsync("按 Ctrl-C 停止");

        using var client = new HttpClient(new SocketsHttpHandler());
        (await client.GetStringAsync(simulator, TestContext.Current.CancellationToken)).ShouldContain("模拟器");
        (await client.GetStringAsync(console, TestContext.Current.CancellationToken)).ShouldContain("正在服务");
        if (isFirst)
        {
            // A simulator that starts anew knows nothing of earlier articles, and the product sends none of them twice.
            await IsPublishedAsync(office);
            var articles = new Uri(new Uri(simulator), "/simulator/articles?account=zhengwu");
            (await client.GetStringAsync(articles, TestContext.Current.CancellationToken)).ShouldContain("示范：怎样在公众号里查政府信息");
        }

        return await demo.InterruptsAsync();
    }

    /// <summary>The article goes out a while after the start; only a demo that never sends it is waited for in vain.</summary>
    private static async Task IsPublishedAsync(OfficeFolder office)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!(await office.RunsAsync("publication", "list", "--account", "zhengwu")).Output.Contains("已公开", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, patience.Token);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+\S*")]
    private static partial Regex Address();
}
