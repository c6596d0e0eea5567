using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Reviews;

public abstract class ExaminingArticlesTests(StoreSource source) : StoreTests(source)
{
    private ReviewingOffice _office = null!;
    private Acting _editor = null!;
    private Acting _reviewer = null!;
    private Acting _officer = null!;

    [Fact]
    public async Task Three_different_people_release_an_article()
    {
        var version = ReviewingOffice.Article("一");
        var id = await _office.SubmitsAsync(version, _editor);
        (await _office.ReleaseOfAsync(version)).ShouldBeNull();

        (await _office.ApprovesAsync(id, _reviewer)).Refusal.ShouldBeNull();
        (await _office.ReleaseOfAsync(version)).ShouldBeNull();
        (await _office.ApprovesAsync(id, _officer)).Refusal.ShouldBeNull();

        var release = (await _office.ReleaseOfAsync(version)).ShouldNotBeNull();
        (release.ReviewId, release.ContentHash, release.IsEmergency, release.IsByInstaller)
            .ShouldBe((id, version.ContentHash, false, false));
        (await _office.ReviewAsync(id)).Steps.Select(step => (step.Kind, step.By, step.Verdict)).ShouldBe(
        [
            (ReviewStepKind.Author, "editor", ReviewVerdict.Signed),
            (ReviewStepKind.Second, "reviewer", ReviewVerdict.Approved),
            (ReviewStepKind.SignOff, "officer", ReviewVerdict.Approved),
        ]);
        (await _office.AuditAsync()).Select(entry => (entry.Actor, entry.Action)).TakeLast(3)
            .ShouldBe([("editor", "review.open"), ("reviewer", "review.approve"), ("officer", "review.approve")]);
    }

    [Fact]
    public async Task Nobody_does_two_steps()
    {
        var both = await _office.TakesOnAsync("both", StaffRole.Reviewer, StaffRole.SigningOfficer);
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);
        (await _office.ApprovesAsync(id, both)).IsDone.ShouldBeTrue();

        (await _office.ApprovesAsync(id, both)).Refusal.ShouldNotBeNull().ShouldContain("不能由一人办两步");
        (await _office.ReviewAsync(id)).State.ShouldBe(ReviewState.Open);
    }

    [Fact]
    public async Task Nobody_examines_what_they_wrote_or_submitted()
    {
        var everything = await _office.TakesOnAsync("chief", StaffRole.Editor, StaffRole.Reviewer, StaffRole.SigningOfficer);
        var own = await _office.SubmitsAsync(ReviewingOffice.Article("一", "chief"), everything);
        var submitted = await _office.SubmitsAsync(ReviewingOffice.Article("二", "editor", "article/2"), everything);
        var coWritten = await _office.SubmitsAsync(
            ReviewingOffice.Article("三", "editor", "article/3") with { CoAuthors = ["chief"] }, _editor);

        foreach (var id in new[] { own, submitted, coWritten })
        {
            (await _office.ApprovesAsync(id, everything)).Refusal.ShouldNotBeNull().ShouldContain("自己经办");
        }
    }

    [Fact]
    public async Task Who_has_no_right_for_the_step_or_only_for_the_other_account_is_refused()
    {
        var foreign = await _office.TakesOnAsync("foreign", [("renda", StaffRole.Reviewer), ("renda", StaffRole.SigningOfficer)]);
        var colleague = await _office.TakesOnAsync("colleague", StaffRole.Editor);
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);

        (await _office.ApprovesAsync(id, foreign)).Refusal.ShouldNotBeNull().ShouldContain("需要“审核稿件”的权限");
        (await _office.ApprovesAsync(id, colleague)).Refusal.ShouldNotBeNull().ShouldContain("需要“审核稿件”的权限");
        (await _office.TriesToSubmitAsync(ReviewingOffice.Article("二", "reviewer", "article/2"), _reviewer)).Refusal
            .ShouldNotBeNull().ShouldContain("撰写稿件");
    }

    [Fact]
    public async Task A_step_cannot_be_skipped()
    {
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);

        (await _office.ApprovesAsync(id, _officer)).Refusal.ShouldNotBeNull().ShouldContain("审核稿件");
        (await _office.ReviewAsync(id)).NextStep.ShouldBe(ReviewStepKind.Second);
    }

    [Fact]
    public async Task A_second_verdict_on_the_same_state_is_refused()
    {
        var other = await _office.TakesOnAsync("other", StaffRole.Reviewer, StaffRole.SigningOfficer);
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);
        var seen = (await _office.ReviewAsync(id)).Revision;
        (await _office.ApprovesAsync(id, _reviewer, seen)).IsDone.ShouldBeTrue();

        // They meant the reviewer's step; without the number they would have signed off unawares.
        (await _office.ApprovesAsync(id, other, seen)).Refusal.ShouldNotBeNull().ShouldContain("有了变化");
        (await _office.ReviewAsync(id)).State.ShouldBe(ReviewState.Open);
    }

    [Fact]
    public async Task Of_two_verdicts_at_the_same_moment_one_counts()
    {
        var other = await _office.TakesOnAsync("other", StaffRole.Reviewer);
        for (var round = 1; round <= 5; round++)
        {
            var id = await _office.SubmitsAsync(ReviewingOffice.Article("一", subject: $"article/{round}"), _editor);
            var seen = (await _office.ReviewAsync(id)).Revision;

            var verdicts = await Task.WhenAll(
                Task.Run(() => _office.ApprovesAsync(id, _reviewer, seen), Cancellation),
                Task.Run(() => _office.ApprovesAsync(id, other, seen), Cancellation));

            verdicts.Count(verdict => verdict.IsDone).ShouldBe(1);
            verdicts.Single(verdict => !verdict.IsDone).Refusal.ShouldNotBeNull().ShouldContain("有了变化");
            (await _office.ReviewAsync(id)).Steps.Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task An_edit_voids_what_was_said_of_the_version_before()
    {
        var first = ReviewingOffice.Article("一");
        var id = await PassAsync(first);
        var before = await _office.AnswerContentAsync();

        await _office.SavesAsync(ReviewingOffice.Article("一，改过"), _editor);

        (await _office.ReviewAsync(id)).State.ShouldBe(ReviewState.Superseded);
        (await _office.ReleaseOfAsync(first)).ShouldBeNull();
        (await _office.AnswerContentAsync()).ShouldBeGreaterThan(before);
        (await _office.AuditAsync())[^1].Action.ShouldBe("review.supersede");
    }

    [Fact]
    public async Task Saving_without_a_change_voids_nothing()
    {
        var version = ReviewingOffice.Article("一");
        var id = await PassAsync(version);

        await _office.SavesAsync(version, _editor);
        (await _office.SubmitsAsync(version, _editor)).ShouldBe(id);

        (await _office.ReleaseOfAsync(version)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reviewer_cannot_approve_a_version_that_was_replaced_meanwhile()
    {
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);
        var seen = (await _office.ReviewAsync(id)).Revision;
        var changed = await _office.SubmitsAsync(ReviewingOffice.Article("二"), _editor);

        (await _office.ApprovesAsync(id, _reviewer, seen)).Refusal.ShouldNotBeNull().ShouldContain("有了变化");
        (await _office.ApprovesAsync(id, _reviewer)).Refusal.ShouldNotBeNull().ShouldContain("已作废");
        (await _office.ApprovesAsync(changed, _reviewer)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_returns_to_an_earlier_version_has_it_examined_again_by_everybody()
    {
        var first = ReviewingOffice.Article("一");
        var id = await PassAsync(first);
        await _office.SubmitsAsync(ReviewingOffice.Article("二"), _editor);

        (await _office.SubmitsAsync(first, _editor)).ShouldBe(id);

        (await _office.ReleaseOfAsync(first)).ShouldBeNull();
        (await _office.ApprovesAsync(id, _reviewer)).Refusal.ShouldBeNull();
        (await _office.ReleaseOfAsync(first)).ShouldBeNull();
        (await _office.ApprovesAsync(id, _officer)).Refusal.ShouldBeNull();
        (await _office.ReleaseOfAsync(first)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_returned_or_rejected_comes_back_changed_or_not_at_all()
    {
        var returned = ReviewingOffice.Article("一");
        var id = await _office.SubmitsAsync(returned, _editor);
        (await _office.ReturnsAsync(id, _reviewer, " ")).Refusal.ShouldNotBeNull().ShouldContain("理由");
        (await _office.ReturnsAsync(id, _reviewer)).IsDone.ShouldBeTrue();
        var rejected = ReviewingOffice.Article("一", subject: "article/2");
        (await _office.RejectsAsync(await _office.SubmitsAsync(rejected, _editor), _reviewer)).IsDone.ShouldBeTrue();

        (await _office.TriesToSubmitAsync(returned, _editor)).Refusal.ShouldNotBeNull().ShouldContain("已退回");
        (await _office.TriesToSubmitAsync(rejected, _editor)).Refusal.ShouldNotBeNull().ShouldContain("不予发布");
        (await _office.TriesToSubmitAsync(ReviewingOffice.Article("一，改过"), _editor)).IsDone.ShouldBeTrue();
        (await _office.ReleaseOfAsync(returned)).ShouldBeNull();
    }

    [Fact]
    public async Task An_approval_is_taken_back_by_who_gave_it_or_by_a_signing_officer()
    {
        var outsider = await _office.TakesOnAsync("outsider", StaffRole.Reviewer);
        var first = ReviewingOffice.Article("一");
        var second = ReviewingOffice.Article("二", subject: "article/2");
        var (one, two) = (await PassAsync(first), await PassAsync(second));
        var secondOfficer = await _office.TakesOnAsync("officer2", StaffRole.SigningOfficer);

        (await _office.WithdrawsAsync(one, outsider)).Refusal.ShouldNotBeNull().ShouldContain("只能撤回自己办理过的");
        (await _office.WithdrawsAsync(one, _reviewer)).Refusal.ShouldBeNull();
        (await _office.WithdrawsAsync(two, secondOfficer)).Refusal.ShouldBeNull();

        (await _office.ReleaseOfAsync(first)).ShouldBeNull();
        (await _office.ReleaseOfAsync(second)).ShouldBeNull();
        (await _office.SubmitsAsync(first, _editor)).ShouldBe(one);
        (await _office.ReviewAsync(one)).NextStep.ShouldBe(ReviewStepKind.Second);
    }

    [Fact]
    public async Task Once_the_sending_has_begun_nothing_is_taken_back_and_an_edit_changes_nothing_of_it()
    {
        var version = ReviewingOffice.Article("一");
        var id = await PassAsync(version);
        var release = (await _office.ReleaseOfAsync(version)).ShouldNotBeNull();

        (await _office.BeginsToSendAsync(release)).ShouldBeTrue();
        (await _office.BeginsToSendAsync(release)).ShouldBeTrue();

        (await _office.WithdrawsAsync(id, _reviewer)).Refusal.ShouldNotBeNull().ShouldContain("已经开始发送");
        await _office.SavesAsync(ReviewingOffice.Article("二"), _editor);
        (await _office.ReleaseOfAsync(version)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_release_that_was_taken_back_cannot_be_sent()
    {
        var version = ReviewingOffice.Article("一");
        var id = await PassAsync(version);
        var release = (await _office.ReleaseOfAsync(version)).ShouldNotBeNull();
        (await _office.WithdrawsAsync(id, _officer)).IsDone.ShouldBeTrue();

        (await _office.BeginsToSendAsync(release)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_was_disabled_a_moment_ago_decides_nothing_any_more()
    {
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);
        (await _office.Staff.DisableAsync("reviewer", Acting.CommandLine, Cancellation)).IsDone.ShouldBeTrue();

        (await _office.ApprovesAsync(id, _reviewer)).Refusal.ShouldNotBeNull().ShouldContain("权限");
    }

    [Fact]
    public async Task Everybody_sees_what_waits_for_them_and_nothing_else()
    {
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);
        (await WaitingAsync(_editor)).ShouldBeEmpty();
        (await WaitingAsync(_reviewer)).ShouldBe([id]);
        (await WaitingAsync(_officer)).ShouldBeEmpty();

        await _office.ApprovesAsync(id, _reviewer);

        (await WaitingAsync(_reviewer)).ShouldBeEmpty();
        (await WaitingAsync(_officer)).ShouldBe([id]);
        var foreign = await _office.TakesOnAsync("foreign", [("renda", StaffRole.Reviewer)]);
        (await _office.Reviews.ShowAsync(id, foreign, Cancellation)).IsDone.ShouldBeFalse();
        (await _office.Reviews.ShowAsync(id, _editor, Cancellation)).IsDone.ShouldBeTrue();
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _office = new ReviewingOffice(Contexts, Clock);
        _editor = await _office.TakesOnAsync("editor", StaffRole.Editor);
        _reviewer = await _office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        _officer = await _office.TakesOnAsync("officer", StaffRole.SigningOfficer);
    }

    private async Task<long> PassAsync(ReviewedVersion version)
    {
        var id = await _office.SubmitsAsync(version, _editor);
        (await _office.ApprovesAsync(id, _reviewer)).Refusal.ShouldBeNull();
        (await _office.ApprovesAsync(id, _officer)).Refusal.ShouldBeNull();
        return id;
    }

    private async Task<IEnumerable<long>> WaitingAsync(Acting by) =>
        (await _office.Reviews.WaitingForAsync(by, ReviewingOffice.Account, Cancellation)).Select(review => review.Id);

    public sealed class OnSqlite() : ExaminingArticlesTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : ExaminingArticlesTests(server);
}
