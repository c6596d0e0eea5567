using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Reviews;

/// <summary>Tells what may be made public at this moment.</summary>
internal static class ReleaseFinder
{
    /// <summary>The release of this very version; null when it may not be made public.</summary>
    public static async Task<Release?> FindAsync(
        BridgeContext context,
        ReviewedKind kind,
        string accountKey,
        string subjectId,
        string contentHash,
        CancellationToken cancellationToken)
    {
        var review = await Passed(context, kind).SingleOrDefaultAsync(
            review => review.AccountKey == accountKey && review.SubjectId == subjectId && review.ContentHash == contentHash,
            cancellationToken);
        return review is null ? null : Release.From(review);
    }

    /// <summary>Everything of this kind that may be made public, of all accounts: what an index in memory is built from.</summary>
    public static async Task<IReadOnlyList<Release>> AllAsync(
        BridgeContext context, ReviewedKind kind, CancellationToken cancellationToken)
    {
        var reviews = await Passed(context, kind).ToListAsync(cancellationToken);
        return [.. reviews.Select(Release.From).OfType<Release>()];
    }

    private static IQueryable<Review> Passed(BridgeContext context, ReviewedKind kind) => FollowUps.WithoutRejected(
        context,
        context.Set<Review>().AsNoTrackingWithIdentityResolution().Include(review => review.Steps.OrderBy(step => step.Ordinal))
            .Where(review => review.Kind == kind && review.State == ReviewState.Passed && review.FollowsUpId == null));
}
