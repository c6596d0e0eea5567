using WeChatBridge.Accounts;
using WeChatBridge.Articles;
using WeChatBridge.Articles.Checks;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Articles;

public abstract class SubmittingArticlesTests(StoreSource source) : StoreTests(source)
{
    private WritingOffice _office = null!;
    private Acting _editor = null!;
    private Acting _reviewer = null!;
    private Acting _officer = null!;

    [Fact]
    public async Task What_is_submitted_is_frozen_as_it_was_and_two_people_release_it()
    {
        var id = await _office.WritesAsync(_editor);

        var submitted = (await _office.SubmitsAsync(_editor, id)).Value;

        (submitted.Version, submitted.IsNew).ShouldBe((1, true));
        var document = await _office.DocumentAsync(submitted.ContentHash);
        (document.Title, document.AccountKey, document.Disclosure.DueOn)
            .ShouldBe(("关于城乡居民医保集中缴费的通知", "zhengwu", _office.Calendar.AddWorkingDays(Clock.Today(), 20).Date));
        var review = await _office.People.ReviewAsync(submitted.ReviewId);
        (review.SubjectId, review.ContentHash, review.Title, review.State)
            .ShouldBe(($"article/{id}", submitted.ContentHash, document.Title, ReviewState.Open));
        await _office.ReleasesAsync(submitted.ReviewId, _reviewer, _officer);
        (await _office.ReleaseOfAsync(id, submitted.ContentHash)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Everything_that_stands_against_it_is_said_at_once()
    {
        var begun = (await _office.BeginsAsync(_editor, new ArticleDraft(new ArticleContent
        {
            Title = new string('字', 40),
            BodyHtml = "<p>张三，身份证11010519491231002X，致电13800001234。</p>",
        }))).Value;

        var refusal = (await _office.SubmitsAsync(_editor, begun.Id)).Refusal.ShouldNotBeNull();

        foreach (var part in new[]
        {
            "标题最多 32 个字", "还没有封面", "公开属性", "公开目录", "发文机关", "形成日期", "[必须改正] IdentityCard　正文", "[改正或写明理由] MobilePhone　正文",
        })
        {
            refusal.ShouldContain(part);
        }

        (await _office.SeesAsync(_editor, begun.Id)).Versions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_finding_that_may_stay_needs_its_reason_and_reviewers_are_shown_it()
    {
        var id = await _office.WritesAsync(_editor, Saying("<p>值班电话13800001234，夜间13900001234。</p>"));

        (await _office.SubmitsAsync(_editor, id)).Refusal.ShouldNotBeNull().ShouldContain("MobilePhone#2");
        (await _office.SubmitsAsync(_editor, id, new FindingReason(CheckRule.MobilePhone, 1, "镇值班电话"))).Refusal
            .ShouldNotBeNull().ShouldContain("MobilePhone#2");
        (await _office.SubmitsAsync(_editor, id, new FindingReason(CheckRule.MobilePhone, null, "  "))).IsDone.ShouldBeFalse();
        var submitted = (await _office.SubmitsAsync(
            _editor, id, new FindingReason(CheckRule.MobilePhone, 1, "镇值班电话"), new FindingReason(CheckRule.MobilePhone, null, "夜间值班"))).Value;

        var examined = await _office.ExaminesAsync(_reviewer, submitted.ReviewId);
        examined.Version.Answers.Select(answer => (answer.Rule, answer.Place, answer.Reason, answer.By)).ShouldBe(
        [
            (CheckRule.MobilePhone, "正文", "镇值班电话", "editor"), (CheckRule.MobilePhone, "正文", "夜间值班", "editor"),
        ]);
        examined.Version.Answers.ShouldAllBe(answer => !answer.Excerpt.Contains("13800001234") && !answer.Excerpt.Contains("13900001234"));
        examined.Document.BodyHtml.ShouldContain("13800001234");
    }

    [Fact]
    public async Task No_reason_lets_stay_what_must_go()
    {
        var id = await _office.WritesAsync(_editor, Saying("<p>张三，身份证11010519491231002X。</p>"));

        (await _office.SubmitsAsync(_editor, id, new FindingReason(CheckRule.IdentityCard, null, "本人同意"))).Refusal
            .ShouldNotBeNull().ShouldContain("[必须改正] IdentityCard");
    }

    [Fact]
    public async Task A_dead_link_is_another_thing_than_a_line_that_is_cut()
    {
        var id = await _office.WritesAsync(_editor, Saying("<p>见<a href=\"https://www.gov.cn/a\">政策</a>。</p>"));
        _office.Web.Dead.Add("https://www.gov.cn/a");
        (await _office.ChecksAsync(_editor, id)).Findings.ShouldHaveSingleItem().Rule.ShouldBe(CheckRule.DeadLink);

        _office.Web.IsCutOff = true;
        (await _office.ChecksAsync(_editor, id)).Findings.ShouldHaveSingleItem().Rule.ShouldBe(CheckRule.UncheckedLink);
        (await _office.SubmitsAsync(_editor, id)).Refusal.ShouldNotBeNull().ShouldContain("连不上外网");
        (await _office.SubmitsAsync(_editor, id, new FindingReason(CheckRule.UncheckedLink, null, "已逐个打开"))).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task The_writer_is_told_the_due_day_and_when_it_is_over()
    {
        var id = await _office.WritesAsync(_editor);
        var due = _office.Calendar.AddWorkingDays(Clock.Today(), 20);
        (await _office.ChecksAsync(_editor, id)).ShouldSatisfyAllConditions(
            ready => ready.DueOn.ShouldBe(due), ready => ready.IsOverdue.ShouldBeFalse());

        Clock.StandStill(OfficeTime.InstantOf(due.Date.AddDays(1), TimeOnly.MinValue));

        (await _office.ChecksAsync(_editor, id)).IsOverdue.ShouldBeTrue();
    }

    [Fact]
    public async Task The_writer_is_told_at_once_when_nobody_is_there_to_examine_it()
    {
        var id = await _office.WritesAsync(_editor);
        (await _office.ChecksAsync(_editor, id)).StaffingGap.ShouldBeNull();
        (await _office.People.Staff.DisableAsync("officer", Acting.CommandLine, Cancellation)).Refusal.ShouldBeNull();

        (await _office.SubmitsAsync(_editor, id)).Value.Readiness.StaffingGap.ShouldNotBeNull().ShouldContain("签发");
    }

    [Fact]
    public async Task The_same_version_submitted_twice_keeps_its_review()
    {
        var id = await _office.WritesAsync(_editor);
        var first = (await _office.SubmitsAsync(_editor, id)).Value;
        await _office.People.ApprovesAsync(first.ReviewId, _reviewer);
        var entries = (await _office.People.AuditAsync()).Count;

        var second = (await _office.SubmitsAsync(_editor, id)).Value;

        (second.IsNew, second.ReviewId, second.Version).ShouldBe((false, first.ReviewId, 1));
        (await _office.People.ReviewAsync(first.ReviewId)).StepsDone.ShouldBe(1);
        (await _office.People.AuditAsync()).Count.ShouldBe(entries);
    }

    [Fact]
    public async Task A_returned_version_is_changed_before_it_is_submitted_again()
    {
        var id = await _office.WritesAsync(_editor);
        var first = (await _office.SubmitsAsync(_editor, id)).Value;
        await _office.People.ReturnsAsync(first.ReviewId, _reviewer);
        (await _office.SubmitsAsync(_editor, id)).Refusal.ShouldNotBeNull();

        await _office.SavesAsync(_editor, id, content => content with { Digest = "按意见改过" });
        var second = (await _office.SubmitsAsync(_editor, id)).Value;

        second.Version.ShouldBe(2);
        (await _office.SeesAsync(_editor, id)).Versions.Select(examined => (examined.Version.Number, examined.Review.State))
            .ShouldBe([(2, ReviewState.Open), (1, ReviewState.Returned)]);
    }

    [Fact]
    public async Task A_withdrawn_version_submitted_again_keeps_what_was_said_before()
    {
        var id = await _office.WritesAsync(_editor, Saying("<p>值班电话13800001234。</p>"));
        var first = (await _office.SubmitsAsync(_editor, id, new FindingReason(CheckRule.MobilePhone, null, "镇值班电话"))).Value;
        await _office.People.WithdrawsAsync(first.ReviewId, _editor);

        var again = (await _office.SubmitsAsync(_editor, id, new FindingReason(CheckRule.MobilePhone, null, "已核实是值班电话"))).Value;

        (again.Version, again.ReviewId, again.IsNew).ShouldBe((1, first.ReviewId, true));
        (await _office.ExaminesAsync(_reviewer, again.ReviewId)).Version.Answers.Select(answer => answer.Reason)
            .ShouldBe(["镇值班电话", "已核实是值班电话"]);
    }

    [Fact]
    public async Task News_of_a_holiday_makes_no_other_version_of_what_was_approved()
    {
        var id = await _office.WritesAsync(_editor);
        var submitted = (await _office.SubmitsAsync(_editor, id)).Value;
        await _office.ReleasesAsync(submitted.ReviewId, _reviewer, _officer);
        var ownDays = Enumerable.Range(1, 20).Select(day => Clock.Today().AddDays(day)).ToList();
        _office.Calendar = new WorkingCalendar([], new CalendarOptions { DaysOff = ownDays }, OfficeHours.Parse(new OfficeOptions().Hours));

        var again = (await _office.SubmitsAsync(_editor, id)).Value;

        (again.IsNew, again.ContentHash).ShouldBe((false, submitted.ContentHash));
        (await _office.SavesAsync(_editor, id, content => content)).Value.HasChanged.ShouldBeFalse();
        (await _office.ReleaseOfAsync(id, submitted.ContentHash)).ShouldNotBeNull();
    }

    [Fact]
    public async Task In_an_emergency_the_officer_alone_releases_it_and_the_rest_follows()
    {
        var id = await _office.WritesAsync(_editor);
        var submitted = (await _office.SubmitsInEmergencyAsync(_editor, id, "山洪预警")).Value;

        (await _office.People.ApprovesAsync(submitted.ReviewId, _officer)).Refusal.ShouldBeNull();

        (await _office.ReleaseOfAsync(id, submitted.ContentHash)).ShouldNotBeNull().IsEmergency.ShouldBeTrue();
        var followUp = await _office.People.FollowUpOfAsync(submitted.ReviewId);
        (await _office.ExaminesAsync(_reviewer, followUp.Id)).Version.ContentHash.ShouldBe(submitted.ContentHash);
    }

    [Fact]
    public async Task Who_examines_in_the_place_of_another_reads_that_article_and_no_other()
    {
        var deputy = await _office.People.TakesOnAsync("deputy", StaffRole.Supervisor);
        var id = await _office.WritesAsync(_editor);
        var review = (await _office.SubmitsAsync(_editor, id)).Value.ReviewId;
        var unfinished = await _office.WritesAsync(_editor);
        (await _office.TriesToExamineAsync(deputy, review)).ShouldBeNull();
        (await _office.PreviewsAsync(deputy, id, 1)).Refusal.ShouldNotBeNull();
        (await _office.ShowsAsync(deputy, id)).Refusal.ShouldNotBeNull();

        var now = Clock.GetUtcNow();
        (await _office.People.Delegations.DelegateAsync(
            new NewDelegation(WritingOffice.Account, "reviewer", "deputy", now.AddMinutes(-1), now.AddDays(1)), _reviewer, Cancellation))
            .Refusal.ShouldBeNull();

        (await _office.ExaminesAsync(deputy, review)).Document.BodyHtml.ShouldContain("集中缴费期");
        (await _office.PreviewsAsync(deputy, id, 1)).Value.ShouldContain("集中缴费期");
        (await _office.ShowsAsync(deputy, id)).Refusal.ShouldBeNull();
        (await _office.PreviewsAsync(deputy, unfinished)).Refusal.ShouldNotBeNull();
        (await _office.SavesAsync(deputy, id, content => content with { Digest = "代写" })).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_edit_while_the_checks_run_is_not_submitted_unseen()
    {
        var colleague = await _office.People.TakesOnAsync("colleague", StaffRole.Editor);
        var id = await _office.WritesAsync(_editor, Saying("<p>见<a href=\"https://www.gov.cn/a\">政策</a>。</p>"));
        var seen = (await _office.SeesAsync(_editor, id)).Article.Revision;
        _office.Web.Meanwhile = () => _office.SavesAsync(colleague, id, content => content with { Title = "同时改的标题" }, seen);

        (await _office.SubmitsAsync(_editor, id)).Refusal.ShouldNotBeNull().ShouldContain("colleague");

        (await _office.SeesAsync(_editor, id)).Versions.ShouldBeEmpty();
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _office = new WritingOffice(Contexts, Clock);
        _editor = await _office.People.TakesOnAsync("editor", StaffRole.Editor);
        _reviewer = await _office.People.TakesOnAsync("reviewer", StaffRole.Reviewer);
        _officer = await _office.People.TakesOnAsync("officer", StaffRole.SigningOfficer);
    }

    private ArticleDraft Saying(string html) => _office.Fine with { Content = _office.Fine.Content with { BodyHtml = html } };

    public sealed class OnSqlite() : SubmittingArticlesTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : SubmittingArticlesTests(server);
}
