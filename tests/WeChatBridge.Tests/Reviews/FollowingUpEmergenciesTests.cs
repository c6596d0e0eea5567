using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Reviews;

/// <summary>What two people released in an emergency is examined afterwards, and that examination counts.</summary>
public abstract class FollowingUpEmergenciesTests(StoreSource source) : StoreTests(source)
{
    private static readonly ReviewedVersion Fire = ReviewingOffice.Article("火情");

    private ReviewingOffice _office = null!;
    private Acting _editor = null!;
    private Acting _reviewer = null!;
    private Acting _officer = null!;

    [Fact]
    public async Task An_emergency_that_does_not_pass_afterwards_does_not_go_out_any_more()
    {
        var id = await SignedAsync();
        var before = await _office.AnswerContentAsync();
        var followUp = await _office.FollowUpOfAsync(id);

        (await _office.RejectsAsync(followUp.Id, _reviewer, "火情已经解除")).Refusal.ShouldBeNull();

        (await _office.ReleaseOfAsync(Fire)).ShouldBeNull();
        var review = await _office.ReviewAsync(id);
        review.State.ShouldBe(ReviewState.Rejected);
        (review.Steps[^1].By, review.Steps[^1].Verdict, review.Steps[^1].Reason)
            .ShouldBe(("reviewer", ReviewVerdict.Rejected, "火情已经解除"));
        (await _office.AnswerContentAsync()).ShouldBeGreaterThan(before);
        (await _office.AuditAsync()).Where(entry => entry.Action == "review.reject").Select(entry => entry.Subject)
            .ShouldBe([$"review/{id}", $"review/{followUp.Id}"], ignoreOrder: true);
        (await _office.TriesToSubmitAsync(Fire, _editor, "又说是紧急")).Refusal.ShouldNotBeNull().ShouldContain("不予发布");
    }

    [Fact]
    public async Task What_has_begun_to_be_sent_and_stands_still_goes_no_further()
    {
        var id = await SignedAsync();
        (await _office.BeginsToSendAsync((await _office.ReleaseOfAsync(Fire)).ShouldNotBeNull())).ShouldBeTrue();

        (await _office.RejectsAsync((await _office.FollowUpOfAsync(id)).Id, _reviewer)).Refusal.ShouldBeNull();

        (await _office.ReleaseOfAsync(Fire)).ShouldBeNull();
        (await _office.ReviewAsync(id)).State.ShouldBe(ReviewState.Passed);
    }

    [Fact]
    public async Task A_second_signature_is_followed_up_anew_and_not_by_who_gave_it()
    {
        var second = await _office.TakesOnAsync("second", StaffRole.SigningOfficer, StaffRole.Reviewer);
        var id = await SignedAsync();
        var first = await _office.FollowUpOfAsync(id);
        (await _office.WithdrawsAsync(id, _officer)).Refusal.ShouldBeNull();
        (await _office.ReviewAsync(first.Id)).State.ShouldBe(ReviewState.Superseded);

        await _office.SubmitsAsync(Fire, _editor, "火情又起");
        (await _office.ApprovesAsync(id, second)).Refusal.ShouldBeNull();

        var anew = await _office.FollowUpOfAsync(id);
        (anew.Id == first.Id, anew.FollowsUpRound, anew.State).ShouldBe((false, 2, ReviewState.Open));
        (await _office.ApprovesAsync(first.Id, second)).Refusal.ShouldNotBeNull();
        (await _office.ApprovesAsync(anew.Id, second)).Refusal.ShouldNotBeNull().ShouldContain("自己经办");
        (await _office.ApprovesAsync(anew.Id, _reviewer)).Refusal.ShouldBeNull();
        (await _office.ReleaseOfAsync(Fire)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_did_not_pass_in_an_earlier_round_says_nothing_of_this_one()
    {
        var id = await SignedAsync();
        (await _office.ApprovesAsync((await _office.FollowUpOfAsync(id)).Id, _reviewer)).Refusal.ShouldBeNull();
        (await _office.WithdrawsAsync(id, _officer)).Refusal.ShouldBeNull();

        await _office.SubmitsAsync(Fire, _editor, "火情又起");
        (await _office.ApprovesAsync(id, _officer)).Refusal.ShouldBeNull();

        (await FollowUpsAsync()).ShouldBe([(await _office.FollowUpOfAsync(id)).Id]);
    }

    [Fact]
    public async Task An_edit_before_the_sending_voids_the_follow_up_with_the_emergency()
    {
        var id = await SignedAsync();
        var followUp = await _office.FollowUpOfAsync(id);

        await _office.SavesAsync(ReviewingOffice.Article("火情，改过"), _editor);

        (await _office.ReviewAsync(id)).State.ShouldBe(ReviewState.Superseded);
        (await _office.ReviewAsync(followUp.Id)).State.ShouldBe(ReviewState.Superseded);
        (await FollowUpsAsync()).ShouldBeEmpty();
        (await _office.AuditAsync()).Where(entry => entry.Action == "review.supersede").Select(entry => entry.Subject)
            .ShouldBe([$"review/{id}", $"review/{followUp.Id}"]);
    }

    [Fact]
    public async Task An_edit_after_the_sending_has_begun_leaves_the_follow_up_to_be_made()
    {
        var id = await SignedAsync();
        await _office.BeginsToSendAsync((await _office.ReleaseOfAsync(Fire)).ShouldNotBeNull());

        await _office.SavesAsync(ReviewingOffice.Article("火情，改过"), _editor);

        (await FollowUpsAsync()).ShouldBe([(await _office.FollowUpOfAsync(id)).Id]);
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _office = new ReviewingOffice(Contexts, Clock);
        _editor = await _office.TakesOnAsync("editor", StaffRole.Editor);
        _reviewer = await _office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        _officer = await _office.TakesOnAsync("officer", StaffRole.SigningOfficer);
    }

    /// <summary>Author and signing officer have released it; the id of its review.</summary>
    private async Task<long> SignedAsync()
    {
        var id = await _office.SubmitsAsync(Fire, _editor, "草原火情，须马上告知群众");
        (await _office.ApprovesAsync(id, _officer)).Refusal.ShouldBeNull();
        return id;
    }

    private async Task<IEnumerable<long>> FollowUpsAsync() =>
        (await _office.Reviews.FollowUpsAsync(ReviewingOffice.Account, Cancellation)).Select(review => review.Id);

    public sealed class OnSqlite() : FollowingUpEmergenciesTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : FollowingUpEmergenciesTests(server);
}
