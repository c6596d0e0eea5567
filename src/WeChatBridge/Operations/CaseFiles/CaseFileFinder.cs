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
        // Before anything else is read: as long as it is the head, nothing of what was read has changed.
        var head = await CaseAuditFinder.HeadAsync(context, cancellationToken);
        var attempts = await context.Set<SendingAttempt>().AsNoTracking().Where(one => one.PublicationId == publication.Id)
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var found = await CaseDocuments.FindAsync(context, publication, cancellationToken);
        var pictures = found.IsDone
            ? await CasePictures.FindAsync(context, publication.AccountKey, found.Value.Articles, attempts, cancellationToken)
            : Outcome<CasePictures>.Refused(found.Refusal!);
        if (!pictures.IsDone)
        {
            return Outcome<CaseMaterial>.Refused(pictures.Refusal!);
        }

        var (facts, audit) = await FactsAsync(context, publication, account, found.Value.Articles, head, cancellationToken);
        return new CaseMaterial(
            facts with { Pictures = pictures.Value.Pictures },
            found.Value.Documents,
            found.Value.Files.Concat(pictures.Value.Files).DistinctBy(file => file.Key).ToDictionary(),
            [.. attempts.Select(Of)],
            audit,
            publication.Revision);
    }

    private static async Task<(CaseFile Facts, CaseAudit Audit)> FactsAsync(
        BridgeContext context,
        Publication publication,
        ServedAccount? account,
        IReadOnlyList<CaseArticle> articles,
        CaseAuditHead head,
        CancellationToken cancellationToken)
    {
        var reviews = await ReviewsAsync(context, publication, cancellationToken);
        var delegations = await DelegationsAsync(context, publication.AccountKey, reviews, cancellationToken);
        var decisions = await CaseDecisionFinder.FindAsync(context, publication.Id, cancellationToken);
        var entries = await CaseAuditFinder.FindAsync(context, publication, reviews, delegations, cancellationToken);
        var people = await PeopleAsync(
            context, [.. NamesIn(publication, articles, reviews, decisions), .. entries.Select(entry => entry.Actor)], cancellationToken);
        var audit = new CaseAudit(
            [.. entries.Concat(await CaseAuditFinder.TakenOnAsync(context, people, cancellationToken)).OrderBy(entry => entry.Sequence)], head);
        var facts = new CaseFile
        {
            Publication = Of(publication, account?.Name ?? publication.AccountKey),
            Articles = articles,
            Reviews = [.. reviews.Select(Of)],
            Decisions = decisions,
            Pictures = [],
            Delegations = [.. delegations.Select(one => new CaseDelegation(one.Id, one.From, one.To, one.StartsAt, one.EndsAt))],
            People = people,
        };
        return (facts, audit);
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
        BridgeContext context, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var staff = await context.Set<StaffMember>().AsNoTracking().Where(member => names.Contains(member.UserName!))
            .ToListAsync(cancellationToken);
        return [.. staff.OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => new CasePerson(member.Name, member.DisplayName))];
    }

    private static IEnumerable<string> NamesIn(
        Publication publication, IReadOnlyList<CaseArticle> articles, IReadOnlyList<Review> reviews, CaseDecisions decisions) =>
    [
        publication.ScheduledBy,
        .. reviews.SelectMany(review => review.Authors.Concat(review.Steps.SelectMany(step => new[] { step.By, step.OnBehalfOf }))),
        .. articles.SelectMany(article => article.Versions)
            .SelectMany(version => version.Answers.Select(one => one.By).Append(version.SubmittedBy)),
        .. CaseDecisionFinder.PeopleIn(decisions),
    ];

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
        [.. review.Steps.OrderBy(step => step.Ordinal).Select(step => step.Facts())]);

    private static CaseAttempt Of(SendingAttempt one) =>
        new(one.Id, one.Step, one.Target, one.BegunAt, one.EndedAt, one.Outcome, one.Code, one.Answer);
}
