using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing.Drafts;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>Shows publications to those who work for the account.</summary>
internal sealed class PublicationFinder(IDbContextFactory<BridgeContext> contexts, TimeProvider clock)
{
    // How long ended ones stay in the list.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(14);

    private static readonly IReadOnlyList<Permission> Concerned =
    [
        Permission.Schedule, Permission.PauseAccount, Permission.WriteArticles, Permission.ReviewArticles, Permission.SignOff,
        Permission.KeepStaff,
    ];

    /// <summary>Everybody who has a part in what goes out sees it.</summary>
    public static bool MaySee(Acting by, string accountKey) => Concerned.Any(permission => by.May(permission, accountKey));

    /// <summary>Why they see nothing of it, as a sentence for them; null when they do.</summary>
    public static string? ObjectionTo(Acting by, string accountKey) =>
        MaySee(by, accountKey) ? null : by.Objection(Permission.Schedule, accountKey);

    /// <summary>What waits, runs or asks, stands still or lies as a draft, and what ended in the last two weeks, in the order of the due times.</summary>
    public async Task<Outcome<IReadOnlyList<Publication>>> ListAsync(string accountKey, Acting by, CancellationToken cancellationToken)
    {
        if (ObjectionTo(by, accountKey) is { } refusal)
        {
            return Outcome<IReadOnlyList<Publication>>.Refused(refusal);
        }

        var since = clock.GetUtcNow() - Recent;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Publication>().AsNoTracking().Include(one => one.Items)
            .Where(one => one.AccountKey == accountKey && (one.EndedAt == null || one.EndedAt >= since
                || one.State == PublicationState.Stopped || one.State == PublicationState.DraftReady))
            .OrderBy(one => one.DueAt).ThenBy(one => one.Id).ToListAsync(cancellationToken);
    }

    public async Task<Outcome<PublicationSheet>> ShowAsync(long id, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var publication = await context.Set<Publication>().AsNoTracking().Include(one => one.Items)
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (publication is null || !MaySee(by, publication.AccountKey))
        {
            return Outcome<PublicationSheet>.Refused(PublishingTexts.Unknown.With(id));
        }

        return new PublicationSheet(
            publication,
            // What is out was released when it went; that it may not go out once more says nothing of it.
            publication.State is PublicationState.Scheduled or PublicationState.Sending or PublicationState.Stopped
                ? await NotReleasedAsync(context, publication, cancellationToken)
                : [],
            await context.Set<SendingAttempt>().AsNoTracking().Where(attempt => attempt.PublicationId == id)
                .OrderBy(attempt => attempt.Id).ToListAsync(cancellationToken),
            await context.Set<OwnDraft>().AsNoTracking().Where(draft => draft.PublicationId == id && draft.State == OwnDraftState.Left)
                .OrderBy(draft => draft.Id).ToListAsync(cancellationToken),
            await context.Set<Settlement>().AsNoTracking().Where(one => one.PublicationId == id)
                .OrderBy(one => one.Id).ToListAsync(cancellationToken),
            publication.State == PublicationState.OutcomeUnknown
                ? await UnmatchedOutcome.SinceAsync(context, publication, cancellationToken)
                : []);
    }

    /// <summary>The versions of it whose review is not complete.</summary>
    public static async Task<IReadOnlyList<PublicationItem>> NotReleasedAsync(
        BridgeContext context, Publication publication, CancellationToken cancellationToken)
    {
        var waiting = new List<PublicationItem>();
        foreach (var item in publication.Items.OrderBy(item => item.Position))
        {
            if (await Release.OfArticleAsync(context, publication.AccountKey, item.SubjectId, item.ContentHash, cancellationToken) is null)
            {
                waiting.Add(item);
            }
        }

        return waiting;
    }
}

/// <summary>A publication with all that is known of it.</summary>
/// <param name="Publication">It itself.</param>
/// <param name="NotReleased">Its versions whose review is not complete, as long as it is to go out.</param>
/// <param name="Attempts">What was tried with the platform.</param>
/// <param name="LeftDrafts">Drafts of it that nobody needs and that could not be deleted.</param>
/// <param name="Settlements">What persons found out about it.</param>
/// <param name="Heard">While nobody knows its end: what the platform said since of tasks that nothing here is known to have.</param>
internal sealed record PublicationSheet(
    Publication Publication,
    IReadOnlyList<PublicationItem> NotReleased,
    IReadOnlyList<SendingAttempt> Attempts,
    IReadOnlyList<OwnDraft> LeftDrafts,
    IReadOnlyList<Settlement> Settlements,
    IReadOnlyList<HeardOutcome> Heard);
