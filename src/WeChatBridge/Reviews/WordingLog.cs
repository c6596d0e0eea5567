using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Reviews;

/// <summary>Keeps the versions of what speaks officially, each with its review. Desks call it inside their own transaction.</summary>
internal sealed class WordingLog(ReviewDesk reviews, TimeProvider clock)
{
    /// <summary>
    /// Adds a version and submits it at once; the released one goes on speaking until a second person has confirmed the new one.
    /// Who wrote the version that still waits is an author of this one too.
    /// </summary>
    public async Task<Outcome<WrittenVersion>> WriteAsync(
        BridgeContext context, NewWording wanted, Acting by, CancellationToken cancellationToken)
    {
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var pending = await PendingAsync(context, wanted.Kind, wanted.AccountKey, wanted.SubjectId, cancellationToken);
        string[] before = pending is null ? [] : [pending.Author, .. pending.ToReview().CoAuthors];
        var wording = await AddAsync(context, wanted, by, before, cancellationToken);
        var opened = await reviews.OpenAsync(context, wording.ToReview() with { Author = by.Name }, by, "", cancellationToken);
        if (!opened.IsDone)
        {
            return Outcome<WrittenVersion>.Refused(opened.Refusal!);
        }

        var isConfirmed = await context.Set<Review>().AnyAsync(
            review => review.Id == opened.Value && review.State == ReviewState.Passed, cancellationToken);
        return new WrittenVersion(wording.Version, opened.Value) { IsConfirmed = isConfirmed };
    }

    /// <summary>Adds a version on the word of the store's installer; it speaks at once.</summary>
    public async Task<Outcome<WrittenVersion>> InstallAsync(
        BridgeContext context, NewWording wanted, Acting installer, CancellationToken cancellationToken)
    {
        var wording = await AddAsync(context, wanted, installer, [], cancellationToken);
        var released = await reviews.ReleaseByInstallerAsync(context, wording.ToReview(), installer, cancellationToken);
        return released.IsDone
            ? new WrittenVersion(wording.Version, released.Value)
            : Outcome<WrittenVersion>.Refused(released.Refusal!);
    }

    /// <summary>Nobody need examine what still waits: its subject is silent for good.</summary>
    public Task DropPendingAsync(
        BridgeContext context, ReviewedKind kind, string accountKey, string subjectId, Acting by, CancellationToken cancellationToken) =>
        reviews.VersionChangedAsync(context, new ReviewedVersion(kind, accountKey, subjectId, "", "", by.Name), by, cancellationToken);

    /// <summary>The version that waits for its second person; null where none does.</summary>
    public static async Task<Wording?> PendingAsync(
        BridgeContext context, ReviewedKind kind, string accountKey, string subjectId, CancellationToken cancellationToken) =>
        await Pending(context, kind, accountKey).SingleOrDefaultAsync(wording => wording.SubjectId == subjectId, cancellationToken);

    /// <summary>Every version of a kind that waits for its second person.</summary>
    public static async Task<IReadOnlyList<Wording>> AllPendingAsync(
        BridgeContext context, ReviewedKind kind, string accountKey, CancellationToken cancellationToken) =>
        await Pending(context, kind, accountKey).ToListAsync(cancellationToken);

    /// <summary>The version that speaks; null where none does.</summary>
    public static async Task<Wording?> ReleasedAsync(
        BridgeContext context, ReviewedKind kind, string accountKey, string subjectId, CancellationToken cancellationToken)
    {
        var versions = await Of(context, kind, accountKey).Where(wording => wording.SubjectId == subjectId)
            .OrderByDescending(wording => wording.Version).ToListAsync(cancellationToken);
        foreach (var version in versions)
        {
            if (await ReleaseFinder.FindAsync(context, kind, accountKey, subjectId, version.ContentHash, cancellationToken) is not null)
            {
                return version;
            }
        }

        return null;
    }

    /// <summary>Every version of a kind that speaks at this moment, of all accounts.</summary>
    public static async Task<IReadOnlyList<Wording>> AllReleasedAsync(
        BridgeContext context, ReviewedKind kind, CancellationToken cancellationToken)
    {
        var released = (await ReleaseFinder.AllAsync(context, kind, cancellationToken))
            .Select(release => (release.AccountKey, release.SubjectId, release.ContentHash)).ToHashSet();
        var written = await context.Set<Wording>().AsNoTracking().Where(wording => wording.Kind == kind)
            .OrderBy(wording => wording.Id).ToListAsync(cancellationToken);
        return [.. written.Where(wording => released.Contains((wording.AccountKey, wording.SubjectId, wording.ContentHash)))];
    }

    private async Task<Wording> AddAsync(
        BridgeContext context, NewWording wanted, Acting by, IEnumerable<string> before, CancellationToken cancellationToken)
    {
        var same = Of(context, wanted.Kind, wanted.AccountKey).Where(wording => wording.SubjectId == wanted.SubjectId);
        var hash = wanted.ContentHash;
        if (await same.SingleOrDefaultAsync(wording => wording.ContentHash == hash, cancellationToken) is { } known)
        {
            // It was written before and comes back: the same words are the same version.
            return known;
        }

        var last = await same.MaxAsync(wording => (int?)wording.Version, cancellationToken) ?? 0;
        var coAuthors = before.Where(name => name != by.Name).Distinct();
        var added = Wording.Of(wanted, last + 1, by.Name, coAuthors, clock.GetUtcNow());
        context.Add(added);
        await context.SaveChangesAsync(cancellationToken);
        return added;
    }

    private static IQueryable<Wording> Pending(BridgeContext context, ReviewedKind kind, string accountKey) =>
        Of(context, kind, accountKey).Where(wording => context.Set<Review>().Any(review => review.Kind == kind
            && review.AccountKey == accountKey && review.SubjectId == wording.SubjectId && review.ContentHash == wording.ContentHash
            && review.State == ReviewState.Open && review.FollowsUpId == null));

    private static IQueryable<Wording> Of(BridgeContext context, ReviewedKind kind, string accountKey) =>
        context.Set<Wording>().AsNoTracking().Where(wording => wording.Kind == kind && wording.AccountKey == accountKey);
}

/// <summary>What became of a version that was written.</summary>
/// <param name="Version">Its number within its subject.</param>
/// <param name="ReviewId">The review it waits in, or passed.</param>
internal sealed record WrittenVersion(int Version, long ReviewId)
{
    /// <summary>Whether it was confirmed before and goes on speaking: nothing waits.</summary>
    public bool IsConfirmed { get; init; }
}
