using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Publishing;
using WeChatBridge.Reviews;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>What the audit trail says of a case.</summary>
internal static class CaseAuditFinder
{
    public const string ExportAction = "case-file.export";

    /// <summary>
    /// The entries about the publication, its articles, their reviews and the delegations used, and every entry that names one of the
    /// versions. Exports are left out: a case that was exported is the same case.
    /// </summary>
    public static async Task<IReadOnlyList<CaseAuditLine>> FindAsync(
        BridgeContext context,
        Publication publication,
        IReadOnlyList<Review> reviews,
        IReadOnlyList<Delegation> delegations,
        CancellationToken cancellationToken)
    {
        var articles = publication.Items.Select(item => item.SubjectId).ToList();
        List<string> subjects =
        [
            $"publication/{publication.Id}",
            .. reviews.Select(review => $"review/{review.Id}"),
            .. delegations.Select(one => $"delegation/{one.Id}"),
            .. articles,
            .. articles.Select(article => $"article/{article}"),
        ];
        var acts = context.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Action != ExportAction);
        var found = await acts.Where(entry => entry.AccountKey == publication.AccountKey && subjects.Contains(entry.Subject))
            .ToListAsync(cancellationToken);
        foreach (var hash in publication.Items.Select(item => item.ContentHash))
        {
            found.AddRange(await acts.Where(entry => entry.AccountKey == publication.AccountKey && entry.Detail.Contains(hash))
                .ToListAsync(cancellationToken));
        }

        return [.. found.DistinctBy(entry => entry.Sequence).Select(CaseAuditLine.Of)];
    }

    /// <summary>How the people of a case were taken on: their names are proved by it.</summary>
    public static async Task<IReadOnlyList<CaseAuditLine>> TakenOnAsync(
        BridgeContext context, IReadOnlyList<CasePerson> people, CancellationToken cancellationToken)
    {
        var subjects = people.Select(person => $"staff/{person.Name}").ToList();
        var found = await context.Set<AuditEntry>().AsNoTracking()
            .Where(entry => (entry.Action == "staff.add" || entry.Action == "staff.claim") && subjects.Contains(entry.Subject))
            .ToListAsync(cancellationToken);
        return [.. found.Select(CaseAuditLine.Of)];
    }

    /// <summary>The newest entry, exports left aside.</summary>
    public static async Task<CaseAuditHead> HeadAsync(BridgeContext context, CancellationToken cancellationToken)
    {
        var head = await context.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Action != ExportAction)
            .OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancellationToken);
        return new CaseAuditHead(head?.Sequence ?? 0, head?.Hash ?? AuditEntry.Root);
    }
}
