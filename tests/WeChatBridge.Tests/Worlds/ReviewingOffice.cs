using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Reviews;
using WeChatBridge.Simulator;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Worlds;

/// <summary>An office whose people submit versions and examine them, on a store a test gives it.</summary>
internal sealed class ReviewingOffice(IDbContextFactory<BridgeContext> contexts, PlatformClock clock, ReviewOptions? plans = null)
{
    public const string Password = "keyboard-horse-41";
    public const string Account = "zhengwu";

    private readonly ReviewPlans _plans = new(plans ?? new ReviewOptions());
    private readonly AuditTrail _audit = new(clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public StaffDesk Staff => new(contexts, _audit, clock);

    public SignInGate SignIn => new(contexts, _audit, clock);

    public ReviewFinder Reviews => new(contexts, clock);

    public StaffingFinder Staffing => new(contexts, _plans, clock);

    public DelegationDesk Delegations => new(contexts, _audit, clock);

    private ReviewDesk Desk => new(_plans, _audit, clock);

    private VerdictDesk Verdicts => new(contexts, _plans, _audit, clock);

    /// <summary>Takes somebody on for 政务 with these roles, and signs them in.</summary>
    public Task<Acting> TakesOnAsync(string name, params StaffRole[] roles) =>
        TakesOnAsync(name, [.. roles.Select(role => (Account, role))]);

    public async Task<Acting> TakesOnAsync(string name, IReadOnlyList<(string AccountKey, StaffRole Role)> roles)
    {
        var person = new NewStaffMember(name, $"{name}同志", Password, roles);
        (await Staff.AddAsync(person, Acting.CommandLine, Cancellation)).Refusal.ShouldBeNull();
        return await SignsInAsync(name);
    }

    public async Task<Acting> SignsInAsync(string name) => (await SignIn.AdmitAsync(name, Password, null, Cancellation)).Value;

    public static ReviewedVersion Article(string content, string author = "editor", string subject = "article/1") =>
        Version(ReviewedKind.Article, content, author, subject);

    public static ReviewedVersion Version(ReviewedKind kind, string content, string author = "editor", string subject = "rule/1") => new(
        kind, Account, subject, StoredFile.HashOf(System.Text.Encoding.UTF8.GetBytes(content)), "关于供水的通知", author);

    public async Task<Outcome<long>> TriesToSubmitAsync(ReviewedVersion version, Acting by, string emergency = "")
    {
        await using var context = contexts.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        var opened = await Desk.OpenAsync(context, version, by, emergency, Cancellation);
        if (opened.IsDone)
        {
            await transaction.CommitAsync(Cancellation);
        }

        return opened;
    }

    public async Task<long> SubmitsAsync(ReviewedVersion version, Acting by, string emergency = "") =>
        (await TriesToSubmitAsync(version, by, emergency)).Value;

    /// <summary>Saves the subject so that it reads like this version, without submitting it.</summary>
    public async Task SavesAsync(ReviewedVersion version, Acting by)
    {
        await using var context = contexts.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        await Desk.VersionChangedAsync(context, version, by, Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    public async Task<Outcome<long>> InstallsAsync(ReviewedVersion version, Acting by)
    {
        await using var context = contexts.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        var released = await Desk.ReleaseByInstallerAsync(context, version, by, Cancellation);
        await transaction.CommitAsync(Cancellation);
        return released;
    }

    public static SecrecyCheck NothingSecret =>
        new([.. Enum.GetValues<SecrecyItem>().Select(item => new SecrecyAnswer(item, SecrecyVerdict.No))]);

    /// <summary>All items answered "no", but this one.</summary>
    public static SecrecyCheck But(SecrecyItem item, SecrecyVerdict verdict, string note = "") => new(
        [.. NothingSecret.Answers.Select(answer => answer.Item == item ? new SecrecyAnswer(item, verdict, note) : answer)]);

    /// <summary>Approves as a careful person does: with the check made, and the earlier one seen.</summary>
    public Task<Outcome<Review>> ApprovesAsync(long id, Acting by, int? seen = null) =>
        ApprovesAsync(id, by, new ReviewWords("", NothingSecret, SawSecrecyCheck: true), seen);

    public async Task<Outcome<Review>> ApprovesAsync(long id, Acting by, ReviewWords words, int? seen = null) =>
        await Verdicts.ApproveAsync(await ActAsync(id, by, words, seen), Cancellation);

    public async Task<Outcome<Review>> ReturnsAsync(long id, Acting by, string reason = "日期有误") =>
        await Verdicts.ReturnAsync(await ActAsync(id, by, new ReviewWords(reason)), Cancellation);

    public async Task<Outcome<Review>> RejectsAsync(long id, Acting by, string reason = "不宜公开") =>
        await Verdicts.RejectAsync(await ActAsync(id, by, new ReviewWords(reason)), Cancellation);

    public async Task<Outcome<Review>> SendsUpAsync(long id, Acting by, string reason = "拿不准", SecrecyCheck? check = null) =>
        await Verdicts.SendUpAsync(await ActAsync(id, by, new ReviewWords(reason, check)), Cancellation);

    public async Task<Outcome<Review>> WithdrawsAsync(long id, Acting by, string reason = "发现错误") =>
        await Verdicts.WithdrawAsync(await ActAsync(id, by, new ReviewWords(reason)), Cancellation);

    public async Task<Release?> ReleaseOfAsync(ReviewedVersion version)
    {
        await using var context = contexts.CreateDbContext();
        return await ReleaseFinder.FindAsync(
            context, version.Kind, version.AccountKey, version.SubjectId, version.ContentHash, Cancellation);
    }

    /// <summary>The sending begins, or is refused.</summary>
    public async Task<bool> BeginsToSendAsync(Release release)
    {
        await using var context = contexts.CreateDbContext();
        return await release.BeginUseAsync(context, clock.GetUtcNow(), Cancellation);
    }

    public async Task<Review> ReviewAsync(long id)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Set<Review>().AsNoTrackingWithIdentityResolution()
            .Include(review => review.Steps.OrderBy(step => step.Ordinal))
            .SingleAsync(review => review.Id == id, Cancellation);
    }

    /// <summary>The one that makes up for the last signature.</summary>
    public async Task<Review> FollowUpOfAsync(long id)
    {
        await using var context = contexts.CreateDbContext();
        var found = await context.Set<Review>().Where(review => review.FollowsUpId == id).OrderByDescending(review => review.Id)
            .Select(review => review.Id).FirstAsync(Cancellation);
        return await ReviewAsync(found);
    }

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync()
    {
        await using var context = contexts.CreateDbContext();
        return await context.Set<AuditEntry>().OrderBy(entry => entry.Sequence).ToListAsync(Cancellation);
    }

    public async Task<long> AnswerContentAsync()
    {
        await using var context = contexts.CreateDbContext();
        return await StoreMark.NumberAsync(context, StoreMark.AnswerContent, Cancellation);
    }

    private async Task<ReviewAct> ActAsync(long id, Acting by, ReviewWords words, int? seen = null) =>
        new(id, seen ?? (await ReviewAsync(id)).Revision, by, words);
}
