using WeChatBridge.Reports;
using WeChatBridge.Search.Documents;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Answers;

public sealed class SilencedDocumentsTests
{
    private const string Guide =
        "# 高龄津贴办事指南\n## 办理条件\n年满八十周岁、户籍在本镇的老年人。\n## 所需材料\n身份证、户口簿原件，本人银行卡复印件。\n"
        + "## 办理地点\n镇便民服务中心三号窗口。\n## 办理时间\n工作日上午八时三十分至十一时三十分。\n## 咨询电话\n0470-0000009\n"
        + "## 办理依据\n《关于发放高龄津贴有关问题的通知》。\n## 核对日期\n2026年1月5日\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_section_that_was_withdrawn_is_said_to_be_gone_in_an_open_choice_and_on_more()
    {
        await using var bridge = await RunningBridge.StartAsync();
        using var office = bridge.Office();
        var (reader, chooser) = (bridge.Follower("zhengwu"), bridge.Follower("zhengwu", "oSampleFollower000000000002"));
        await reader.SendTextAsync("目录", Cancellation);
        await reader.SendTextAsync("2", Cancellation);
        await chooser.SendTextAsync("目录", Cancellation);
        var report = (await office.Shelves.ListAsync("zhengwu", Acting.CommandLine, Cancellation)).Value[0];

        await office.Silencing.WithdrawAsync(report.Id, "数据有误", Acting.CommandLine, Cancellation);
        await bridge.LooksAtLibraryAsync();

        (await chooser.SendTextAsync("1", Cancellation)).ShownText.ShouldContain("已不再提供");
        (await reader.SendTextAsync("更多", Cancellation)).ShownText.ShouldContain("已不再提供");
        (await reader.SendTextAsync("公开栏", Cancellation)).ShownText.ShouldContain("没有找到");
        (await bridge.Follower("renda").SendTextAsync("公开栏", Cancellation)).ShownText.ShouldContain("没有找到");
    }

    [Fact]
    public async Task A_guide_is_answered_field_by_field_and_an_old_one_tells_when_it_was_checked()
    {
        await using var bridge = await RunningBridge.StartAsync();
        using var office = bridge.Office();
        await office.ImportsAsync(
            "高龄津贴.docx", WordTemplate.Write(Guide), Acting.CommandLine, description => description with { Kind = ReportKind.Guide });
        await bridge.LooksAtLibraryAsync();
        var follower = bridge.Follower("zhengwu");

        var asked = await follower.SendTextAsync("高龄津贴在哪办", Cancellation);

        asked.ShownText.ShouldContain("镇便民服务中心三号窗口");
        asked.ShownText.ShouldContain("出处：《高龄津贴办事指南》");
        asked.ShownText.ShouldContain("核对日期：2026年1月5日（周一）", customMessage: "the tests run on today's clock, long after that day");
    }

    [Fact]
    public async Task A_guide_that_was_checked_lately_is_quoted_without_that_day()
    {
        await using var bridge = await RunningBridge.StartAsync(
            SampleAccount.Both, new Dictionary<string, string?> { ["Answers:GuideCheckMonths"] = "1200" });
        using var office = bridge.Office();
        await office.ImportsAsync(
            "高龄津贴.docx", WordTemplate.Write(Guide), Acting.CommandLine, description => description with { Kind = ReportKind.Guide });
        await bridge.LooksAtLibraryAsync();

        var asked = await bridge.Follower("zhengwu").SendTextAsync("高龄津贴在哪办", Cancellation);

        asked.ShownText.ShouldContain("镇便民服务中心三号窗口");
        asked.ShownText.ShouldNotContain("核对日期");
    }
}
