using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Accounts;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Audit;
using WeChatBridge.Reports;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Worlds;

/// <summary>The people of an office who keep what their accounts say, at the desks of a running product.</summary>
internal sealed class RuleKeepers(Func<IServiceProvider> product)
{
    public const string Account = "zhengwu";

    private const string Password = "keyboard-horse-41";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Takes somebody on for 政务 with these roles, and signs them in.</summary>
    public Task<Acting> TakesOnAsync(string name, params StaffRole[] roles) => TakesOnAsync(Account, name, roles);

    public async Task<Acting> TakesOnAsync(string account, string name, params StaffRole[] roles)
    {
        var person = new NewStaffMember(name, $"{name}同志", Password, [.. roles.Select(role => (account, role))]);
        (await Desk<StaffDesk>().AddAsync(person, Acting.CommandLine, Cancellation)).Refusal.ShouldBeNull();
        return (await Desk<SignInGate>().AdmitAsync(name, Password, null, Cancellation)).Value;
    }

    public async Task<Outcome<WrittenRule>> WritesAsync(Acting by, RuleContent rule, params StoredFile[] pictures) =>
        await SeenAsync(Desk<RuleDesk>().AddAsync(Account, new RuleDraft(rule) { Pictures = pictures }, by, Cancellation));

    public async Task<Outcome<WrittenRule>> ChangesAsync(Acting by, long rule, RuleContent content) =>
        await SeenAsync(Desk<RuleDesk>().ChangeAsync(rule, new RuleDraft(content), by, Cancellation));

    public async Task<Outcome<AnswerRule>> SwitchesAsync(Acting by, long rule, bool on) =>
        await SeenAsync(Desk<RuleDesk>().SwitchAsync(rule, on, by, Cancellation));

    public async Task<Outcome<AnswerRule>> RetiresAsync(Acting by, long rule) =>
        await SeenAsync(Desk<RuleDesk>().RetireAsync(rule, by, Cancellation));

    public async Task<RuleTrial> TriesAsync(Acting by, long rule, string words) =>
        (await Desk<RuleTrialDesk>().TryAsync(rule, words, by, Cancellation)).Value;

    public Task<Outcome<IReadOnlyList<RuleListing>>> ListsAsync(Acting by) => Desk<RuleTrialDesk>().ListAsync(Account, by, Cancellation);

    public async Task<Outcome<ImportedSet>> TakesOverWebsiteAsync(Acting by) => await SeenAsync(
        Desk<WebsiteRuleDesk>().ImportAsync(Desk<AccountFinder>().Find(Account)!, by, Cancellation));

    public async Task<Outcome<Review>> AdoptsAsync(Acting by) =>
        await SeenAsync(Desk<WebsiteRuleDesk>().AdoptAsync(Account, by, Cancellation));

    public async Task<Outcome<WrittenVersion>> WritesCardAsync(Acting by, ContactCard card) =>
        await SeenAsync(Desk<ContactDesk>().WriteAsync(Account, card, by, Cancellation));

    public async Task<Outcome<WrittenVersion>> WritesLineAsync(Acting by, OfficeLine line, string text) =>
        await SeenAsync(Desk<OfficeLineDesk>().WriteAsync(Account, line, text, by, Cancellation));

    public async Task<Outcome<WrittenVersion>> AddsSynonymsAsync(Acting by, params string[] words) =>
        await SeenAsync(Desk<SynonymDesk>().AddAsync(Account, words, by, Cancellation));

    public async Task<Outcome<WrittenVersion>> RemovesSynonymsAsync(Acting by, params string[] words) =>
        await SeenAsync(Desk<SynonymDesk>().RemoveAsync(Account, words, by, Cancellation));

    public Task<SynonymState> SynonymsAsync() => Desk<SynonymDesk>().ListAsync(Account, Cancellation);

    public async Task<Outcome<Review>> ApprovesAsync(Acting by, long reviewId)
    {
        var review = await Desk<ReviewFinder>().ShowAsync(reviewId, by, Cancellation);
        return await SeenAsync(Desk<VerdictDesk>().ApproveAsync(
            new ReviewAct(reviewId, review.Value.Revision, by, new ReviewWords()), Cancellation));
    }

    /// <summary>Writes a rule that a second person confirms at once; its id.</summary>
    public async Task<long> LaysDownAsync(RuleContent rule, params StoredFile[] pictures)
    {
        var name = $"w{Guid.NewGuid():N}"[..12];
        var written = await WritesAsync(await TakesOnAsync(name, StaffRole.Editor), rule, pictures);
        written.Refusal.ShouldBeNull();
        (await ApprovesAsync(await TakesOnAsync($"{name}2", StaffRole.Reviewer), written.Value.ReviewId)).Refusal.ShouldBeNull();
        return written.Value.RuleId;
    }

    /// <summary>What the worker beside the messages does every few seconds.</summary>
    public async Task PicturesAreUploadedAsync()
    {
        var account = Desk<AccountFinder>().Find(Account)!;
        foreach (var hash in Desk<RuleBook>().Of(Account).MissingPictures.ToList())
        {
            await Desk<RulePictures>().UploadAsync(account, hash, Cancellation);
        }

        await NoticesAsync();
    }

    /// <summary>The first section of 政务's report whose heading is this.</summary>
    public long Section(string heading) => Desk<ReportIndex>().Of(Account).Sections.Values.First(section => section.Heading == heading).Id;

    /// <summary>What the audit trail holds of these acts, oldest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(string action)
    {
        await using var context = await Desk<IDbContextFactory<BridgeContext>>().CreateDbContextAsync(Cancellation);
        return await context.Set<AuditEntry>().Where(entry => entry.Action == action).OrderBy(entry => entry.Sequence)
            .ToListAsync(Cancellation);
    }

    /// <summary>A second passes, and the product has looked at what changed.</summary>
    private async Task NoticesAsync()
    {
        foreach (var content in product().GetServices<IAnswerContent>())
        {
            await content.RefreshAsync(Cancellation);
        }
    }

    private async Task<T> SeenAsync<T>(Task<T> act)
    {
        var outcome = await act;
        await NoticesAsync();
        return outcome;
    }

    private T Desk<T>()
        where T : notnull => product().GetRequiredService<T>();
}
