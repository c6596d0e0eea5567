using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Reviews;

/// <summary>Emergencies, holidays, rules and the like, and what the installer brings.</summary>
public abstract class OtherWaysToReleaseTests(StoreSource source) : StoreTests(source)
{
    private ReviewingOffice _office = null!;
    private Acting _editor = null!;
    private Acting _reviewer = null!;
    private Acting _officer = null!;

    [Fact]
    public async Task In_an_emergency_two_people_release_and_a_third_examines_afterwards()
    {
        var version = ReviewingOffice.Article("火情");
        var id = await _office.SubmitsAsync(version, _editor, "草原火情，须马上告知群众");
        (await _office.ApprovesAsync(id, _reviewer)).Refusal.ShouldNotBeNull().ShouldContain("签发");
        (await _office.ApprovesAsync(id, _officer, new ReviewWords(SawSecrecyCheck: true))).Refusal.ShouldNotBeNull().ShouldContain("保密");
        (await _office.ApprovesAsync(id, _officer)).Refusal.ShouldBeNull();

        (await _office.ReleaseOfAsync(version)).ShouldNotBeNull().IsEmergency.ShouldBeTrue();
        var followUp = await _office.FollowUpOfAsync(id);
        (await _office.Reviews.FollowUpsAsync(ReviewingOffice.Account, Cancellation)).Select(review => review.Id).ShouldBe([followUp.Id]);
        (await _office.ReturnsAsync(followUp.Id, _reviewer)).Refusal.ShouldNotBeNull().ShouldContain("事后补审");
        (await _office.ApprovesAsync(followUp.Id, _editor)).Refusal.ShouldNotBeNull();
        (await _office.ApprovesAsync(followUp.Id, _officer)).Refusal.ShouldNotBeNull();

        (await _office.ApprovesAsync(followUp.Id, _reviewer)).Refusal.ShouldBeNull();
        (await _office.Reviews.FollowUpsAsync(ReviewingOffice.Account, Cancellation)).ShouldBeEmpty();
        (await _office.AuditAsync()).ShouldContain(entry => entry.Action == "review.follow-up");
    }

    [Fact]
    public async Task A_follow_up_is_void_with_what_it_follows_and_releases_nothing_by_itself()
    {
        var version = ReviewingOffice.Article("火情");
        var id = await _office.SubmitsAsync(version, _editor, "火情");
        await _office.ApprovesAsync(id, _officer);
        var followUp = await _office.FollowUpOfAsync(id);

        (await _office.WithdrawsAsync(id, _officer)).Refusal.ShouldBeNull();
        (await _office.ApprovesAsync(followUp.Id, _reviewer)).Refusal.ShouldNotBeNull().ShouldContain("已作废");

        (await _office.ReleaseOfAsync(version)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_stands_in_acts_under_their_own_name_for_the_stated_time()
    {
        var deputy = await _office.TakesOnAsync("deputy", StaffRole.DutyOfficer);
        var now = Clock.GetUtcNow();
        (await DelegateAsync("reviewer", "deputy", _reviewer, now.AddDays(1), now.AddDays(8))).Refusal.ShouldBeNull();
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);
        (await _office.ApprovesAsync(id, deputy)).Refusal.ShouldNotBeNull().ShouldContain("权限");

        Clock.StandStill(now.AddDays(2));
        (await _office.ApprovesAsync(id, deputy)).Refusal.ShouldBeNull();
        var step = (await _office.ReviewAsync(id)).Steps[^1];
        (step.By, step.OnBehalfOf).ShouldBe(("deputy", "reviewer"));
        (await _office.AuditAsync())[^1].Detail.ShouldContain("for reviewer");

        Clock.StandStill(now.AddDays(9));
        var later = await _office.SubmitsAsync(ReviewingOffice.Article("二", subject: "article/2"), _editor);
        (await _office.ApprovesAsync(later, deputy)).Refusal.ShouldNotBeNull().ShouldContain("权限");
    }

    [Fact]
    public async Task Standing_in_lets_nobody_do_two_steps_and_nobody_examine_their_own()
    {
        var now = Clock.GetUtcNow();
        await DelegateAsync("officer", "reviewer", _officer, now, now.AddDays(7));
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);
        await _office.ApprovesAsync(id, _reviewer);
        (await _office.ApprovesAsync(id, _reviewer)).Refusal.ShouldNotBeNull().ShouldContain("两步");

        // The author has a reviewer's role too and lends it out: it would be their own hand.
        var chief = await _office.TakesOnAsync("chief", StaffRole.Editor, StaffRole.Reviewer);
        var deputy = await _office.TakesOnAsync("deputy", StaffRole.DutyOfficer);
        await DelegateAsync("chief", "deputy", chief, now, now.AddDays(7));
        var own = await _office.SubmitsAsync(ReviewingOffice.Article("二", "chief", "article/2"), chief);
        (await _office.ApprovesAsync(own, deputy)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_person_whose_part_was_done_by_a_deputy_does_no_other_step()
    {
        var both = await _office.TakesOnAsync("both", StaffRole.Reviewer, StaffRole.SigningOfficer);
        await _office.TakesOnAsync("deputy", StaffRole.DutyOfficer);
        var now = Clock.GetUtcNow();
        await DelegateAsync("both", "deputy", both, now, now.AddDays(7));
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);
        (await _office.ApprovesAsync(id, await _office.SignsInAsync("deputy"))).Refusal.ShouldBeNull();

        (await _office.ApprovesAsync(id, both)).Refusal.ShouldNotBeNull().ShouldContain("两步");
        (await _office.ApprovesAsync(id, _officer)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_delegation_is_entered_by_the_absent_person_or_an_administrator_and_ends_when_they_return()
    {
        await _office.TakesOnAsync("deputy", StaffRole.DutyOfficer);
        var administrator = await _office.TakesOnAsync("admin", StaffRole.Administrator);
        var now = Clock.GetUtcNow();

        (await DelegateAsync("reviewer", "deputy", _editor, now, now.AddDays(1))).Refusal.ShouldNotBeNull().ShouldContain("管理工作人员");
        (await DelegateAsync("reviewer", "reviewer", _reviewer, now, now.AddDays(1))).Refusal.ShouldNotBeNull().ShouldContain("另一个人");
        (await DelegateAsync("reviewer", "nobody", _reviewer, now, now.AddDays(1))).Refusal.ShouldNotBeNull().ShouldContain("nobody");
        (await DelegateAsync("reviewer", "deputy", _reviewer, now, now.AddDays(90))).Refusal.ShouldNotBeNull().ShouldContain("60");
        var entered = (await DelegateAsync("reviewer", "deputy", administrator, now, now.AddDays(7))).Value;
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);
        (await _office.Delegations.EndAsync(entered.Id, _reviewer, Cancellation)).Refusal.ShouldBeNull();

        (await _office.ApprovesAsync(id, await _office.SignsInAsync("deputy"))).IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData(nameof(ReviewedKind.Rule))]
    [InlineData(nameof(ReviewedKind.Report))]
    [InlineData(nameof(ReviewedKind.ContactCard))]
    [InlineData(nameof(ReviewedKind.Menu))]
    public async Task One_second_person_confirms_what_is_no_article(string kindName)
    {
        var version = ReviewingOffice.Version(Enum.Parse<ReviewedKind>(kindName), "一");
        var before = await _office.AnswerContentAsync();
        var id = await _office.SubmitsAsync(version, _editor);
        (await _office.ApprovesAsync(id, _editor)).IsDone.ShouldBeFalse();
        (await _office.ApprovesAsync(id, _reviewer)).Refusal.ShouldBeNull();

        (await _office.ReleaseOfAsync(version)).ShouldNotBeNull();
        (await _office.AnswerContentAsync()).ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task A_rule_goes_on_speaking_until_its_new_version_is_confirmed()
    {
        var (first, second) = (ReviewingOffice.Version(ReviewedKind.Rule, "一"), ReviewingOffice.Version(ReviewedKind.Rule, "二"));
        await _office.ApprovesAsync(await _office.SubmitsAsync(first, _editor), _reviewer);

        var id = await _office.SubmitsAsync(second, _editor);
        (await _office.ReleaseOfAsync(first)).ShouldNotBeNull();
        (await _office.ReleaseOfAsync(second)).ShouldBeNull();

        await _office.ApprovesAsync(id, _reviewer);
        (await _office.ReleaseOfAsync(first)).ShouldBeNull();
        (await _office.ReleaseOfAsync(second)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_installer_releases_what_it_brings_and_a_person_cannot()
    {
        var version = ReviewingOffice.Version(ReviewedKind.Report, "年报", "installer", "report/1");

        (await _office.InstallsAsync(version, _officer)).Refusal.ShouldNotBeNull();
        (await _office.ReleaseOfAsync(version)).ShouldBeNull();
        (await _office.InstallsAsync(version, Acting.Installer)).Refusal.ShouldBeNull();
        (await _office.InstallsAsync(version, Acting.Installer)).Refusal.ShouldBeNull();

        (await _office.ReleaseOfAsync(version)).ShouldNotBeNull().IsByInstaller.ShouldBeTrue();
        (await _office.AuditAsync()).Count(entry => entry.Action == "review.release-by-installer").ShouldBe(1);
        (await _office.InstallsAsync(ReviewingOffice.Article("一"), Acting.CommandLine)).Refusal.ShouldNotBeNull();
        (await _office.TriesToSubmitAsync(version, Acting.CommandLine)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Whether_the_staff_can_fill_the_steps_is_told_beforehand()
    {
        (await GapAsync()).ShouldBeNull();

        await _office.Staff.DisableAsync("officer", Acting.CommandLine, Cancellation);
        (await GapAsync()).ShouldNotBeNull().ShouldContain("担任不了：签发");

        // Enough roles, not enough people.
        await _office.Staff.GrantAsync("reviewer", ReviewingOffice.Account, StaffRole.SigningOfficer, Acting.CommandLine, Cancellation);
        await _office.Staff.GrantAsync("editor", ReviewingOffice.Account, StaffRole.SigningOfficer, Acting.CommandLine, Cancellation);
        (await GapAsync()).ShouldNotBeNull();

        var deputy = await _office.TakesOnAsync("deputy", StaffRole.DutyOfficer);
        (await GapAsync()).ShouldNotBeNull();
        await _office.Staff.GrantAsync("deputy", ReviewingOffice.Account, StaffRole.SigningOfficer, Acting.CommandLine, Cancellation);
        (await GapAsync()).ShouldBeNull();
        deputy.Name.ShouldBe("deputy");
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _office = new ReviewingOffice(Contexts, Clock);
        _editor = await _office.TakesOnAsync("editor", StaffRole.Editor);
        _reviewer = await _office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        _officer = await _office.TakesOnAsync("officer", StaffRole.SigningOfficer);
    }

    private Task<Outcome<Delegation>> DelegateAsync(string from, string to, Acting by, DateTimeOffset start, DateTimeOffset end) =>
        _office.Delegations.DelegateAsync(new NewDelegation(ReviewingOffice.Account, from, to, start, end), by, Cancellation);

    private Task<string?> GapAsync() => _office.Staffing.FindGapAsync(ReviewedKind.Article, ReviewingOffice.Account, Cancellation);

    public sealed class OnSqlite() : OtherWaysToReleaseTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : OtherWaysToReleaseTests(server);
}
