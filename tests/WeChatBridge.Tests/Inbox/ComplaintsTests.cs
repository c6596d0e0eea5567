using WeChatBridge.Inbox;
using WeChatBridge.Staff;

namespace WeChatBridge.Tests.Inbox;

/// <summary>What a citizen writes about an official stays with whoever supervises, however it goes on.</summary>
public sealed class ComplaintsTests : InboxTests
{
    private const string Protected = "只有指定的监督人员能看到";

    [Fact]
    public async Task What_is_written_after_the_ways_of_a_complaint_is_read_by_the_supervisor_alone()
    {
        var supervisor = await Bridge.SupervisorAsync("wang");
        var ordinary = await LeavesAsync(Follower, "路灯坏了");
        (await SaysAsync("我要举报镇干部收红包")).ShouldContain(Protected);
        (await SaysAsync("留言")).ShouldContain(Protected);
        var receipt = await SaysAsync("事情是这样的");
        var officer = await Bridge.OfficerAsync("li");

        receipt.ShouldContain($"编号 {SecondNumber}");
        receipt.ShouldContain(Protected);
        (await officer.ListsAsync()).ShouldHaveSingleItem().Receipt.ToString().ShouldBe(ordinary);
        (await officer.TriesToReadAsync(SecondNumber)).Refusal.ShouldBe($"没有编号为 {SecondNumber} 的留言。");
        (await officer.AnswersAsync(SecondNumber, "知道了")).Refusal.ShouldBe($"没有编号为 {SecondNumber} 的留言。");
        (await supervisor.ListsAsync()).ShouldHaveSingleItem().Kind.ShouldBe(InboxKind.Complaint);
        (await supervisor.AnswersAsync(SecondNumber, "正在核实。")).IsDone.ShouldBeTrue();
        (await supervisor.TriesToReadAsync(ordinary)).Refusal.ShouldNotBeNull();
        (await SaysAsync(SecondNumber)).ShouldContain("正在核实。");
    }

    [Fact]
    public async Task A_complaint_written_into_an_ordinary_message_is_kept_apart_from_it()
    {
        await SaysAsync("留言");
        (await SaysAsync("路灯坏了")).ShouldContain(FirstNumber);
        (await SaysAsync("我要举报村主任贪污")).ShouldContain(SecondNumber);
        (await SaysAsync("去年的事")).ShouldBe($"已并入留言 {SecondNumber}。");

        (await (await Bridge.OfficerAsync("li")).ReadsAsync(FirstNumber)).Message.Parts.ShouldHaveSingleItem().Text.ShouldBe("路灯坏了");
    }

    [Theory]
    [InlineData("结束")]
    [InlineData("取消")]
    [InlineData(null)]
    public async Task A_complaint_that_is_gone_on_with_after_its_end_or_ten_silent_minutes_stays_a_complaint(string? ending)
    {
        await ComplainsAsync();
        if (ending is null)
        {
            Passes(TimeSpan.FromMinutes(11));
        }
        else
        {
            await SaysAsync(ending);
        }

        (await SaysAsync("留言")).ShouldContain(Protected);
        (await SaysAsync("当时在场的还有会计")).ShouldBe($"已并入留言 {FirstNumber}。");

        (await (await Bridge.OfficerAsync("li")).ListsAsync()).ShouldBeEmpty();
        var supervisor = await Bridge.SupervisorAsync("wang");
        (await supervisor.ReadsAsync(FirstNumber)).Message.Parts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task So_it_does_days_later_while_nobody_has_answered_it()
    {
        await ComplainsAsync();
        await SaysAsync("结束");
        await Bridge.IsSwitchedOffForAsync(TimeSpan.FromDays(3));
        await SaysAsync("留言");

        (await SaysAsync("还有一件事")).ShouldBe($"已并入留言 {FirstNumber}。");
    }

    [Fact]
    public async Task What_is_added_within_a_day_of_an_answered_complaint_is_one_too_and_after_that_an_ordinary_message()
    {
        await ComplainsAsync();
        await SaysAsync("结束");
        await (await Bridge.SupervisorAsync("wang")).AnswersAsync(FirstNumber, "已核实。");

        (await SaysAsync("留言")).ShouldContain(Protected);
        await SaysAsync("取消");
        await Bridge.IsSwitchedOffForAsync(TimeSpan.FromHours(25));
        (await SaysAsync("留言")).ShouldNotContain(Protected);
    }

    [Fact]
    public async Task While_nobody_may_read_complaints_none_is_asked_for_and_the_administrator_hears_of_one_that_lies_there()
    {
        await Bridge.Staff.TakesOnAsync("admin", StaffRole.Administrator);
        var guidance = await SaysAsync("我要举报镇干部收红包");
        var warned = await Bridge.AdministratorExaminesAsync();
        await ComplainsAsync();
        await Bridge.NoticesAreRaisedAsync();

        guidance.ShouldContain("12388");
        guidance.ShouldNotContain("留言");
        warned.ShouldContain(finding => finding.StartsWith("公众号“红花尔基镇政务”还没有人任督办"));
        (await Bridge.NoticesForAsync("admin")).ShouldContain(text => text.Contains("1 条监督类留言没有人能看"));
        (await Bridge.AdministratorExaminesAsync()).ShouldContain(finding => finding.StartsWith("!公众号“红花尔基镇政务”有 1 条监督类留言"));

        await Bridge.SupervisorAsync("wang");
        await Bridge.NoticesAreRaisedAsync();

        (await Bridge.NoticesForAsync("admin")).ShouldNotContain(text => text.Contains("监督类"));
        (await Bridge.AdministratorExaminesAsync()).ShouldNotContain(finding => finding.Contains("政务”有") || finding.Contains("政务”还没有人任督办"));
        (await SaysAsync(Neighbour, "我要举报镇干部收红包")).ShouldContain(Protected);
    }

    private async Task ComplainsAsync()
    {
        await SaysAsync("留言");
        (await SaysAsync("我要举报村主任贪污")).ShouldContain(FirstNumber);
    }
}
