using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Reviews;

/// <summary>
/// Takes versions in for review. Other desks call it inside their own transaction, so that their change, the review and the audit entries
/// are one commit or none.
/// </summary>
internal sealed class ReviewDesk(ReviewPlans plans, AuditTrail audit, TimeProvider clock)
{
    /// <summary>
    /// Opens the review of this version, signed by who submits it; its id. The very version that is open or passed already keeps its
    /// review. Open reviews of other versions of the subject are void, and of an article also the passed ones.
    /// </summary>
    /// <param name="context">The caller's, with its transaction open.</param>
    /// <param name="version">What is to be examined.</param>
    /// <param name="by">Who submits it.</param>
    /// <param name="emergencyReason">Why author and signing officer alone must do for now; empty for the full plan.</param>
    /// <param name="cancellationToken">Ends the work; the caller rolls back.</param>
    public async Task<Outcome<long>> OpenAsync(
        BridgeContext context, ReviewedVersion version, Acting by, string emergencyReason, CancellationToken cancellationToken)
    {
        if (ObjectionTo(version, by) is { } refusal)
        {
            return Outcome<long>.Refused(refusal);
        }

        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var review = await FindAsync(context, version, cancellationToken);
        if (review is { State: ReviewState.Open or ReviewState.Passed })
        {
            // Who goes back to what is confirmed takes back what waits: else it would be confirmed one day, against the last word.
            await SupersedeAsync(context, version, by.Name, cancellationToken);
            return review.Id;
        }

        if (review?.ObjectionToReopening() is { } objection)
        {
            return Outcome<long>.Refused(objection);
        }

        // First: a subject has one open review.
        await SupersedeAsync(context, version, by.Name, cancellationToken);
        var plan = plans.Of(version.Kind);
        var reason = plan.Steps.Count > 1 ? emergencyReason.Trim() : "";
        if (review is null)
        {
            review = Review.Open(version, plan, by.Name, reason, clock.GetUtcNow());
            context.Add(review);
        }
        else
        {
            review.Reopen(plan, by.Name, reason, clock.GetUtcNow());
        }

        await context.SaveChangesAsync(cancellationToken);
        await audit.AppendAsync(context, ReviewAudit.OfStep("review.open", review), cancellationToken);
        return review.Id;
    }

    /// <summary>
    /// Tells that the subject now reads otherwise: what was said of another version holds no more. Saving without a change, which is the
    /// same hash, voids nothing.
    /// </summary>
    public async Task VersionChangedAsync(
        BridgeContext context, ReviewedVersion version, Acting by, CancellationToken cancellationToken)
    {
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        await SupersedeAsync(context, version, by.Name, cancellationToken);
    }

    /// <summary>Releases at once what the installer or the machine's administrator brings: seeds, and imports by command.</summary>
    public async Task<Outcome<long>> ReleaseByInstallerAsync(
        BridgeContext context, ReviewedVersion version, Acting by, CancellationToken cancellationToken)
    {
        var permission = ReviewPermissions.ToDecide(version.Kind, ReviewStepKind.Confirm);
        if (by.IsPerson || by.Objection(permission, version.AccountKey) is not null)
        {
            return Outcome<long>.Refused(StaffTexts.ReviewInstallerOnly);
        }

        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var review = await FindAsync(context, version, cancellationToken);
        if (review is { State: not (ReviewState.Superseded or ReviewState.Withdrawn) })
        {
            return review.State == ReviewState.Passed
                ? review.Id
                : Outcome<long>.Refused(StaffTexts.ReviewNotOpen.With(ReviewRules.NameOf(review.State)));
        }

        if (review is null)
        {
            review = Review.ByInstaller(version, clock.GetUtcNow());
            context.Add(review);
        }
        else
        {
            review.ReleaseAgain(clock.GetUtcNow());
        }

        await context.SaveChangesAsync(cancellationToken);
        await RetiredVersions.RetireAsync(context, review, clock.GetUtcNow(), cancellationToken);
        await StoreMark.AdvanceAsync(context, StoreMark.AnswerContent, cancellationToken);
        await audit.AppendAsync(context, ReviewAudit.Of("review.release-by-installer", review, by.Name), cancellationToken);
        return review.Id;
    }

    private static string? ObjectionTo(ReviewedVersion version, Acting by) => by.IsPerson
        ? by.Objection(ReviewPermissions.ToSubmit(version.Kind), version.AccountKey)
        : StaffTexts.ReviewNeedsPerson;

    private static Task<Review?> FindAsync(BridgeContext context, ReviewedVersion version, CancellationToken cancellationToken) =>
        context.Set<Review>().Include(review => review.Steps.OrderBy(step => step.Ordinal)).SingleOrDefaultAsync(
            review => review.Kind == version.Kind && review.AccountKey == version.AccountKey && review.SubjectId == version.SubjectId
                && review.ContentHash == version.ContentHash && review.FollowsUpId == null,
            cancellationToken);

    /// <summary>
    /// What answers citizens goes on with the confirmed version until the new one is confirmed; an article that was changed must not go
    /// out in the old one.
    /// </summary>
    private async Task SupersedeAsync(BridgeContext context, ReviewedVersion version, string by, CancellationToken cancellationToken)
    {
        var voidsPassed = version.Kind == ReviewedKind.Article;
        var all = await context.Set<Review>().Where(review => review.Kind == version.Kind && review.AccountKey == version.AccountKey
            && review.SubjectId == version.SubjectId && review.FollowsUpId == null
            && (review.State == ReviewState.Open || (voidsPassed && review.State == ReviewState.Passed))).ToListAsync(cancellationToken);
        all.ForEach(review => review.BeWrittenOver(review.ContentHash != version.ContentHash));
        var voided = all.Where(review => review.ContentHash != version.ContentHash && review.Supersede(clock.GetUtcNow())).ToList();
        await context.SaveChangesAsync(cancellationToken);
        foreach (var other in voided.Concat(await FollowUps.VoidAsync(context, voided, clock.GetUtcNow(), cancellationToken)))
        {
            await StoreMark.AdvanceAsync(context, StoreMark.AnswerContent, cancellationToken);
            await audit.AppendAsync(context, ReviewAudit.Of("review.supersede", other, by), cancellationToken);
        }
    }
}
