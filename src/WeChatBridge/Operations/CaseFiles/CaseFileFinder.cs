using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Reads from the store all that is known of one publication.</summary>
internal static class CaseFileFinder
{
    public static Task<Publication?> PublicationAsync(BridgeContext context, long id, CancellationToken cancellationToken) =>
        context.Set<Publication>().AsNoTrackingWithIdentityResolution().Include(one => one.Items.OrderBy(item => item.Position))
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);

    /// <summary>The material, or which part of it the store does not hold.</summary>
    public static async Task<Outcome<CaseMaterial>> FindAsync(
        BridgeContext context, Publication publication, ServedAccount? account, CancellationToken cancellationToken)
    {
        var found = await CaseDocuments.FindAsync(context, publication, cancellationToken);
        if (!found.IsDone)
        {
            return Outcome<CaseMaterial>.Refused(found.Refusal!);
        }

        var reviews = await ReviewsAsync(context, publication, cancellationToken);
        var delegations = await DelegationsAsync(context, publication.AccountKey, reviews, cancellationToken);
        var audit = await CaseAuditFinder.FindAsync(context, publication, reviews, delegations, cancellationToken);
        var attempts = await context.Set<SendingAttempt>().AsNoTracking().Where(one => one.PublicationId == publication.Id)
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var facts = new CaseFile
        {
            Publication = Of(publication, account?.Name ?? publication.AccountKey),
            Articles = found.Value.Articles,
            Reviews = [.. reviews.Select(Of)],
            Delegations = [.. delegations.Select(one => new CaseDelegation(one.Id, one.From, one.To, one.StartsAt, one.EndsAt))],
            People = await PeopleAsync(context, publication, reviews, audit, cancellationToken),
        };
        return new CaseMaterial(
            facts, found.Value.Documents, found.Value.Files, [.. attempts.Select(Of)], audit, publication.Revision);
    }

    /// <summary>Those of the versions that are sent, of the versions before them, and what was examined afterwards.</summary>
    private static async Task<IReadOnlyList<Review>> ReviewsAsync(
        BridgeContext context, Publication publication, CancellationToken cancellationToken)
    {
        var subjects = publication.Items.Select(item => item.SubjectId).ToList();
        var all = await context.Set<Review>().AsNoTrackingWithIdentityResolution()
            .Include(review => review.Steps.OrderBy(step => step.Ordinal))
            .Where(review => review.Kind == ReviewedKind.Article && review.AccountKey == publication.AccountKey
                && subjects.Contains(review.SubjectId))
            .OrderBy(review => review.Id).ToListAsync(cancellationToken);
        var sent = publication.Items.ToDictionary(
            item => item.SubjectId, item => all.Find(review => review.SubjectId == item.SubjectId
                && review.ContentHash == item.ContentHash && review.FollowsUpId is null));
        return
        [
            .. all.Where(review => sent[review.SubjectId] is { } own && (review.Id <= own.Id || review.FollowsUpId == own.Id)),
        ];
    }

    private static async Task<IReadOnlyList<Delegation>> DelegationsAsync(
        BridgeContext context, string accountKey, IReadOnlyList<Review> reviews, CancellationToken cancellationToken)
    {
        var all = await context.Set<Delegation>().AsNoTracking().Where(one => one.AccountKey == accountKey)
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var actedOn = reviews.SelectMany(review => review.Steps).Where(step => step.OnBehalfOf.Length > 0).ToList();
        return
        [
            .. all.Where(one => actedOn.Exists(step =>
                step.By == one.To && step.OnBehalfOf == one.From && one.StartsAt <= step.At && step.At < one.EndsAt)),
        ];
    }

    private static async Task<IReadOnlyList<CasePerson>> PeopleAsync(
        BridgeContext context,
        Publication publication,
        IReadOnlyList<Review> reviews,
        CaseAudit audit,
        CancellationToken cancellationToken)
    {
        var names = reviews.SelectMany(review => review.Authors.Concat(review.Steps.SelectMany(step => new[] { step.By, step.OnBehalfOf })))
            .Concat(audit.Entries.Select(entry => entry.Actor)).Append(publication.ScheduledBy).ToHashSet();
        var staff = await context.Set<StaffMember>().AsNoTracking().Where(member => names.Contains(member.UserName!))
            .ToListAsync(cancellationToken);
        return [.. staff.OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => new CasePerson(member.Name, member.DisplayName))];
    }

    private static CasePublication Of(Publication one, string accountName) => new(
        one.Id,
        one.AccountKey,
        accountName,
        one.Act,
        one.AudienceTag,
        one.State,
        one.StopReason,
        one.StopWords,
        one.ScheduledBy,
        one.ScheduledAt,
        one.DueAt,
        one.MayBeLate,
        one.SubmittedAt,
        one.EndedAt,
        new CasePlatformNumbers(one.ClientMessageId, one.DraftMediaId, one.TaskId, one.DataId, one.PlatformArticleId));

    private static CaseReview Of(Review review) => new(
        review.Id,
        review.SubjectId,
        review.ContentHash,
        review.Authors,
        review.Plan.Steps,
        review.Plan.SecrecyCheckAt,
        review.State,
        review.Round,
        review.IsEmergency,
        review.FollowsUpId,
        review.UsedAt,
        [.. review.Steps.OrderBy(step => step.Ordinal).Select(Of)]);

    private static CaseStep Of(ReviewStep step) => new(
        step.Round,
        step.Kind,
        step.Verdict,
        step.By,
        step.OnBehalfOf,
        step.At,
        step.Reason,
        step.FromAbove,
        step.SawSecrecyCheck,
        step.Secrecy);

    private static CaseAttempt Of(SendingAttempt one) =>
        new(one.Id, one.Step, one.Target, one.BegunAt, one.EndedAt, one.Outcome, one.Code, one.Answer);
}
