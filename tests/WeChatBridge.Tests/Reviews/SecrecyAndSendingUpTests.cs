using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Reviews;

public abstract class SecrecyAndSendingUpTests(StoreSource source) : StoreTests(source)
{
    private readonly ReviewedVersion _version = ReviewingOffice.Article("一");
    private ReviewingOffice _office = null!;
    private Acting _editor = null!;
    private Acting _reviewer = null!;
    private Acting _officer = null!;
    private long _id;

    [Fact]
    public async Task The_reviewer_answers_every_item_once()
    {
        (await ApproveAsync(null)).ShouldContain("逐项作保密审查");
        (await ApproveAsync(new SecrecyCheck([.. ReviewingOffice.NothingSecret.Answers.Skip(1)]))).ShouldContain("尚缺：国家秘密");
        (await ApproveAsync(new SecrecyCheck([.. ReviewingOffice.NothingSecret.Answers, ReviewingOffice.NothingSecret.Answers[0]])))
            .ShouldContain("每项回答一次");

        (await _office.ApprovesAsync(_id, _reviewer)).IsDone.ShouldBeTrue();
        (await _office.ReviewAsync(_id)).Steps[^1].Secrecy.ShouldBe(ReviewingOffice.NothingSecret.Answers);
    }

    [Theory]
    [InlineData(nameof(SecrecyItem.StateSecret))]
    [InlineData(nameof(SecrecyItem.WorkSecret))]
    [InlineData(nameof(SecrecyItem.Safety))]
    [InlineData(nameof(SecrecyItem.ForbiddenByLaw))]
    public async Task What_must_not_be_public_is_not_approved_whatever_the_note(string item) =>
        (await ApproveAsync(ReviewingOffice.But(Enum.Parse<SecrecyItem>(item), SecrecyVerdict.Yes, "领导同意"))).ShouldContain("不得公开");

    [Fact]
    public async Task What_may_be_public_on_a_ground_needs_the_ground()
    {
        (await ApproveAsync(ReviewingOffice.But(SecrecyItem.PersonalPrivacy, SecrecyVerdict.Yes))).ShouldContain("写明依据");

        var words = new ReviewWords("", ReviewingOffice.But(SecrecyItem.PersonalPrivacy, SecrecyVerdict.Yes, "本人书面同意"));
        (await _office.ApprovesAsync(_id, _reviewer, words)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_comes_later_states_that_they_saw_the_check()
    {
        await _office.ApprovesAsync(_id, _reviewer);

        (await _office.ApprovesAsync(_id, _officer, new ReviewWords())).Refusal.ShouldNotBeNull().ShouldContain("看过");
        (await _office.ApprovesAsync(_id, _officer, new ReviewWords(SawSecrecyCheck: true))).Refusal.ShouldBeNull();
        (await _office.ReviewAsync(_id)).Steps[^1].SawSecrecyCheck.ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_reviewer_cannot_tell_is_decided_above_and_marked()
    {
        var unsure = ReviewingOffice.But(SecrecyItem.CommercialSecret, SecrecyVerdict.Unsure, "合同金额");
        (await ApproveAsync(unsure)).ShouldContain("请上报");
        (await _office.SendsUpAsync(_id, _reviewer, "")).Refusal.ShouldNotBeNull().ShouldContain("理由");
        (await _office.SendsUpAsync(_id, _reviewer, "合同金额能否公开拿不准", unsure)).Refusal.ShouldBeNull();
        (await _office.ReleaseOfAsync(_version)).ShouldBeNull();

        // To have seen the unsure check is not enough: who decides answers it anew.
        (await _office.ApprovesAsync(_id, _officer, new ReviewWords(SawSecrecyCheck: true))).Refusal.ShouldNotBeNull().ShouldContain("逐项");
        (await _office.ApprovesAsync(_id, _officer)).Refusal.ShouldBeNull();

        (await _office.ReleaseOfAsync(_version)).ShouldNotBeNull();
        var steps = (await _office.ReviewAsync(_id)).Steps;
        steps.Select(step => (step.Verdict, step.FromAbove)).ShouldBe(
            [(ReviewVerdict.Signed, false), (ReviewVerdict.SentUp, false), (ReviewVerdict.Approved, true)]);
    }

    [Fact]
    public async Task An_administrator_decides_what_the_signing_officer_sends_up()
    {
        var administrator = await _office.TakesOnAsync("admin", StaffRole.Administrator);
        await _office.ApprovesAsync(_id, _reviewer);
        (await _office.ApprovesAsync(_id, administrator)).Refusal.ShouldNotBeNull().ShouldContain("签发");

        (await _office.SendsUpAsync(_id, _officer)).Refusal.ShouldBeNull();
        (await _office.ApprovesAsync(_id, _officer)).Refusal.ShouldNotBeNull().ShouldContain("一人办两步");
        (await _office.SendsUpAsync(_id, administrator)).Refusal.ShouldNotBeNull().ShouldContain("请作决定");
        (await _office.ApprovesAsync(_id, administrator)).Refusal.ShouldBeNull();

        (await _office.ReleaseOfAsync(_version)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_rule_sent_up_is_not_decided_by_another_second_person()
    {
        var other = await _office.TakesOnAsync("other", StaffRole.Reviewer);
        var rule = ReviewingOffice.Version(ReviewedKind.Rule, "公积金");
        var id = await _office.SubmitsAsync(rule, _editor);
        (await _office.SendsUpAsync(id, _reviewer)).Refusal.ShouldBeNull();

        (await _office.ApprovesAsync(id, other)).Refusal.ShouldNotBeNull().ShouldContain("决定上报事项");
        (await _office.ApprovesAsync(id, _officer)).Refusal.ShouldBeNull();
        (await _office.ReleaseOfAsync(rule)).ShouldNotBeNull();
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _office = new ReviewingOffice(Contexts, Clock);
        _editor = await _office.TakesOnAsync("editor", StaffRole.Editor);
        _reviewer = await _office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        _officer = await _office.TakesOnAsync("officer", StaffRole.SigningOfficer);
        _id = await _office.SubmitsAsync(_version, _editor);
    }

    private async Task<string> ApproveAsync(SecrecyCheck? check) =>
        (await _office.ApprovesAsync(_id, _reviewer, new ReviewWords("", check, SawSecrecyCheck: true))).Refusal.ShouldNotBeNull();

    public sealed class OnSqlite() : SecrecyAndSendingUpTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : SecrecyAndSendingUpTests(server);
}
