using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;

namespace WeChatBridge.Reviews;

/// <summary>What the audit trail says of a review: ids and hashes, never the words.</summary>
internal static class ReviewAudit
{
    /// <summary>What the newest step of the review did.</summary>
    public static AuditedAct OfStep(string action, Review review)
    {
        var step = review.Steps.MaxBy(step => step.Ordinal)!.Facts();
        var stoodInFor = step.OnBehalfOf.Length > 0 ? $"for {step.OnBehalfOf}; " : "";
        return Of(action, review, step.By, $"{stoodInFor}step sha256 {step.Hash()}");
    }

    public static AuditedAct Of(string action, Review review, string by, string detail = "") => new(
        by,
        review.AccountKey,
        action,
        $"review/{review.Id}",
        $"{review.Kind} {review.SubjectId}; sha256 {review.ContentHash}; round {review.Round}; {review.State}"
            + (review.IsEmergency ? "; emergency" : "")
            + (detail.Length > 0 ? $"; {detail}" : ""));
}

/// <summary>Versions that give way to the one that has just passed.</summary>
internal static class RetiredVersions
{
    /// <summary>A subject speaks in one version: the earlier ones, and what follows them up, are void from this transaction on.</summary>
    public static async Task<IReadOnlyList<Review>> RetireAsync(
        BridgeContext context, Review passed, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var earlier = await context.Set<Review>().Where(review => review.Kind == passed.Kind && review.AccountKey == passed.AccountKey
            && review.SubjectId == passed.SubjectId && review.ContentHash != passed.ContentHash && review.State == ReviewState.Passed
            && review.FollowsUpId == null && review.UsedAt == null).ToListAsync(cancellationToken);
        var retired = earlier.Where(review => review.Supersede(at)).ToList();
        return [.. retired, .. await FollowUps.VoidAsync(context, retired, at, cancellationToken)];
    }
}
