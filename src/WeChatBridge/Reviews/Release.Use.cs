using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Reviews;

/// <content>What becomes of it while it is used, and why a version has none.</content>
internal sealed partial class Release
{
    /// <summary>Why this very version of an article may not go out, and what to do about it, as a sentence for people; null when it may.</summary>
    public static async Task<string?> ObjectionToArticleAsync(
        BridgeContext context, string accountKey, string subjectId, string contentHash, CancellationToken cancellationToken)
    {
        if (await OfArticleAsync(context, accountKey, subjectId, contentHash, cancellationToken) is not null)
        {
            return null;
        }

        var review = await ReviewsOf(context, accountKey, subjectId).AsNoTracking()
            .SingleOrDefaultAsync(one => one.ContentHash == contentHash, cancellationToken);
        return review switch
        {
            null => StaffTexts.ReleaseNeedsReview,
            _ when await NewerThan(context, review).AnyAsync(other => other.State == ReviewState.Passed, cancellationToken) =>
                StaffTexts.ReleaseOvertaken,
            { State: ReviewState.Open } => StaffTexts.ReleaseAwaited,
            { State: ReviewState.Withdrawn } => StaffTexts.ReleaseWithdrawn,
            { State: ReviewState.Superseded } => StaffTexts.ReleaseSuperseded,
            { State: ReviewState.Passed } => StaffTexts.ReleaseRejectedAfterwards,
            _ => StaffTexts.ReleaseRefused.With(ReviewRules.NameOf(review.State)),
        };
    }

    /// <summary>What is out, or may be, was released by this review, even where its use had been thought over.</summary>
    public static Task<int> KeepArticleUseAsync(
        BridgeContext context, string accountKey, string subjectId, string contentHash, DateTimeOffset now) =>
        ReviewsOf(context, accountKey, subjectId)
            .Where(review => review.ContentHash == contentHash && review.State == ReviewState.Passed && review.UsedAt == null)
            .ExecuteUpdateAsync(review => review.SetProperty(r => r.UsedAt, now).SetProperty(r => r.Revision, r => r.Revision + 1));

    /// <summary>
    /// Ends the use of a version of which certainly nothing went out: its approval can be taken back again. Where the article went on to
    /// another version meanwhile, this one is void, as it would have been then.
    /// </summary>
    /// <returns>What the audit trail is told; empty where the version was in no use.</returns>
    public static async Task<IReadOnlyList<AuditedAct>> EndArticleUseAsync(
        BridgeContext context, string accountKey, string subjectId, string contentHash, (string By, DateTimeOffset At) act)
    {
        var review = await ReviewsOf(context, accountKey, subjectId).SingleOrDefaultAsync(one => one.ContentHash == contentHash);
        if (review is null || !review.EndUse())
        {
            return [];
        }

        var acts = new List<AuditedAct> { ReviewAudit.Of("review.use-ended", review, act.By) };
        if (review.IsWrittenOver && review.Supersede(act.At))
        {
            await StoreMark.AdvanceAsync(context, StoreMark.AnswerContent, CancellationToken.None);
            var voided = await FollowUps.VoidAsync(context, [review], act.At, CancellationToken.None);
            acts.AddRange(voided.Prepend(review).Select(one => ReviewAudit.Of("review.supersede", one, act.By)));
        }

        return acts;
    }

    private async Task<bool> IsOvertakenAsync(BridgeContext context, CancellationToken cancellationToken)
    {
        var review = await context.Set<Review>().AsNoTracking().SingleAsync(one => one.Id == ReviewId, cancellationToken);
        return await NewerThan(context, review).AnyAsync(other => other.State == ReviewState.Passed, cancellationToken);
    }

    private static IQueryable<Review> ReviewsOf(BridgeContext context, string accountKey, string subjectId) => context.Set<Review>()
        .Where(review => review.Kind == ReviewedKind.Article && review.AccountKey == accountKey && review.SubjectId == subjectId
            && review.FollowsUpId == null);

    // A passed review is changed by nothing but its approval: whichever was changed later was decided on later.
    private static IQueryable<Review> NewerThan(BridgeContext context, Review review) =>
        ReviewsOf(context, review.AccountKey, review.SubjectId).Where(other => other.Id != review.Id
            && (other.ChangedAt > review.ChangedAt || (other.ChangedAt == review.ChangedAt && other.Id > review.Id)));
}
