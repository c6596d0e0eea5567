using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Simulator;
using WeChatBridge.Staff;
using WeChatBridge.Staff.Bindings;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Worlds;

/// <summary>The people who write, examine and plan what 政务 publishes, on the store of a running product.</summary>
internal sealed class Newsroom(Func<IDbContextFactory<BridgeContext>> contexts, PlatformClock clock)
{
    public const string Account = ReviewingOffice.Account;

    private int _pictures;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Acting Editor { get; private set; } = null!;

    public Acting Reviewer { get; private set; } = null!;

    public Acting Officer { get; private set; } = null!;

    private ReviewingOffice Office => new(contexts(), clock);

    public async Task OpensAsync()
    {
        Editor = await Office.TakesOnAsync("editor", StaffRole.Editor);
        Reviewer = await Office.TakesOnAsync("reviewer", StaffRole.Reviewer, StaffRole.DutyOfficer);
        Officer = await Office.TakesOnAsync("officer", StaffRole.SigningOfficer);
    }

    /// <summary>Somebody of the other account, who has nothing to do with this one.</summary>
    public Task<Acting> TakesOnElsewhereAsync(StaffRole role) => Office.TakesOnAsync("foreign", [("renda", role)]);

    /// <summary>A PNG that is like no other one.</summary>
    public async Task<DocumentFile> KeepsPictureAsync(int size = 200)
    {
        var bytes = new byte[size];
        byte[] head = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, (byte)++_pictures];
        head.CopyTo(bytes, 0);
        return await KeepsFileAsync(bytes, "image/png");
    }

    public async Task<DocumentFile> KeepsFileAsync(byte[] bytes, string mediaType)
    {
        await using var context = contexts().CreateDbContext();
        var file = StoredFile.Of(bytes, mediaType, clock.GetUtcNow());
        context.Add(file);
        await context.SaveChangesAsync(Cancellation);
        return new DocumentFile(file.Hash, "图片.png");
    }

    public async Task<ArticleDocument> WritesAsync(string title, string body = "<p>供水时间有变化，请互相转告。</p>", DocumentFile? cover = null) => new()
    {
        AccountKey = Account,
        Act = SendingAct.Publish,
        Title = title,
        Author = "镇党政办",
        Digest = "供水时间有变化。",
        BodyHtml = body,
        Cover = cover ?? await KeepsPictureAsync(),
        SourceLink = "https://www.example.gov.cn/1.html",
        RepostedFrom = "",
        Disclosure = new DocumentDisclosure
        {
            Class = "Proactive",
            CatalogueNumber = "20-11",
            IssuingBody = "镇人民政府",
            Visibility = "Public",
            Grounds = "",
        },
    };

    /// <summary>Freezes a version, has it examined by all who must, and returns it as it is planned.</summary>
    public async Task<PlannedArticle> ReleasesAsync(ArticleDocument document)
    {
        var submitted = await SubmitsAsync(document);
        (await Office.ApprovesAsync(submitted.ReviewId, Reviewer)).Refusal.ShouldBeNull();
        (await Office.ApprovesAsync(submitted.ReviewId, Officer)).Refusal.ShouldBeNull();
        return submitted.Planned;
    }

    public async Task<(long ReviewId, PlannedArticle Planned)> SubmitsAsync(ArticleDocument document)
    {
        await using var context = contexts().CreateDbContext();
        var file = StoredFile.Of(document.ToBytes(), ArticleDocument.MediaType, clock.GetUtcNow());
        if (!await context.Set<StoredFile>().AnyAsync(one => one.Hash == file.Hash, Cancellation))
        {
            context.Add(file);
            await context.SaveChangesAsync(Cancellation);
        }

        var subject = $"article/{document.Title}";
        var version = new ReviewedVersion(ReviewedKind.Article, Account, subject, file.Hash, document.Title, Editor.Name);
        return (await Office.SubmitsAsync(version, Editor), new PlannedArticle(subject, file.Hash, document.Title));
    }

    /// <summary>The article now reads like the version of this hash, and is not submitted; like none where it is empty.</summary>
    public Task SavesAsync(string title, string contentHash) =>
        Office.SavesAsync(new ReviewedVersion(ReviewedKind.Article, Account, $"article/{title}", contentHash, title, Editor.Name), Editor);

    /// <summary>The signing officer takes an approval back.</summary>
    public async Task<Outcome<Review>> TakesBackAsync(string contentHash)
    {
        await using var context = contexts().CreateDbContext();
        var id = await context.Set<Review>().Where(review => review.ContentHash == contentHash).Select(review => review.Id)
            .SingleAsync(Cancellation);
        return await Office.WithdrawsAsync(id, Officer);
    }

    /// <summary>Plans versions as one message.</summary>
    public async Task<long> PlansAsync(SendingAct act, DateTimeOffset dueAt, params IReadOnlyList<PlannedArticle> articles)
    {
        var publication = Publication.Schedule(Account, act, null, dueAt, articles, Officer.Name, clock.GetUtcNow());
        await using var context = contexts().CreateDbContext();
        context.Add(publication);
        await context.SaveChangesAsync(Cancellation);
        return publication.Id;
    }

    /// <summary>Writes, releases and plans one article that is due now.</summary>
    public async Task<long> HasDueAsync(SendingAct act, string title, string body = "<p>供水时间有变化，请互相转告。</p>") =>
        await PlansAsync(act, clock.GetUtcNow(), await ReleasesAsync(await WritesAsync(title, body)));

    /// <summary>Brings the store to where a worker that was killed had left it.</summary>
    public async Task WasKilledAfterBeginningAsync(long id, SendingStep step, string draft)
    {
        await using var context = contexts().CreateDbContext();
        var publication = await context.Set<Publication>().Include(one => one.Items).SingleAsync(one => one.Id == id, Cancellation);
        publication.Begin(clock.GetUtcNow());
        publication.KeepDraft(draft);
        publication.HandOver(clock.GetUtcNow());
        context.Add(SendingAttempt.Begin(id, step, draft, clock.GetUtcNow()));
        await context.SaveChangesAsync(Cancellation);
    }

    /// <summary>Somebody of the other account, who has nothing to do with 政务.</summary>
    public Task<Acting> TakesOnElsewhereAsync(string name, StaffRole role) => Office.TakesOnAsync(name, [("renda", role)]);

    /// <summary>A staff member's own WeChat, bound by the code they sent.</summary>
    public async Task HasBoundAsync(Acting who, string openId)
    {
        await using var context = contexts().CreateDbContext();
        context.Add(WeChatBinding.Of(Account, openId, who.Name, clock.GetUtcNow()));
        await context.SaveChangesAsync(Cancellation);
    }

    /// <summary>The reviewer approves, with the secrecy check; the signing officer has not decided yet.</summary>
    public async Task ReviewerApprovesAsync(long reviewId) =>
        (await Office.ApprovesAsync(reviewId, Reviewer)).Refusal.ShouldBeNull();

    public async Task ReviewerReturnsAsync(long reviewId) =>
        (await Office.ReturnsAsync(reviewId, Reviewer)).Refusal.ShouldBeNull();

    public async Task ReviewerSendsUpAsync(long reviewId) => (await Office.SendsUpAsync(
        reviewId, Reviewer, check: ReviewingOffice.But(SecrecyItem.StateSecret, SecrecyVerdict.Unsure))).Refusal.ShouldBeNull();

    /// <summary>Everything the audit trail says, entries by their act and detail.</summary>
    public async Task<IReadOnlyList<AuditEntry>> SeesWholeTrailAsync()
    {
        await using var context = contexts().CreateDbContext();
        (await AuditTrail.VerifyAsync(context, Cancellation)).IsWhole.ShouldBeTrue();
        return await context.Set<AuditEntry>().OrderBy(entry => entry.Sequence).ToListAsync(Cancellation);
    }

    public async Task<Publication> SeesAsync(long id)
    {
        await using var context = contexts().CreateDbContext();
        return await context.Set<Publication>().AsNoTracking().Include(one => one.Items.OrderBy(item => item.Position))
            .SingleAsync(one => one.Id == id, Cancellation);
    }

    public async Task<AccountSending?> SeesAccountAsync()
    {
        await using var context = contexts().CreateDbContext();
        return await context.Set<AccountSending>().AsNoTracking().SingleOrDefaultAsync(one => one.AccountKey == Account, Cancellation);
    }

    public async Task<IReadOnlyList<T>> SeesAllAsync<T>()
        where T : class
    {
        await using var context = contexts().CreateDbContext();
        return await context.Set<T>().AsNoTracking().ToListAsync(Cancellation);
    }

    /// <summary>The audit trail's acts on a publication, in order; the trail is whole.</summary>
    public async Task<IReadOnlyList<string>> SeesTrailAsync(long id)
    {
        await using var context = contexts().CreateDbContext();
        (await AuditTrail.VerifyAsync(context, Cancellation)).IsWhole.ShouldBeTrue();
        return await context.Set<AuditEntry>().Where(entry => entry.Subject == $"publication/{id}").OrderBy(entry => entry.Sequence)
            .Select(entry => entry.Action).ToListAsync(Cancellation);
    }
}
