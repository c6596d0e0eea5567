using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Reviews;

/// <summary>Who may act in the right of somebody absent, and what they then see.</summary>
public abstract class StandingInTests(StoreSource source) : StoreTests(source)
{
    private ReviewingOffice _office = null!;
    private Acting _editor = null!;
    private Acting _reviewer = null!;
    private Acting _administrator = null!;

    [Fact]
    public async Task Nobody_takes_the_right_of_another_by_their_own_hand()
    {
        var other = await _office.TakesOnAsync("other", StaffRole.Administrator);

        (await DelegateAsync("officer", "wang", _administrator)).Refusal.ShouldNotBeNull().ShouldContain("officer本人");
        (await _office.AuditAsync()).ShouldNotContain(entry => entry.Action == "review.delegate");

        (await DelegateAsync("officer", "wang", other)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Who_has_no_role_in_the_account_stands_in_for_nobody_there()
    {
        await _office.TakesOnAsync("foreign", [("renda", StaffRole.Reviewer)]);
        var deputy = await _office.TakesOnAsync("deputy", StaffRole.DutyOfficer);
        (await DelegateAsync("reviewer", "foreign", _reviewer)).Refusal.ShouldNotBeNull().ShouldContain("没有岗位");

        (await DelegateAsync("reviewer", "deputy", _reviewer)).Refusal.ShouldBeNull();
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);
        await _office.Staff.RevokeAsync("deputy", ReviewingOffice.Account, StaffRole.DutyOfficer, Acting.CommandLine, Cancellation);

        (await _office.ApprovesAsync(id, deputy)).Refusal.ShouldNotBeNull().ShouldContain("权限");
    }

    [Fact]
    public async Task Who_stands_in_reads_what_they_are_to_examine_while_they_stand_in()
    {
        var deputy = await _office.TakesOnAsync("deputy", StaffRole.DutyOfficer);
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);
        (await ShowAsync(id, deputy)).Refusal.ShouldNotBeNull();

        (await DelegateAsync("reviewer", "deputy", _reviewer)).Refusal.ShouldBeNull();
        (await ShowAsync(id, deputy)).Value.Steps.ShouldHaveSingleItem().By.ShouldBe("editor");
        (await _office.ApprovesAsync(id, deputy)).Refusal.ShouldBeNull();
        (await ShowAsync(id, deputy)).Value.Steps[^1].OnBehalfOf.ShouldBe("reviewer");

        Clock.StandStill(Clock.GetUtcNow().AddDays(8));
        (await ShowAsync(id, deputy)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_stands_in_for_somebody_that_examines_nothing_of_it_reads_nothing()
    {
        var deputy = await _office.TakesOnAsync("deputy", StaffRole.DutyOfficer);
        (await DelegateAsync("editor", "deputy", _editor)).Refusal.ShouldBeNull();
        (await DelegateAsync("wang", "deputy", _administrator)).Refusal.ShouldBeNull();
        var id = await _office.SubmitsAsync(ReviewingOffice.Article("一"), _editor);

        (await ShowAsync(id, deputy)).Refusal.ShouldNotBeNull();

        // Sent up, it is for the administrator to decide.
        await _office.SendsUpAsync(id, _reviewer);
        (await ShowAsync(id, deputy)).Refusal.ShouldBeNull();
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        Clock.StandStill(Clock.GetUtcNow());
        _office = new ReviewingOffice(Contexts, Clock);
        _editor = await _office.TakesOnAsync("editor", StaffRole.Editor);
        _reviewer = await _office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        await _office.TakesOnAsync("officer", StaffRole.SigningOfficer);
        _administrator = await _office.TakesOnAsync("wang", StaffRole.Administrator);
    }

    private Task<Outcome<Delegation>> DelegateAsync(string from, string to, Acting by)
    {
        var now = Clock.GetUtcNow();
        return _office.Delegations.DelegateAsync(
            new NewDelegation(ReviewingOffice.Account, from, to, now, now.AddDays(7)), by, Cancellation);
    }

    private Task<Outcome<Review>> ShowAsync(long id, Acting by) => _office.Reviews.ShowAsync(id, by, Cancellation);

    public sealed class OnSqlite() : StandingInTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : StandingInTests(server);
}
