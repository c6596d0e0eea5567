using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Articles;
using WeChatBridge.Articles.Checks;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Audit;
using WeChatBridge.Outgoing;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Simulator;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Articles.Body;
using WeChatBridge.Tests.Conventions;

namespace WeChatBridge.Tests.Worlds;

/// <summary>An office whose people write articles and submit them, on a store a test gives it.</summary>
internal sealed class WritingOffice(IDbContextFactory<BridgeContext> contexts, PlatformClock clock)
{
    public const string Account = ReviewingOffice.Account;

    private static readonly string Seeds = Path.Combine(Repository.Root, "seeds");

    private static readonly ArticleChecks Checks = new(
        [
            WordList.Read(CheckRule.Misprint, Path.Combine(Seeds, "checks", "misprints.tsv")),
            WordList.Read(CheckRule.SensitiveWord, Path.Combine(Seeds, "checks", "sensitive.tsv")),
        ],
        new LinkPolicy(ChecksOptions.AlwaysAllowed));

    private readonly AuditTrail _audit = new(clock);
    private readonly ReviewPlans _plans = new(new ReviewOptions());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ReviewingOffice People { get; } = new(contexts, clock);

    public StandingWeb Web { get; } = new();

    /// <summary>The sites whose pictures a body may show.</summary>
    public PictureSites Sites { get; } = new();

    /// <summary>Which days the office works; a notice that comes in changes it.</summary>
    public WorkingCalendar Calendar { get; set; } = new(
        HolidayNotice.ReadAll(Path.Combine(Seeds, "holidays.json")), new CalendarOptions(), OfficeHours.Parse(new OfficeOptions().Hours));

    private ReviewDesk Reviews => new(_plans, _audit, clock);

    private ArticleLog Log => new(Reviews, _audit, Calendar, clock);

    private ReadinessFinder Readiness => new(
        Checks,
        new LinkProbe(Web, TimeProvider.System),
        new DisclosureCheck(Catalogue.Read(Path.Combine(Seeds, "catalogue.json")), Calendar, clock),
        new StaffingFinder(contexts, _plans, clock));

    private ArticleDesk Desk => new(contexts, Log, Reviews, _audit, clock);

    private ArticleFileDesk Files => new(contexts, Log, clock);

    private SubmissionDesk Submissions => new(contexts, Readiness, Log, Reviews, new VersionLog(_audit, clock));

    private ArticleFinder Finder => new(contexts, Readiness, clock);

    private VersionFinder Versions => new(contexts, Calendar, clock);

    /// <summary>An article nothing is wrong with, formed today; its one picture comes with the body.</summary>
    public ArticleDraft Fine => new(new ArticleContent
    {
        Title = "关于城乡居民医保集中缴费的通知",
        Author = "党政综合办公室",
        Digest = "集中缴费期到12月31日。",
        BodyHtml = "<p>集中缴费期到12月31日，咨询电话0470-0000000。</p>"
            + $"<p><img src=\"data:image/png;base64,{Convert.ToBase64String(WordFile.Dot)}\" alt=\"缴费流程图\"></p>",
        Disclosure = new DisclosureFacts
        {
            Class = DisclosureClass.Proactive,
            CatalogueNumber = "20-11",
            IssuingBody = "镇人民政府",
            FormedOn = clock.Today(),
        },
    });

    public Task<Outcome<SavedArticle>> BeginsAsync(Acting by, ArticleDraft draft, string account = Account) =>
        Desk.NewAsync(account, draft, by, Cancellation);

    /// <summary>Writes an article that can be submitted as it is; its number.</summary>
    public async Task<long> WritesAsync(Acting by, ArticleDraft? draft = null)
    {
        var begun = (await BeginsAsync(by, draft ?? Fine)).Value;
        (await SetsCoverAsync(by, begun.Id)).Refusal.ShouldBeNull();
        return begun.Id;
    }

    public Task<Outcome<SavedArticle>> SavesAsync(
        Acting by, long id, Func<ArticleContent, ArticleContent> change, int? seen = null) =>
        SavesDraftAsync(by, id, draft => draft with { Content = change(draft.Content) }, seen);

    public Task<Outcome<SavedArticle>> SavesDraftAsync(
        Acting by, long id, Func<ArticleDraft, ArticleDraft> change, int? seen = null) =>
        Desk.SaveAsync(id, seen, change, by, Cancellation);

    public Task<Outcome<SavedArticle>> SetsCoverAsync(Acting by, long id, byte[]? picture = null, int? seen = null) =>
        Files.SetCoverAsync(new ArticleUpload(id, seen, "办事大厅.png", picture ?? WordFile.Dot), by, Cancellation);

    public Task<Outcome<SavedArticle>> ImportsAsync(Acting by, long id, string name, byte[] content, int? seen = null) =>
        Files.ImportAsync(new ArticleUpload(id, seen, name, content), by, Cancellation);

    public async Task<Outcome<SavedArticle>> CollectsAsync(Acting by, long id, int? seen = null)
    {
        using var fetch = new PictureFetch(Sites, TimeProvider.System);
        return await new PictureCollectionDesk(contexts, Desk, fetch).CollectAsync(id, seen, by, Cancellation);
    }

    public Task<Outcome<SavedArticle>> AttachesAsync(Acting by, long id, string name, byte[] content) =>
        Files.AttachAsync(new ArticleUpload(id, null, name, content), by, Cancellation);

    public Task<Outcome<SavedArticle>> DetachesAsync(Acting by, long id, string name) =>
        Files.DetachAsync(id, null, name, by, Cancellation);

    public Task<Outcome<Article>> DiscardsAsync(Acting by, long id, int? seen = null) => Desk.DiscardAsync(id, seen, by, Cancellation);

    public Task<Outcome<SavedArticle>> CorrectsAsync(Acting by, long id) => Desk.CorrectAsync(id, by, Cancellation);

    public Task<Outcome<SavedArticle>> ClarifiesAsync(Acting by, params long[] questions) =>
        Desk.ClarifyAsync(Account, questions, Fine, by, Cancellation);

    public async Task<ArticleReadiness> ChecksAsync(Acting by, long id) => (await Submissions.CheckAsync(id, by, Cancellation)).Value;

    public Task<Outcome<SubmittedArticle>> SubmitsAsync(Acting by, long id, params FindingReason[] reasons) =>
        Submissions.SubmitAsync(new Submission(id, null, reasons), by, Cancellation);

    public Task<Outcome<SubmittedArticle>> SubmitsInEmergencyAsync(Acting by, long id, string why) =>
        Submissions.SubmitAsync(new Submission(id, null, [], why), by, Cancellation);

    public Task<Outcome<ArticleSheet>> ShowsAsync(Acting by, long id) => Finder.ShowAsync(id, by, Cancellation);

    public async Task<ArticleSheet> SeesAsync(Acting by, long id) => (await ShowsAsync(by, id)).Value;

    public Task<Outcome<IReadOnlyList<ArticleListing>>> ListsAsync(Acting by, string account = Account) =>
        Finder.ListAsync(account, by, Cancellation);

    public Task<Outcome<string>> PreviewsAsync(Acting by, long id, int? version = null) =>
        Versions.PreviewAsync(id, version, by, Cancellation);

    /// <summary>What a reviewer is shown of what they examine.</summary>
    public async Task<ReviewedArticle> ExaminesAsync(Acting by, long review) => (await TriesToExamineAsync(by, review)).ShouldNotBeNull();

    public async Task<ReviewedArticle?> TriesToExamineAsync(Acting by, long review) =>
        await Versions.OfReviewAsync(await People.ReviewAsync(review), by, Cancellation);

    /// <summary>The reviewer and the officer approve it.</summary>
    public async Task ReleasesAsync(long review, Acting reviewer, Acting officer)
    {
        (await People.ApprovesAsync(review, reviewer)).Refusal.ShouldBeNull();
        (await People.ApprovesAsync(review, officer)).Refusal.ShouldBeNull();
    }

    /// <summary>Whether this version of the article may go out at this moment.</summary>
    public async Task<Release?> ReleaseOfAsync(long id, string hash)
    {
        await using var context = contexts.CreateDbContext();
        return await Release.OfArticleAsync(context, Account, Article.SubjectOf(id), hash, Cancellation);
    }

    public async Task<StoredFile?> FileAsync(string hash)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Set<StoredFile>().SingleOrDefaultAsync(file => file.Hash == hash, Cancellation);
    }

    public async Task<ArticleDocument> DocumentAsync(string hash) => ArticleDocument.Read((await FileAsync(hash)).ShouldNotBeNull().Content);
}
