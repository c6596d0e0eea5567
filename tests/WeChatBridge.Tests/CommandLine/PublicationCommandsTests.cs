using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Simulator;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.CommandLine;

/// <summary>Publications from a terminal, on a machine in New York: what is typed and shown is the office's time.</summary>
public sealed class PublicationCommandsTests : IDisposable
{
    private readonly OfficeFolder _folder = new() { Zone = "America/New_York" };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_message_is_looked_at_planned_moved_and_called_off_and_nobody_overwrites_another()
    {
        var article = await ReleasedAsync("供水通知");
        string[] plan = ["publication", "plan", "--as", "planner", "--account", "zhengwu", "--article", $"{article}", "--at", "2099-06-01 23:30"];

        (await DoneAsync(plan)).ShouldContain("提醒：2099年6月1日（周一）23:30在免打扰时段（22:00-07:00）内。");
        (await DoneAsync("publication", "list", "--account", "zhengwu")).ShouldContain("没有发布计划");
        (await DoneAsync([.. plan, "--yes"])).ShouldContain("已安排：发布计划 1，2099年6月1日（周一）23:30");
        (await DoneAsync("publication", "show", "1")).ShouldContain("《供水通知》");
        (await DoneAsync("publication", "figures", "--account", "zhengwu")).ShouldContain("最近 90 天没有公开过文章");
        (await RefusedAsync("publication", "figures", "1")).ShouldContain("“已安排”，还没有公开，没有阅读数据");
        (await RefusedAsync("publication", "figures")).ShouldContain("两者选一");
        (await RefusedAsync("publication", "preview", "1", "--to", "planner", "--as", "planner")).ShouldContain("没有在 zhengwu 绑定微信");
        string[] preview = ["publication", "preview", "1", "--to-wechat", "chief-li", "--as", "planner"];
        (await DoneAsync(preview)).ShouldContain("已用 0 次，上限 100 次，这次要用 1 次");
        (await DoneAsync([.. preview, "--yes"])).ShouldContain("已登记预览 1");
        (await DoneAsync("publication", "previews", "--account", "zhengwu")).ShouldContain("chief-li：等待发送");
        var moved = await DoneAsync(
            "publication", "move", "1", "--seen", "0", "--at", "2099-06-02 09:30", "--yes", "--as", "planner");
        moved.ShouldContain("2099年6月2日（周二）09:30");
        (await RefusedAsync("publication", "cancel", "1", "--seen", "0", "--as", "planner")).ShouldContain("有了变化");
        (await RefusedAsync("publication", "move", "1", "--seen", "1", "--at", "June 3rd", "--as", "planner")).ShouldContain("看不懂");
        (await RefusedAsync("publication", "cancel", "1", "--seen", "1", "--as", "editor")).ShouldContain("安排发布");
        (await RefusedAsync("publication", "settle", "1", "--seen", "1", "--evidence", "看过", "--as", "planner")).ShouldContain("两者选一");
        (await RefusedAsync("publication", "address", "1", "--seen", "1", "--url", "https://mp.weixin.qq.com/s/a", "--as", "planner"))
            .ShouldContain("“已安排”");
        (await RefusedAsync(
            "withdrawal", "deleted", "1", "--account", "zhengwu", "--who", "王五", "--at", "2026-02-01 00:30", "--reason", "写错了", "--as", "planner"))
            .ShouldContain("只有已经发出");
        (await DoneAsync("publication", "cancel", "1", "--seen", "1", "--as", "planner")).ShouldContain("已取消");
        (await DoneAsync("audit", "verify")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_account_is_paused_its_duty_and_holiday_looked_at_and_a_sending_by_hand_registered()
    {
        await ReleasedAsync("供水通知");

        (await DoneAsync("publication", "pause", "--account", "zhengwu", "--reason", "检查")).ShouldContain("已暂停，理由：检查");
        (await DoneAsync("duty", "set", "--account", "zhengwu", "--from", "2099-06-01", "--to", "2099-06-01", "--who", "planner"))
            .ShouldContain("已登记值班 1 天");
        (await DoneAsync(
            "publication", "website-sent", "--as", "planner", "--account", "zhengwu", "--url", "https://mp.weixin.qq.com/s/a",
            "--title", "手工发送", "--at", "2026-02-01 00:30", "--act", "MassSend", "--reviewer", "王主任"))
            .ShouldContain("已登记：2026年2月1日（周日）00:30《手工发送》");
        (await DoneAsync("publication", "calendar", "--account", "zhengwu", "--from", "2026-02-01", "--to", "2026-02-01"))
            .ShouldContain("00:30 网站手工群发");
        (await RefusedAsync("publication", "website-strike", "1", "--reason", "看错了", "--as", "editor")).ShouldContain("登记在公众平台网站手工发送的稿件");
        (await DoneAsync("publication", "website-strike", "1", "--reason", "看错了", "--as", "planner")).ShouldContain("已划去登记 1《手工发送》");
        (await DoneAsync("publication", "calendar", "--account", "zhengwu", "--from", "2026-02-01", "--to", "2026-02-01"))
            .ShouldContain("（登记号 1）【已划去：planner，");
        (await DoneAsync("publication", "website-list", "--account", "zhengwu")).ShouldContain("理由：看错了】");
        var check = await DoneAsync("publication", "holiday-check", "--account", "zhengwu", "--from", "2099-06-01", "--to", "2099-06-02");
        check.ShouldContain("2099年6月1日（周一）（暂按周末推算）  值班：planner");
        check.ShouldContain("没有登记值班的日子：2099年6月2日（周二）");
        check.ShouldContain("暂停");
        check.ShouldContain("已到 14 天");
        check.ShouldContain("从这个公众号在本系统启用之日算起");
        (await DoneAsync("publication", "resume", "--account", "zhengwu")).ShouldContain("已恢复");
    }

    /// <summary>The number of an article everybody has approved, written and examined in the store of this folder.</summary>
    private async Task<long> ReleasedAsync(string title)
    {
        await DoneAsync("staff", "list");
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddStorage(new StorageOptions { ConnectionString = $"Data Source={Path.Combine(_folder.Path, "data", "wechatbridge.db")}" })
            .BuildServiceProvider();
        var (contexts, clock) = (services.GetRequiredService<IDbContextFactory<BridgeContext>>(), new PlatformClock());
        var office = await SchedulingOffice.OpenAsync(contexts, clock);
        var writing = new WritingOffice(contexts, clock);
        var article = await writing.WritesAsync(office.Editor, writing.Fine with { Content = writing.Fine.Content with { Title = title } });
        var submitted = (await writing.SubmitsAsync(office.Editor, article)).Value;
        await writing.ReleasesAsync(submitted.ReviewId, office.Reviewer, office.SigningOfficer);
        return article;
    }

    private async Task<string> DoneAsync(params string[] arguments)
    {
        var (exitCode, output, errors) = await _folder.RunsWithAsync(ReviewingOffice.Password, arguments);
        exitCode.ShouldBe(0, errors);
        return output;
    }

    private async Task<string> RefusedAsync(params string[] arguments)
    {
        var (exitCode, output, errors) = await _folder.RunsWithAsync(ReviewingOffice.Password, arguments);
        (exitCode, output).ShouldBe((1, ""));
        return errors;
    }
}
