using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Reviews;

/// <summary>
/// The examination afterwards (事后补审) of what an emergency released: it belongs to one round of one review, is void together with that,
/// and takes the release back where it does not pass.
/// </summary>
internal static class FollowUps
{
    /// <summary>Adds and saves the follow-up of an emergency that was signed just now; null where nothing was left out.</summary>
    public static async Task<Review?> OpenAsync(
        BridgeContext context, Review signed, ReviewPlan plan, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!signed.IsEmergency || plan.Steps.Count < 2)
        {
            return null;
        }

        var followUp = signed.FollowUp(plan, at);
        context.Add(followUp);
        await context.SaveChangesAsync(cancellationToken);
        return followUp;
    }

    /// <summary>Voids the follow-ups of reviews that are void: what was said of the one round holds for no other.</summary>
    public static async Task<IReadOnlyList<Review>> VoidAsync(
        BridgeContext context, IEnumerable<Review> voided, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var ids = voided.Select(review => review.Id).ToList();
        var followUps = await context.Set<Review>()
            .Where(review => review.FollowsUpId != null && ids.Contains(review.FollowsUpId.Value)).ToListAsync(cancellationToken);
        return [.. followUps.Where(followUp => followUp.Supersede(at))];
    }

    /// <summary>The review whose release is taken back because its follow-up was rejected; null where that round is over or in use.</summary>
    public static async Task<Review?> TakeBackAsync(
        BridgeContext context, Review rejected, Reviewer by, ReviewWords words, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var released = await context.Set<Review>().Include(review => review.Steps.OrderBy(step => step.Ordinal))
            .SingleAsync(review => review.Id == rejected.FollowsUpId, cancellationToken);
        return released.Round == rejected.FollowsUpRound && released.RejectAfterwards(by, words, at) ? released : null;
    }

    /// <summary>Those that nobody found wrong afterwards. One whose sending had begun keeps its state, and still goes no further.</summary>
    public static IQueryable<Review> WithoutRejected(BridgeContext context, IQueryable<Review> released) => released.Where(review =>
        !context.Set<Review>().Any(other => other.FollowsUpId == review.Id && other.FollowsUpRound == review.Round
            && other.State == ReviewState.Rejected));
}
