using System.Text;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Articles;
using WeChatBridge.Audit;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Reviews;
using WeChatBridge.Simulator;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Worlds;

/// <summary>Articles as they were frozen, and publications in whatever state a test needs them, without anything being sent.</summary>
internal sealed class FrozenArticles(IDbContextFactory<BridgeContext> contexts, PlatformClock clock, ReviewingOffice office)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ArticleDocument Document(string title, DateOnly? dueOn = null, string body = "<p>请互相转告。</p>") => new()
    {
        AccountKey = ReviewingOffice.Account,
        Act = SendingAct.MassSend,
        Title = title,
        Author = "镇党政综合办公室",
        Digest = "请互相转告。",
        BodyHtml = body,
        SourceLink = "",
        RepostedFrom = "",
        Disclosure = new DocumentDisclosure
        {
            Class = "Proactive",
            CatalogueNumber = "20-11",
            IssuingBody = "镇人民政府",
            FormedOn = new DateOnly(2099, 2, 10),
            Visibility = "Public",
            Grounds = "",
            DueOn = dueOn,
        },
    };

    /// <summary>Puts a file into the store; its hash.</summary>
    public async Task<string> StoresAsync(byte[] content, string mediaType)
    {
        await using var context = contexts.CreateDbContext();
        var file = StoredFile.Of(content, mediaType, clock.GetUtcNow());
        context.Add(file);
        await context.SaveChangesAsync(Cancellation);
        return file.Hash;
    }

    public Task<string> StoresAsync(string content, string mediaType) => StoresAsync(Encoding.UTF8.GetBytes(content), mediaType);

    /// <summary>Freezes the article, as the writer submits it.</summary>
    public async Task<PlannedArticle> FreezesAsync(ArticleDocument document, string subject = "article/1") =>
        new(subject, await StoresAsync(document.ToBytes(), ArticleDocument.MediaType), document.Title);

    public static ReviewedVersion Version(PlannedArticle article, Acting author) =>
        new(ReviewedKind.Article, ReviewingOffice.Account, article.SubjectId, article.ContentHash, article.Title, author.Name);

    public async Task<long> SubmitsAsync(PlannedArticle article, Acting author, string emergency = "")
    {
        var review = await office.SubmitsAsync(Version(article, author), author, emergency);
        if (KeepsVersions)
        {
            await WritesDownAsync(article, review, author);
        }

        return review;
    }

    /// <summary>Whether what is submitted is kept as a version of an article too, as the product does; without it there are reviews alone.</summary>
    public bool KeepsVersions { get; init; } = true;

    /// <summary>Plans the message; its id.</summary>
    public async Task<long> PlansAsync(DateTimeOffset dueAt, SendingAct act, params PlannedArticle[] articles)
    {
        await using var context = contexts.CreateDbContext();
        var planned = Publication.Schedule(ReviewingOffice.Account, act, null, dueAt, articles, "officer", clock.GetUtcNow());
        context.Add(planned);
        await context.SaveChangesAsync(Cancellation);
        return planned.Id;
    }

    /// <summary>It comes into this state, as the worker would bring it there.</summary>
    public Task BecomesAsync(long id, PublicationState state, params (string Property, object? Value)[] also) =>
        ChangesAsync<Publication>(id, [(nameof(Publication.State), state), .. also]);

    public Task ItemFailsAsync(long itemId) => ChangesAsync<PublicationItem>(itemId, (nameof(PublicationItem.HasFailed), true));

    public Task ItemHasAddressAsync(long itemId, string address) => ChangesAsync<PublicationItem>(itemId, (nameof(PublicationItem.Url), address));

    public async Task<Publication> PublicationAsync(long id)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Set<Publication>().Include(one => one.Items).SingleAsync(one => one.Id == id, Cancellation);
    }

    /// <summary>Something was asked of the platform, and this came of it.</summary>
    public async Task AttemptsAsync(long publicationId, SendingStep step, string target, string answer)
    {
        await using var context = contexts.CreateDbContext();
        var attempt = (SendingAttempt)Activator.CreateInstance(typeof(SendingAttempt), nonPublic: true)!;
        Set(context, attempt, nameof(SendingAttempt.PublicationId), publicationId);
        Set(context, attempt, nameof(SendingAttempt.Step), step);
        Set(context, attempt, nameof(SendingAttempt.Target), target);
        Set(context, attempt, nameof(SendingAttempt.BegunAt), clock.GetUtcNow());
        Set(context, attempt, nameof(SendingAttempt.EndedAt), clock.GetUtcNow());
        Set(context, attempt, nameof(SendingAttempt.Outcome), AttemptOutcome.Done);
        Set(context, attempt, nameof(SendingAttempt.Answer), answer);
        context.Add(attempt);
        await context.SaveChangesAsync(Cancellation);
    }

    /// <summary>The trail tells of it, as it does of whatever the product itself changes.</summary>
    public async Task RecordsAsync(long id, string action, string actor, string detail)
    {
        await using var context = contexts.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        var act = new AuditedAct(actor, ReviewingOffice.Account, action, $"publication/{id}", detail);
        await new AuditTrail(clock).AppendAsync(context, act, Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    /// <summary>The platform was given this picture, in these bytes.</summary>
    public async Task UploadsAsync(PictureUse use, byte[] held, byte[] sent, string name)
    {
        await using var context = contexts.CreateDbContext();
        context.Add(UploadedPicture.Of(
            ReviewingOffice.Account, use, new PictureBytes(held, "image/png", sent, "image/png"), name, clock.GetUtcNow()));
        await context.SaveChangesAsync(Cancellation);
    }

    /// <summary>The account stands still, or may store drafts only.</summary>
    public async Task AccountIsAsync(bool paused, bool draftOnly)
    {
        await using var context = contexts.CreateDbContext();
        await context.Set<AccountSending>().ExecuteDeleteAsync(Cancellation);
        var sending = (AccountSending)Activator.CreateInstance(typeof(AccountSending), nonPublic: true)!;
        Set(context, sending, nameof(AccountSending.AccountKey), ReviewingOffice.Account);
        Set(context, sending, nameof(AccountSending.IsPaused), paused);
        Set(context, sending, nameof(AccountSending.PauseReason), paused ? "白名单里没有本机地址。" : "");
        Set(context, sending, nameof(AccountSending.PausedAt), paused ? clock.GetUtcNow() : null);
        Set(context, sending, nameof(AccountSending.IsDraftOnly), draftOnly);
        Set(context, sending, nameof(AccountSending.DraftOnlySince), draftOnly ? clock.GetUtcNow() : null);
        context.Add(sending);
        await context.SaveChangesAsync(Cancellation);
    }

    /// <summary>The version that is examined, as the submission keeps it.</summary>
    private async Task WritesDownAsync(PlannedArticle planned, long review, Acting author)
    {
        await using var context = contexts.CreateDbContext();
        if (await context.Set<ArticleVersion>().AnyAsync(version => version.ReviewId == review, Cancellation))
        {
            return;
        }

        var file = await context.Set<StoredFile>().SingleAsync(file => file.Hash == planned.ContentHash, Cancellation);
        var article = Article.Begun(ReviewingOffice.Account);
        article.Write(new ArticleDraft(new ArticleContent { Title = planned.Title }), author.Name, clock.GetUtcNow());
        article.Submitted(planned.ContentHash);
        context.Add(article);
        await context.SaveChangesAsync(Cancellation);
        var frozen = new Frozen(ArticleDocument.Read(file.Content));
        context.Add(ArticleVersion.Of(article, 1, frozen, review, author.Name, clock.GetUtcNow()));
        await context.SaveChangesAsync(Cancellation);
    }

    private async Task ChangesAsync<T>(long id, params (string Property, object? Value)[] changes)
        where T : class
    {
        await using var context = contexts.CreateDbContext();
        var entity = await context.FindAsync<T>([id], Cancellation);
        foreach (var (property, value) in changes)
        {
            Set(context, entity!, property, value);
        }

        await context.SaveChangesAsync(Cancellation);
    }

    private static void Set(BridgeContext context, object entity, string property, object? value) =>
        context.Entry(entity).Property(property).CurrentValue = value;
}
