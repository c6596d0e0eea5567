using Microsoft.EntityFrameworkCore;
using WeChatBridge.Reviews;
using WeChatBridge.Storage;

namespace WeChatBridge.Reports;

/// <summary>How the versions of reports stand in their reviews.</summary>
internal static class ReportReviews
{
    /// <summary>The reviews of the account's reports by subject, in each the newest first.</summary>
    public static async Task<ILookup<string, Review>> OfAccountAsync(
        BridgeContext context, string accountKey, CancellationToken cancellationToken) =>
        (await Newest(context, accountKey).ToListAsync(cancellationToken)).ToLookup(review => review.SubjectId);

    /// <summary>The reviews of one report, the newest first.</summary>
    public static async Task<IReadOnlyList<Review>> OfAsync(BridgeContext context, Report report, CancellationToken cancellationToken) =>
        await Newest(context, report.OwnerKey).Where(review => review.SubjectId == report.Subject).ToListAsync(cancellationToken);

    /// <summary>The version that waits, else the one that speaks, else the newest: what a change starts from, and what is shown.</summary>
    public static ReportVersion Foremost(IReadOnlyList<ReportVersion> versions, IEnumerable<Review> reviews)
    {
        var known = reviews.ToList();
        var review = known.Find(review => review.State == ReviewState.Open) ?? known.Find(review => review.State == ReviewState.Passed);
        return versions.FirstOrDefault(version => version.ContentHash == review?.ContentHash) ?? versions.MaxBy(version => version.Number)!;
    }

    /// <summary>How a report stands at a moment.</summary>
    public static ReportState StateOf(
        DateTimeOffset? withdrawnAt, IEnumerable<ReportVersion> versions, IEnumerable<Review> reviews, DateTimeOffset now)
    {
        var known = reviews.ToList();
        var passed = known.Where(review => review.State == ReviewState.Passed).Select(review => review.ContentHash).ToHashSet();
        var spoken = versions.FirstOrDefault(version => passed.Contains(version.ContentHash))?.Facts;
        var isWaiting = known.Exists(review => review.State == ReviewState.Open);
        return (withdrawnAt, spoken) switch
        {
            ({ }, _) => ReportState.Withdrawn,
            (_, null) => isWaiting ? ReportState.Waiting : ReportState.NotConfirmed,
            (_, { Visibility: Visibility.Internal }) => isWaiting ? ReportState.Waiting : ReportState.Internal,
            _ when !spoken.IsAnsweredAt(now) => isWaiting ? ReportState.Waiting : ReportState.Expired,
            _ => isWaiting ? ReportState.AnsweringWhileChanged : ReportState.Answering,
        };
    }

    private static IQueryable<Review> Newest(BridgeContext context, string accountKey) => context.Set<Review>().AsNoTracking()
        .Where(review => review.Kind == ReviewedKind.Report && review.AccountKey == accountKey && review.FollowsUpId == null)
        .OrderByDescending(review => review.ChangedAt).ThenByDescending(review => review.Id);
}

/// <summary>How a report stands; the words of the office stand in the texts.</summary>
internal enum ReportState
{
    /// <summary>待核: nothing of it is answered from.</summary>
    Waiting,

    /// <summary>Returned, rejected, or its confirmation was taken back.</summary>
    NotConfirmed,

    Answering,

    /// <summary>A changed version waits; the earlier one answers.</summary>
    AnsweringWhileChanged,

    Internal,

    Expired,

    Withdrawn,
}
