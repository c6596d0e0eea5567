using Microsoft.EntityFrameworkCore;
using WeChatBridge.Reviews;
using WeChatBridge.Storage;

namespace WeChatBridge.Reports;

/// <summary>A report that may be answered from now, in which version and by whom; its text is not read for this.</summary>
/// <param name="Id">Which report.</param>
/// <param name="ContentHash">The released version; it is the same content as long as this is the same.</param>
/// <param name="AccountKeys">The accounts that may answer from it, the owner's among them.</param>
/// <param name="AnsweredUntil">When it falls silent by itself.</param>
internal sealed record ReadableReport(long Id, string ContentHash, IReadOnlySet<string> AccountKeys, DateTimeOffset? AnsweredUntil)
{
    // Reports are read in bounded portions: at the first start of a large library the whole list of ids would be one enormous query.
    private const int Portion = 200;

    /// <summary>The one place that says which reports may speak: released, public, neither withdrawn nor past their end.</summary>
    public static async Task<IReadOnlyList<ReadableReport>> ListAsync(
        BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var released = (await ReleaseFinder.AllAsync(context, ReviewedKind.Report, cancellationToken))
            .Select(release => (release.AccountKey, release.SubjectId, release.ContentHash)).ToHashSet();
        var rows = await (
            from report in context.Set<Report>().AsNoTracking()
            join version in context.Set<ReportVersion>().AsNoTracking() on report.Id equals version.ReportId
            where report.WithdrawnAt == null && version.Facts.Visibility == Visibility.Public
                && (version.Facts.AnsweredUntil == null || version.Facts.AnsweredUntil > now)
            orderby report.Id
            select new
            {
                report.Id,
                report.OwnerKey,
                report.Revocations,
                version.ContentHash,
                version.Facts.Grants,
                version.Facts.AnsweredUntil,
            }).ToListAsync(cancellationToken);
        return [.. from row in rows
                   where released.Contains((row.OwnerKey, Report.SubjectOf(row.Id), row.ContentHash))
                   let granted = row.Grants.Where(grant => !row.Revocations.Any(revocation => revocation.Ends(grant)))
                   let accountKeys = granted.Select(grant => grant.AccountKey).Append(row.OwnerKey).ToHashSet()
                   select new ReadableReport(row.Id, row.ContentHash, accountKeys, row.AnsweredUntil)];
    }

    /// <summary>Reads reports whole, with their sections, each speaking in its released version.</summary>
    public static async Task<IReadOnlyDictionary<long, Report>> LoadAsync(
        BridgeContext context, IReadOnlyList<ReadableReport> readable, CancellationToken cancellationToken)
    {
        var loaded = new Dictionary<long, Report>();
        foreach (var portion in readable.Chunk(Portion))
        {
            var versions = portion.ToDictionary(report => report.Id, report => report.ContentHash);
            var ids = versions.Keys.ToList();
            var reports = await context.Set<Report>().AsNoTrackingWithIdentityResolution()
                .Include(report => report.Sections.OrderBy(section => section.Ordinal)).Include(report => report.Versions)
                .Where(report => ids.Contains(report.Id))
                .AsSplitQuery().ToListAsync(cancellationToken);
            foreach (var report in reports)
            {
                report.SpeakAs(versions[report.Id]);
                loaded.Add(report.Id, report);
            }
        }

        return loaded;
    }
}
