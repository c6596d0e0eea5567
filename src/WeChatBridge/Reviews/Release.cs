using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Reviews;

/// <summary>
/// The proof that a version may be made public (公开): it can be made only here, and only from a complete review of that very hash.
/// It tells of the moment it was asked for; whoever sends asks again.
/// </summary>
internal sealed partial class Release
{
    private Release(Review review)
    {
        ReviewId = review.Id;
        Kind = review.Kind;
        AccountKey = review.AccountKey;
        SubjectId = review.SubjectId;
        ContentHash = review.ContentHash;
        IsEmergency = review.IsEmergency;
        IsByInstaller = review.IsByInstaller;
    }

    public long ReviewId { get; }

    public ReviewedKind Kind { get; }

    public string AccountKey { get; }

    public string SubjectId { get; }

    public string ContentHash { get; }

    /// <summary>By two people, to be examined afterwards.</summary>
    public bool IsEmergency { get; }

    public bool IsByInstaller { get; }

    /// <summary>The release of an article's version; null when it may not go out.</summary>
    public static async Task<Release?> OfArticleAsync(
        BridgeContext context, string accountKey, string subjectId, string contentHash, CancellationToken cancellationToken) =>
        await ReleaseFinder.FindAsync(context, ReviewedKind.Article, accountKey, subjectId, contentHash, cancellationToken) is { } release
            && !await release.IsOvertakenAsync(context, cancellationToken)
                ? release
                : null;

    /// <summary>Whether this very version of an article is being examined: it may be planned, and must be released before it goes out.</summary>
    public static Task<bool> IsAwaitedForArticleAsync(
        BridgeContext context, string accountKey, string subjectId, string contentHash, CancellationToken cancellationToken) =>
        context.Set<Review>().AnyAsync(
            review => review.Kind == ReviewedKind.Article && review.AccountKey == accountKey && review.SubjectId == subjectId
                && review.ContentHash == contentHash && review.State == ReviewState.Open && review.FollowsUpId == null,
            cancellationToken);

    /// <summary>
    /// Why this very version may not even be shown to named people by way of the platform; null when it is released, or is being examined and
    /// has passed the secrecy check (保密审查).
    /// </summary>
    public static async Task<string?> ObjectionToShowingArticleAsync(
        BridgeContext context, string accountKey, string subjectId, string contentHash, CancellationToken cancellationToken)
    {
        var review = await FollowUps.WithoutRejected(context, context.Set<Review>())
            .AsNoTrackingWithIdentityResolution().Include(one => one.Steps.OrderBy(step => step.Ordinal))
            .SingleOrDefaultAsync(
                one => one.Kind == ReviewedKind.Article && one.AccountKey == accountKey && one.SubjectId == subjectId
                    && one.ContentHash == contentHash && one.FollowsUpId == null,
                cancellationToken);
        return review is null ? StaffTexts.ShowingNeedsReview : review.IsComplete() ? null : review.ObjectionToShowing();
    }

    /// <summary>
    /// Begins the sending: from now on no approval can be taken back. False when one was taken back meanwhile; then nothing may be sent.
    /// Beginning again what has begun is no change.
    /// </summary>
    public async Task<bool> BeginUseAsync(BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var usable = context.Set<Review>().Where(review => review.Id == ReviewId && review.State == ReviewState.Passed);
        var begun = await usable.Where(review => review.UsedAt == null).ExecuteUpdateAsync(
            review => review.SetProperty(r => r.UsedAt, now).SetProperty(r => r.Revision, r => r.Revision + 1), cancellationToken);
        return begun == 1 || await usable.AnyAsync(review => review.UsedAt != null, cancellationToken);
    }

    /// <summary>Null unless the review is complete.</summary>
    internal static Release? From(Review review) => review.IsComplete() ? new Release(review) : null;
}
