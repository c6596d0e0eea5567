using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>Checks an article and submits it: what it says then is frozen, and different people examine that and nothing else.</summary>
internal sealed class SubmissionDesk(
    IDbContextFactory<BridgeContext> contexts, ReadinessFinder readiness, ArticleLog log, ReviewDesk reviews, VersionLog versions)
{
    /// <summary>Everything that stands against its submission, told to whoever may read it.</summary>
    public async Task<Outcome<ArticleReadiness>> CheckAsync(long id, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ArticleReading.FindAsync(context.Set<Article>().AsNoTracking(), id, by, cancellationToken) is { } article
            ? await readiness.FindAsync(article, await ArticleReading.PicturesAsync(context, id, cancellationToken), cancellationToken)
            : Outcome<ArticleReadiness>.Refused(ArticleTexts.ArticleUnknown.With(id));
    }

    /// <summary>Submits it as it stands, signed by this person. The very version that is examined or released already keeps its review.</summary>
    public async Task<Outcome<SubmittedArticle>> SubmitAsync(Submission wanted, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var before = await ArticleReading.FindAsync(context.Set<Article>().AsNoTracking(), wanted.ArticleId, by, cancellationToken);
        if ((before is null ? ArticleTexts.ArticleUnknown.With(wanted.ArticleId) : before.ObjectionTo(wanted.Seen, by)) is { } objection)
        {
            return Outcome<SubmittedArticle>.Refused(objection);
        }

        // Before the transaction: trying a link may take seconds.
        var pictures = await ArticleReading.PicturesAsync(context, wanted.ArticleId, cancellationToken);
        var ready = await readiness.FindAsync(before!, pictures, cancellationToken);
        if (ready.Objection(wanted.Reasons) is { } unready)
        {
            return Outcome<SubmittedArticle>.Refused(unready);
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var found = await ArticleReading.TakeAsync(context, wanted.ArticleId, before!.Revision, by, cancellationToken);
        if (!found.IsDone)
        {
            return Outcome<SubmittedArticle>.Refused(found.Refusal!);
        }

        var submitted = await OpenAsync(context, found.Value, wanted, ready, by, cancellationToken);
        if (submitted.IsDone)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return submitted;
    }

    private async Task<Outcome<SubmittedArticle>> OpenAsync(
        BridgeContext context, Article article, Submission wanted, ArticleReadiness ready, Acting by, CancellationToken cancellationToken)
    {
        var known = await VersionLog.OfAsync(context, article.Id, cancellationToken);
        // The law's day was reckoned when the version was frozen: news of a holiday makes no other version of it.
        var frozen = known.Select(version => new Frozen(article.Draft.Freeze(article.AccountKey, version.DueOn)))
            .FirstOrDefault(same => known.Any(version => version.ContentHash == same.Hash)) ?? log.Freeze(article);
        var version = known.FirstOrDefault(version => version.ContentHash == frozen.Hash);
        if (version is not null && await VersionLog.IsExaminedOrReleasedAsync(context, version, cancellationToken))
        {
            return SubmittedArticle.Of(article, version, ready, isNew: false);
        }

        var review = await reviews.OpenAsync(context, article.ToReviewed(frozen.Hash), by, wanted.EmergencyReason, cancellationToken);
        if (!review.IsDone)
        {
            return Outcome<SubmittedArticle>.Refused(review.Refusal!);
        }

        var answers = ready.Named().Where(named => named.MayStay(wanted.Reasons)).ToList();
        version = await versions.AddAsync(
            context, article, frozen, new SubmittedBy(by, review.Value, answers, wanted.Reasons), cancellationToken);
        return SubmittedArticle.Of(article, version, ready, isNew: true);
    }
}

/// <summary>A submission somebody wants to make.</summary>
/// <param name="ArticleId">Which article.</param>
/// <param name="Seen">The number they saw; null is as they themselves left it.</param>
/// <param name="Reasons">Why findings may stay.</param>
/// <param name="EmergencyReason">Why author and signing officer alone must do for now; empty for the full plan.</param>
internal sealed record Submission(long ArticleId, int? Seen, IReadOnlyList<FindingReason> Reasons, string EmergencyReason = "");

/// <summary>What was submitted.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Version">The number of its version.</param>
/// <param name="ContentHash">The hash that is examined.</param>
/// <param name="ReviewId">Where it is examined.</param>
/// <param name="IsNew">False where this version was waiting, or released, already.</param>
/// <param name="Readiness">The due date, and whether the staff there can examine it.</param>
internal sealed record SubmittedArticle(
    long ArticleId, string Title, int Version, string ContentHash, long ReviewId, bool IsNew, ArticleReadiness Readiness)
{
    public static SubmittedArticle Of(Article article, ArticleVersion version, ArticleReadiness readiness, bool isNew) =>
        new(article.Id, article.Title, version.Number, version.ContentHash, version.ReviewId, isNew, readiness);
}
