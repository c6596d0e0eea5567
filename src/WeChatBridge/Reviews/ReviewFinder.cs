using Microsoft.EntityFrameworkCore;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Reviews;

/// <summary>Shows staff what waits for them, and how a review stands.</summary>
internal sealed class ReviewFinder(IDbContextFactory<BridgeContext> contexts, TimeProvider clock)
{
    private static readonly Permission[] Looking =
    [
        Permission.WriteArticles, Permission.ReviewArticles, Permission.SignOff, Permission.KeepRules, Permission.ConfirmRules,
        Permission.ImportReports, Permission.ConfirmReports, Permission.ReadAudit,
    ];

    /// <summary>The open reviews of the account whose next step this person can do, oldest first.</summary>
    public async Task<IReadOnlyList<Review>> WaitingForAsync(Acting by, string accountKey, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await ReviewerFinder.FindAsync(context, by.Name, accountKey, clock.GetUtcNow(), cancellationToken);
        var open = await Reviews(context).Where(review => review.AccountKey == accountKey && review.State == ReviewState.Open)
            .OrderBy(review => review.ChangedAt).ToListAsync(cancellationToken);
        return [.. open.Where(review => rights.Any(right => review.ObjectionTo(right) is null))];
    }

    /// <summary>One review with everything that was said in it.</summary>
    public async Task<Outcome<Review>> ShowAsync(long id, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var review = await Reviews(context).SingleOrDefaultAsync(review => review.Id == id, cancellationToken);
        // One sentence for both: who may not look learns not even that it exists.
        return review is not null && (Looking.Any(permission => by.May(permission, review.AccountKey))
            || (await ReviewerFinder.FindAsync(context, by.Name, review.AccountKey, clock.GetUtcNow(), cancellationToken)).Concern(review))
            ? review
            : Outcome<Review>.Refused(StaffTexts.ReviewUnknown.With(id));
    }

    /// <summary>The follow-ups of emergencies that are still to be made.</summary>
    public async Task<IReadOnlyList<Review>> FollowUpsAsync(string accountKey, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Reviews(context)
            .Where(review => review.AccountKey == accountKey && review.FollowsUpId != null && review.State == ReviewState.Open)
            .OrderBy(review => review.ChangedAt).ToListAsync(cancellationToken);
    }

    private static IQueryable<Review> Reviews(BridgeContext context) => context.Set<Review>().AsNoTrackingWithIdentityResolution()
        .Include(review => review.Steps.OrderBy(step => step.Ordinal));
}
