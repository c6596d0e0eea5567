using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>
/// Writes what a person changes of one publication: their permission, the state they saw, the change and its audit entry in one
/// transaction. The worker changes publications too: of two at once, the person looks again.
/// </summary>
internal sealed class PublicationBook(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    /// <param name="act">Who wants what changed.</param>
    /// <param name="action">The audit entry's action.</param>
    /// <param name="change">Changes it; what the audit entry says beside it, or why not.</param>
    /// <param name="cancellationToken">Ends the work; nothing is changed then.</param>
    public async Task<Outcome<Publication>> ChangeAsync(
        PublicationAct act,
        string action,
        Func<BridgeContext, Publication, Task<Outcome<string>>> change,
        CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await AuditTrail.TakeTurnAsync(context, cancellationToken);
            var found = await FindAsync(context, act, cancellationToken);
            var before = found.IsDone ? found.Value.State : default;
            var changed = found.IsDone ? await change(context, found.Value) : Outcome<string>.Refused(found.Refusal!);
            if (!changed.IsDone)
            {
                return Outcome<Publication>.Refused(changed.Refusal!);
            }

            await audit.AppendAsync(
                context, PublicationWords.Audited(action, found.Value, act.By.Name, changed.Value), cancellationToken);
            foreach (var ended in await ReleaseUse.FollowAsync(context, found.Value, before, act.By.Name, clock.GetUtcNow()))
            {
                await audit.AppendAsync(context, ended, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            return found;
        }
        catch (Exception exception) when (StoreConflict.Is(exception))
        {
            return Outcome<Publication>.Refused(PublishingTexts.ChangedMeanwhile.With(act.PublicationId));
        }
    }

    /// <summary>The same where the change itself needs no store.</summary>
    public Task<Outcome<Publication>> ChangeAsync(
        PublicationAct act, string action, Func<Publication, string?> change, CancellationToken cancellationToken) => ChangeAsync(
        act,
        action,
        (_, publication) => Task.FromResult(change(publication) is { } objection ? Outcome<string>.Refused(objection) : Outcome<string>.Done("")),
        cancellationToken);

    /// <summary>The publication in the state the person saw, if they may change it.</summary>
    public static async Task<Outcome<Publication>> FindAsync(BridgeContext context, PublicationAct act, CancellationToken cancellationToken)
    {
        var publication = await context.Set<Publication>().Include(one => one.Items)
            .SingleOrDefaultAsync(one => one.Id == act.PublicationId, cancellationToken);
        // One sentence for both: who has nothing to do with the account learns not even that it exists.
        if (publication is null || !PublicationFinder.MaySee(act.By, publication.AccountKey))
        {
            return Outcome<Publication>.Refused(PublishingTexts.Unknown.With(act.PublicationId));
        }

        if (act.By.Objection(Permission.Schedule, publication.AccountKey) is { } objection)
        {
            return Outcome<Publication>.Refused(objection);
        }

        return publication.Revision == act.SeenRevision
            ? publication
            : Outcome<Publication>.Refused(PublishingTexts.ChangedMeanwhile.With(act.PublicationId));
    }
}
