using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Publishing.Scheduling;

/// <summary>Changes what is planned or stands still: another time, other versions or order, at once, although late, or not at all.</summary>
internal sealed class ReschedulingDesk(
    PublicationBook book, IDbContextFactory<BridgeContext> contexts, PlanCheck check, PreviewFinder previews, TimeProvider clock)
{
    /// <summary>What there is to know of the change; nothing is changed.</summary>
    public async Task<Outcome<SchedulePreview>> PreviewAsync(
        PublicationAct act, PublicationChange change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PublicationBook.FindAsync(context, act, cancellationToken);
        if ((found.Refusal ?? found.Value.ObjectionToChange()) is { } refusal)
        {
            return Outcome<SchedulePreview>.Refused(refusal);
        }

        var plan = await check.ReadAsync(context, PlanOf(found.Value, change), act.PublicationId, cancellationToken);
        return plan.IsDone
            ? await previews.LookAsync(context, plan.Value, act.PublicationId, cancellationToken)
            : Outcome<SchedulePreview>.Refused(plan.Refusal!);
    }

    /// <summary>Another time, other versions, or another order; also the way on for one that stands still.</summary>
    public Task<Outcome<PlannedPublication>> ChangeAsync(
        PublicationAct act, PublicationChange change, CancellationToken cancellationToken) => ReplanAsync(
        act, "publication.change", publication => PlanOf(publication, change), (_, _) => null, cancellationToken);

    /// <summary>Now: for one that stands still and whose reason is gone.</summary>
    public Task<Outcome<PlannedPublication>> RetryAsync(PublicationAct act, CancellationToken cancellationToken) => ReplanAsync(
        act,
        "publication.retry",
        publication => PlanOf(publication, new PublicationChange(clock.GetUtcNow())) with { IsAtOnce = true },
        ObjectionToRetry,
        cancellationToken);

    /// <summary>It goes out although its due time is further back than the late limit.</summary>
    public Task<Outcome<Publication>> AllowLateAsync(PublicationAct act, CancellationToken cancellationToken) => book.ChangeAsync(
        act,
        "publication.allow-late",
        async (context, publication) =>
        {
            var objection = publication.AllowLate(act.By.Name, clock.GetUtcNow())
                ?? await PlanCheck.ObjectionToVersionsAsync(context, publication, cancellationToken);
            return objection is null ? Outcome<string>.Done("") : Outcome<string>.Refused(objection);
        },
        cancellationToken);

    public Task<Outcome<Publication>> CancelAsync(PublicationAct act, CancellationToken cancellationToken) => book.ChangeAsync(
        act, "publication.cancel", publication => publication.Cancel(clock.GetUtcNow()), cancellationToken);

    private async Task<Outcome<PlannedPublication>> ReplanAsync(
        PublicationAct act,
        string action,
        Func<Publication, NewPublication> wanted,
        Func<Publication, CheckedPlan, string?> objectionTo,
        CancellationToken cancellationToken)
    {
        SchedulePreview? preview = null;
        var changed = await book.ChangeAsync(
            act,
            action,
            async (context, publication) =>
            {
                if (publication.ObjectionToChange() is { } notNow)
                {
                    return Outcome<string>.Refused(notNow);
                }

                var before = publication.DueAt.ToOffset(OfficeTime.Offset);
                var plan = await check.ReadAsync(context, wanted(publication), publication.Id, cancellationToken);
                if ((plan.Refusal ?? objectionTo(publication, plan.Value)) is { } objection)
                {
                    return Outcome<string>.Refused(objection);
                }

                preview = await previews.LookAsync(context, plan.Value, publication.Id, cancellationToken);
                return publication.Replan(plan.Value, act.By.Name, clock.GetUtcNow()) is { } refusal
                    ? Outcome<string>.Refused(refusal)
                    : Outcome<string>.Done($"was due {before:yyyy-MM-ddTHH:mmzzz}; {preview.Audited}");
            },
            cancellationToken);
        return changed.IsDone
            ? new PlannedPublication(changed.Value, preview!)
            : Outcome<PlannedPublication>.Refused(changed.Refusal!);
    }

    private static string? ObjectionToRetry(Publication publication, CheckedPlan plan)
    {
        if (publication.State != PublicationState.Stopped)
        {
            return PublishingTexts.NothingToRetry.With(publication.Id);
        }

        return plan.Items.FirstOrDefault(item => !item.IsReleased) is { } waiting
            ? PublishingTexts.VersionNotReleased.With(waiting.Document.Title)
            : null;
    }

    private static NewPublication PlanOf(Publication publication, PublicationChange change) => new(
        publication.AccountKey, change.Versions ?? VersionsOf(publication), change.DueAt ?? publication.DueAt)
    {
        Act = publication.Act,
        AudienceTag = publication.AudienceTag,
    };

    private static IReadOnlyList<PlannedVersion> VersionsOf(Publication publication) =>
    [
        .. publication.Items.OrderBy(item => item.Position).Select(item => new PlannedVersion(item.SubjectId, item.ContentHash)),
    ];
}
