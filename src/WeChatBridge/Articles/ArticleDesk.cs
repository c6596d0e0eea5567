using Microsoft.EntityFrameworkCore;
using WeChatBridge.Answers;
using WeChatBridge.Audit;
using WeChatBridge.Reviews;
using WeChatBridge.Search.Documents;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>Begins, writes and discards articles. What breaks a limit of the platform is kept all the same, and told.</summary>
internal sealed class ArticleDesk(
    IDbContextFactory<BridgeContext> contexts, ArticleLog log, ReviewDesk reviews, AuditTrail audit, TimeProvider clock)
{
    /// <summary>In characters; pictures pasted into a body come as text of this length.</summary>
    public const int LargestBody = DocumentText.MaximumBytes * 3 / 2;

    /// <summary>Begins an article of the account.</summary>
    public Task<Outcome<SavedArticle>> NewAsync(
        string accountKey, ArticleDraft draft, Acting by, CancellationToken cancellationToken) =>
        BeginAsync(Article.Begun(accountKey), draft, "article.new", by, cancellationToken);

    /// <summary>Begins an article that clears up (澄清) what these groups of unanswered questions show to be misunderstood.</summary>
    public async Task<Outcome<SavedArticle>> ClarifyAsync(
        string accountKey, IReadOnlyList<long> questions, ArticleDraft draft, Acting by, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.SeeQuestions, accountKey) is { } objection)
        {
            return Outcome<SavedArticle>.Refused(objection);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var id in questions)
        {
            if (!await context.Set<UnansweredQuestion>().AnyAsync(
                question => question.Id == id && question.AccountKey == accountKey, cancellationToken))
            {
                return Outcome<SavedArticle>.Refused(StaffTexts.QuestionUnknown.With(id));
            }
        }

        return await BeginAsync(
            Article.Clarifying(accountKey, [.. questions.Distinct()]), draft, "article.clarify", by, cancellationToken);
    }

    /// <summary>Begins an article that corrects (更正) one that was submitted: it starts from what that one says now.</summary>
    public async Task<Outcome<SavedArticle>> CorrectAsync(long id, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ArticleReading.FindAsync(context.Set<Article>().AsNoTracking(), id, by, cancellationToken) is not { } original)
        {
            return Outcome<SavedArticle>.Refused(ArticleTexts.ArticleUnknown.With(id));
        }

        var hasVersions = await context.Set<ArticleVersion>().AnyAsync(version => version.ArticleId == id, cancellationToken);
        if ((by.Objection(Permission.WriteArticles, original.AccountKey)
            ?? (hasVersions ? null : ArticleTexts.CorrectionNeedsVersion.With(id))) is { } objection)
        {
            return Outcome<SavedArticle>.Refused(objection);
        }

        return await BeginAsync(Article.Correcting(original), Correction.Of(original), "article.correct", by, cancellationToken);
    }

    /// <summary>
    /// Saves what a person wrote; an autosave is no other thing. Of two who wrote at once the later one is refused and told who was
    /// faster: what they wrote stays with them.
    /// </summary>
    /// <param name="id">Which article.</param>
    /// <param name="seen">The number they saw; null is as they themselves left it.</param>
    /// <param name="write">Makes the new draft of the one that was seen. Cover and attachments are the file desk's.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Outcome<SavedArticle>> SaveAsync(
        long id, int? seen, Func<ArticleDraft, ArticleDraft> write, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var before = await ArticleReading.FindAsync(context.Set<Article>().AsNoTracking(), id, by, cancellationToken);
        if ((before is null ? ArticleTexts.ArticleUnknown.With(id) : before.ObjectionTo(seen, by)) is { } objection)
        {
            return Outcome<SavedArticle>.Refused(objection);
        }

        var wanted = write(before!.Draft);
        // Cleaned before the transaction: SQLite has one writer, and citizens' messages wait for it.
        var prepared = PreparedDraft.Of(
            wanted with { Content = wanted.Content with { Cover = before.Content.Cover, Attachments = before.Content.Attachments } },
            clock.GetUtcNow());
        return prepared.IsDone
            ? await WriteAsync(context, id, before.Revision, prepared.Value, by, cancellationToken)
            : Outcome<SavedArticle>.Refused(prepared.Refusal!);
    }

    /// <summary>Nobody goes on writing it, and what waits for examination or for its time is void.</summary>
    public async Task<Outcome<Article>> DiscardAsync(long id, int? seen, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var found = await ArticleReading.TakeAsync(context, id, seen, by, cancellationToken);
        if (!found.IsDone)
        {
            return found;
        }

        var (article, subject) = (found.Value, found.Value.SubjectId);
        if (await context.Set<Review>().AnyAsync(
            review => review.Kind == ReviewedKind.Article && review.AccountKey == article.AccountKey && review.SubjectId == subject
                && review.UsedAt != null,
            cancellationToken))
        {
            return Outcome<Article>.Refused(ArticleTexts.DiscardTooLate.With(id));
        }

        var hasVersions = await context.Set<ArticleVersion>().AnyAsync(version => version.ArticleId == id, cancellationToken);
        article.Discard(hasVersions, by.Name, clock.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);
        await reviews.VersionChangedAsync(context, article.ToReviewed(""), by, cancellationToken);
        await audit.AppendAsync(context, ArticleLog.ActOf("article.discard", article, by, ""), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return article;
    }

    private async Task<Outcome<SavedArticle>> BeginAsync(
        Article article, ArticleDraft draft, string action, Acting by, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.WriteArticles, article.AccountKey) is { } objection)
        {
            return Outcome<SavedArticle>.Refused(objection);
        }

        var prepared = PreparedDraft.Of(draft, clock.GetUtcNow());
        if (!prepared.IsDone)
        {
            return Outcome<SavedArticle>.Refused(prepared.Refusal!);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        await log.WriteAsync(
            context, article, prepared.Value.Draft, new ArticleChange(action, by, prepared.Value.Files), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SavedArticle(article.Id, article.Title, article.Revision, HasChanged: true, prepared.Value.Losses);
    }

    private async Task<Outcome<SavedArticle>> WriteAsync(
        BridgeContext context, long id, int seen, PreparedDraft prepared, Acting by, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var found = await ArticleReading.TakeAsync(context, id, seen, by, cancellationToken);
        if (!found.IsDone)
        {
            return Outcome<SavedArticle>.Refused(found.Refusal!);
        }

        var article = found.Value;
        var hasChanged = await log.WriteAsync(
            context, article, prepared.Draft, new ArticleChange("article.save", by, prepared.Files), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SavedArticle(article.Id, article.Title, article.Revision, hasChanged, prepared.Losses);
    }
}

/// <summary>What came of a save.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Revision">The number it has now; to be named with the next save.</param>
/// <param name="HasChanged">False where nothing differed: approvals stand.</param>
/// <param name="Losses">Chinese sentences: what could not be kept of the body.</param>
internal sealed record SavedArticle(long Id, string Title, int Revision, bool HasChanged, IReadOnlyList<string> Losses);
