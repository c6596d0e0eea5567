using System.Text;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Answers;
using WeChatBridge.Audit;
using WeChatBridge.Reports;
using WeChatBridge.Reviews;
using WeChatBridge.Search.Index;
using WeChatBridge.Simulator;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Worlds;

/// <summary>An office that keeps a library, and what its account answers from it, on a store a test gives it.</summary>
internal sealed class ReadingOffice(IDbContextFactory<BridgeContext> contexts, PlatformClock clock) : IDisposable
{
    private readonly AuditTrail _audit = new(clock);
    private readonly ReviewingOffice _reviewing = new(contexts, clock);
    private readonly ReportIndex _index = new(contexts, clock);

    public ReportDesk Library => new(contexts, new ReviewDesk(new ReviewPlans(new ReviewOptions()), _audit, clock), _audit, clock);

    public SilencingDesk Silencing => new(contexts, _audit, clock);

    public ReportFinder Shelves => new(contexts, clock);

    public UnansweredDesk Unanswered(Vocabulary vocabulary) => new(contexts, vocabulary, _audit, clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<Acting> TakesOnAsync(string name, params StaffRole[] roles) => _reviewing.TakesOnAsync(name, roles);

    public Task<Outcome<ImportedReport>> ImportsAsync(string text, Acting by, Func<ReportDescription, ReportDescription>? state = null) =>
        ImportsAsync("file.txt", Encoding.UTF8.GetBytes(text), by, state);

    public Task<Outcome<ImportedReport>> ImportsAsync(
        string fileName, byte[] content, Acting by, Func<ReportDescription, ReportDescription>? state = null)
    {
        var description = new ReportDescription(ReviewingOffice.Account, fileName);
        return Library.ImportAsync(state is null ? description : state(description), content, by, Cancellation);
    }

    /// <summary>Confirms, as the reviewer's only step.</summary>
    public async Task ConfirmsAsync(long review, Acting by) => (await _reviewing.ApprovesAsync(review, by)).Refusal.ShouldBeNull();

    public Task<Outcome<Review>> TriesToConfirmAsync(long review, Acting by) => _reviewing.ApprovesAsync(review, by);

    public async Task ReturnsAsync(long review, Acting by) => (await _reviewing.ReturnsAsync(review, by)).Refusal.ShouldBeNull();

    public async Task<ReportDossier> LooksAtAsync(long id, Acting by) => (await Shelves.ShowAsync(id, by, Cancellation)).Value;

    /// <summary>What an account would answer from, once its index has looked.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync(string account = ReviewingOffice.Account)
    {
        await _index.RefreshAsync(Cancellation);
        return TitlesBeforeLooking(account);
    }

    /// <summary>What an account would answer from at this moment, before its index looks again.</summary>
    public IReadOnlyList<string> TitlesBeforeLooking(string account = ReviewingOffice.Account) =>
        [.. _index.Of(account).Reports.Values.Select(report => report.Title).Order(StringComparer.Ordinal)];

    /// <summary>The best section for a question.</summary>
    public async Task<string?> FindsAsync(string question, string account = ReviewingOffice.Account)
    {
        await _index.RefreshAsync(Cancellation);
        return _index.Of(account).Index.Find(question) is SearchOutcome.Sure sure ? sure.Hit.Excerpt.Text : null;
    }

    /// <summary>Somebody asked this and was told that nothing was found.</summary>
    public async Task MissesAsync(string words, string account = ReviewingOffice.Account, string openId = "oSomebody")
    {
        await using var context = contexts.CreateDbContext();
        context.Add(UnansweredQuestion.Of(account, openId, words, clock.GetUtcNow()));
        await context.SaveChangesAsync(Cancellation);
    }

    public Task<IReadOnlyList<AuditEntry>> AuditAsync() => _reviewing.AuditAsync();

    public void Dispose() => _index.Dispose();
}
