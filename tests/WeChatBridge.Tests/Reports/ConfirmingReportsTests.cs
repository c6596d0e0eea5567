using WeChatBridge.Reports;
using WeChatBridge.Search.Documents;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Reports;

public abstract class ConfirmingReportsTests(StoreSource source) : StoreTests(source)
{
    private const string Notice =
        "关于停水检修的公告\n一、时间\n3月5日上午八时至十二时，停止供水四个小时。\n二、范围\n镇区北片三条街道的全部住户和单位。\n示例镇人民政府\n2026年3月1日\n";

    private ReadingOffice _office = null!;
    private Acting _editor = null!;
    private Acting _reviewer = null!;
    private Acting _officer = null!;

    [Fact]
    public async Task An_import_says_nothing_until_a_second_person_has_confirmed_it()
    {
        var imported = (await _office.ImportsAsync(Notice, _editor)).Value;

        imported.IsReleased.ShouldBeFalse();
        (await _office.TitlesAsync()).ShouldBeEmpty();
        (await _office.LooksAtAsync(imported.Id, _reviewer)).State.ShouldBe(ReportState.Waiting);
        (await _office.TriesToConfirmAsync(imported.Review, _editor)).Refusal.ShouldNotBeNull();
        await _office.ConfirmsAsync(imported.Review, _reviewer);

        (await _office.TitlesAsync()).ShouldBe(["关于停水检修的公告"]);
        (await _office.LooksAtAsync(imported.Id, _reviewer)).State.ShouldBe(ReportState.Answering);
        (await _office.AuditAsync()).TakeLast(3).Select(entry => (entry.Actor, entry.Action))
            .ShouldBe([("editor", "report.import"), ("editor", "review.open"), ("reviewer", "review.approve")]);
    }

    [Fact]
    public async Task What_was_returned_stays_silent()
    {
        var imported = (await _office.ImportsAsync(Notice, _editor)).Value;

        await _office.ReturnsAsync(imported.Review, _reviewer);

        (await _office.TitlesAsync()).ShouldBeEmpty();
        (await _office.LooksAtAsync(imported.Id, _editor)).State.ShouldBe(ReportState.NotConfirmed);
    }

    [Fact]
    public async Task The_administrators_import_from_the_command_line_answers_at_once_and_is_audited()
    {
        var imported = (await _office.ImportsAsync(Notice, Acting.CommandLine)).Value;

        imported.IsReleased.ShouldBeTrue();
        (await _office.TitlesAsync()).ShouldHaveSingleItem();
        (await _office.AuditAsync()).TakeLast(2).Select(entry => (entry.Actor, entry.Action))
            .ShouldBe([("command-line", "report.import"), ("command-line", "review.release-by-installer")]);
    }

    [Fact]
    public async Task Who_may_not_import_is_refused_and_nothing_is_stored()
    {
        (await _office.ImportsAsync(Notice, _reviewer)).Refusal.ShouldNotBeNull().ShouldContain("导入文件");

        (await CountAsync<Report>()).ShouldBe(0);
    }

    [Fact]
    public async Task A_changed_title_waits_while_the_old_one_answers()
    {
        var id = await AnsweringAsync();

        var changed = (await _office.Library.ChangeAsync(id, facts => facts with { Title = "停水公告" }, _editor, Cancellation)).Value;

        (await _office.TitlesAsync()).ShouldBe(["关于停水检修的公告"]);
        (await _office.LooksAtAsync(id, _reviewer)).State.ShouldBe(ReportState.AnsweringWhileChanged);
        (await _office.LooksAtAsync(id, _reviewer)).Version.Facts.Title.ShouldBe("停水公告");
        await _office.ConfirmsAsync(changed.Review, _reviewer);
        (await _office.TitlesAsync()).ShouldBe(["停水公告"]);
        (await _office.Library.ChangeAsync(id, facts => facts with { Title = "停水公告" }, _editor, Cancellation))
            .Refusal.ShouldNotBeNull().ShouldContain("没有改动");
    }

    [Fact]
    public async Task A_change_that_is_returned_leaves_the_old_version_answering()
    {
        var id = await AnsweringAsync();
        var changed = (await _office.Library.ChangeAsync(id, facts => facts with { Year = 2025 }, _editor, Cancellation)).Value;

        await _office.ReturnsAsync(changed.Review, _reviewer);

        (await _office.TitlesAsync()).ShouldHaveSingleItem();
        (await _office.LooksAtAsync(id, _reviewer)).Version.Facts.Year.ShouldBe(2026);
        (await _office.Library.ChangeAsync(id, facts => facts with { Year = 2025 }, _editor, Cancellation))
            .Refusal.ShouldNotBeNull().ShouldContain("请修改后再提交");
    }

    [Fact]
    public async Task Making_a_document_internal_silences_it_once_confirmed()
    {
        var id = await AnsweringAsync();
        var changed = (await _office.Library.ChangeAsync(id, facts => facts with { Visibility = Visibility.Internal }, _editor, Cancellation)).Value;
        await _office.ConfirmsAsync(changed.Review, _reviewer);

        (await _office.TitlesAsync()).ShouldBeEmpty();
        (await _office.LooksAtAsync(id, _reviewer)).State.ShouldBe(ReportState.Internal);
    }

    [Fact]
    public async Task A_withdrawn_document_falls_silent_on_one_persons_word_and_may_come_back_confirmed_anew()
    {
        var id = await AnsweringAsync();
        (await _office.Silencing.WithdrawAsync(id, "日期有误", _editor, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("撤下文件");

        (await _office.Silencing.WithdrawAsync(id, " ", _officer, Cancellation)).Refusal.ShouldNotBeNull();
        (await _office.Silencing.WithdrawAsync(id, "日期有误", _officer, Cancellation)).Refusal.ShouldBeNull();

        (await _office.TitlesAsync()).ShouldBeEmpty();
        (await _office.Silencing.WithdrawAsync(id, "日期有误", _officer, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("早已撤下");
        (await _office.Library.ChangeAsync(id, facts => facts with { Year = 2025 }, _editor, Cancellation)).Refusal.ShouldNotBeNull();
        var again = (await _office.ImportsAsync(Notice, _editor)).Value;
        (await _office.TitlesAsync()).ShouldBeEmpty();
        await _office.ConfirmsAsync(again.Review, _reviewer);
        (await _office.TitlesAsync()).ShouldHaveSingleItem();
        (await _office.AuditAsync()).ShouldContain(entry => entry.Actor == "officer" && entry.Action == "report.withdraw" && entry.Detail == "日期有误");
    }

    [Fact]
    public async Task An_expired_document_falls_silent_at_its_very_end_before_any_index_looks()
    {
        Clock.StandStill();
        var end = Clock.GetUtcNow().AddHours(1);
        var imported = (await _office.ImportsAsync(Notice, _editor, description => description with { AnsweredUntil = end })).Value;
        await _office.ConfirmsAsync(imported.Review, _reviewer);
        (await _office.TitlesAsync()).ShouldHaveSingleItem();

        Clock.Advance(TimeSpan.FromMinutes(59));
        _office.TitlesBeforeLooking().ShouldHaveSingleItem();
        Clock.Advance(TimeSpan.FromMinutes(1));

        _office.TitlesBeforeLooking().ShouldBeEmpty();
        (await _office.FindsAsync("什么时候停水")).ShouldBeNull();
        (await _office.LooksAtAsync(imported.Id, _reviewer)).State.ShouldBe(ReportState.Expired);
    }

    [Fact]
    public async Task Leave_to_quote_is_confirmed_when_given_and_taken_back_at_once()
    {
        var id = await AnsweringAsync();
        var granted = (await _office.Library.GrantAsync(id, "renda", _editor, Cancellation)).Value;
        (await _office.TitlesAsync("renda")).ShouldBeEmpty();
        await _office.ConfirmsAsync(granted.Review, _reviewer);
        (await _office.TitlesAsync("renda")).ShouldHaveSingleItem();

        (await _office.Silencing.RevokeAsync(id, "renda", _officer, Cancellation)).Refusal.ShouldBeNull();

        (await _office.TitlesAsync("renda")).ShouldBeEmpty();
        (await _office.TitlesAsync()).ShouldHaveSingleItem();
        (await _office.Silencing.RevokeAsync(id, "renda", _officer, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("没有许可");
        var again = (await _office.Library.GrantAsync(id, "renda", _editor, Cancellation)).Value;
        (await _office.TitlesAsync("renda")).ShouldBeEmpty("a grant that was taken back is confirmed anew");
        await _office.ConfirmsAsync(again.Review, _reviewer);
        (await _office.TitlesAsync("renda")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_bodys_staff_do_not_learn_that_a_document_exists()
    {
        var imported = (await _office.ImportsAsync(Notice, _editor)).Value;
        var stranger = await new ReviewingOffice(Contexts, Clock).TakesOnAsync("stranger", [("renda", StaffRole.SigningOfficer), ("renda", StaffRole.Editor)]);

        (await _office.Shelves.ShowAsync(imported.Id, stranger, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("没有编号");
        (await _office.Silencing.WithdrawAsync(imported.Id, "理由", stranger, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("没有编号");
        (await _office.Library.ChangeAsync(imported.Id, facts => facts with { Title = "别的" }, stranger, Cancellation))
            .Refusal.ShouldNotBeNull().ShouldContain("没有编号");
        (await _office.Shelves.ListAsync("zhengwu", stranger, Cancellation)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task The_list_shows_each_document_as_it_stands()
    {
        await AnsweringAsync();
        await _office.ImportsAsync("高龄津贴办事指南\n一、办理条件\n年满八十周岁、户籍在本镇的老年人可以申请。\n", _editor);

        var lines = (await _office.Shelves.ListAsync("zhengwu", _editor, Cancellation)).Value;

        lines.Select(line => (line.Facts.Title, line.State))
            .ShouldBe([("高龄津贴办事指南", ReportState.Waiting), ("关于停水检修的公告", ReportState.Answering)]);
    }

    [Fact]
    public async Task A_guides_check_is_renewed_by_two_people()
    {
        var imported = (await _office.ImportsAsync(
            "高龄津贴办事指南.docx",
            WordTemplate.Write("# 高龄津贴办事指南\n## 办理地点\n镇便民服务中心。\n## 核对日期\n2026年1月5日\n"),
            _editor,
            description => description with { Kind = ReportKind.Guide })).Value;
        await _office.ConfirmsAsync(imported.Review, _reviewer);
        (await _office.LooksAtAsync(imported.Id, _editor)).Version.Facts.CheckedOn.ShouldBe(new DateOnly(2026, 1, 5));

        var changed = await _office.Library.ChangeAsync(
            imported.Id, facts => facts with { CheckedOn = new DateOnly(2026, 7, 1) }, _editor, Cancellation);

        await _office.ConfirmsAsync(changed.Value.Review, _reviewer);
        (await _office.LooksAtAsync(imported.Id, _editor)).Version.Facts.CheckedOn.ShouldBe(new DateOnly(2026, 7, 1));
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _office = new ReadingOffice(Contexts, Clock);
        _editor = await _office.TakesOnAsync("editor", StaffRole.Editor);
        _reviewer = await _office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        _officer = await _office.TakesOnAsync("officer", StaffRole.SigningOfficer);
    }

    private async Task<long> AnsweringAsync()
    {
        var imported = (await _office.ImportsAsync(Notice, _editor)).Value;
        await _office.ConfirmsAsync(imported.Review, _reviewer);
        return imported.Id;
    }

    public sealed class OnSqlite() : ConfirmingReportsTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : ConfirmingReportsTests(server);
}
