using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>Plans a message: one to eight versions of one account, one act, one due time.</summary>
internal sealed class PlanningDesk(
    IDbContextFactory<BridgeContext> contexts, PlanCheck check, PreviewFinder previews, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What there is to know before it is planned; nothing is changed.</summary>
    public async Task<Outcome<SchedulePreview>> PreviewAsync(NewPublication wanted, Acting by, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.Schedule, wanted.AccountKey) is { } refusal)
        {
            return Outcome<SchedulePreview>.Refused(refusal);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await check.ReadAsync(context, wanted, null, cancellationToken);
        return plan.IsDone
            ? await previews.LookAsync(context, plan.Value, null, cancellationToken)
            : Outcome<SchedulePreview>.Refused(plan.Refusal!);
    }

    public async Task<Outcome<PlannedPublication>> PlanAsync(NewPublication wanted, Acting by, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.Schedule, wanted.AccountKey) is { } refusal)
        {
            return Outcome<PlannedPublication>.Refused(refusal);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Two who plan the same version at once: the second one's check sees the first one's message.
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var plan = await check.ReadAsync(context, wanted, null, cancellationToken);
        if (!plan.IsDone)
        {
            return Outcome<PlannedPublication>.Refused(plan.Refusal!);
        }

        var preview = await previews.LookAsync(context, plan.Value, null, cancellationToken);
        var publication = plan.Value.Schedule(by.Name, clock.GetUtcNow());
        context.Add(publication);
        await context.SaveChangesAsync(cancellationToken);
        await audit.AppendAsync(
            context, PublicationWords.Audited("publication.plan", publication, by.Name, preview.Audited), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new PlannedPublication(publication, preview);
    }
}

/// <summary>A publication as it was planned or changed, and what its planner was told.</summary>
internal sealed record PlannedPublication(Publication Publication, SchedulePreview Preview);
