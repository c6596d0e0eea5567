using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Reports;

/// <summary>A report that may be answered from now, in which state and by whom; its text is not read for this.</summary>
/// <param name="Id">Which report.</param>
/// <param name="Changed">Its <see cref="Report.Changed"/>.</param>
/// <param name="AccountKeys">The accounts that may answer from it, the owner's among them.</param>
internal sealed record ReadableReport(long Id, long Changed, IReadOnlySet<string> AccountKeys)
{
    // Reports are read in bounded portions: at the first start of a large library the whole list of ids would be one enormous query.
    private const int Portion = 200;

    /// <summary>The one place that says which reports may speak.</summary>
    public static async Task<IReadOnlyList<ReadableReport>> ListAsync(BridgeContext context, CancellationToken cancellationToken)
    {
        var rows = await context.Set<Report>().AsNoTracking()
            .Where(report => report.Visibility == Visibility.Public && report.ConfirmedBy != "")
            .OrderBy(report => report.Id)
            .Select(report => new { report.Id, report.Changed, report.OwnerKey, Grants = report.Grants.Select(grant => grant.AccountKey).ToList() })
            .AsSplitQuery().ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ReadableReport(row.Id, row.Changed, row.Grants.Append(row.OwnerKey).ToHashSet()))];
    }

    /// <summary>Reads reports whole, with their sections.</summary>
    public static async Task<IReadOnlyDictionary<long, Report>> LoadAsync(
        BridgeContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var loaded = new Dictionary<long, Report>();
        foreach (var portion in ids.Chunk(Portion))
        {
            var reports = await context.Set<Report>().AsNoTrackingWithIdentityResolution()
                .Include(report => report.Sections.OrderBy(section => section.Ordinal)).Include(report => report.Grants)
                .Where(report => portion.Contains(report.Id))
                .AsSplitQuery().ToListAsync(cancellationToken);
            reports.ForEach(report => loaded.Add(report.Id, report));
        }

        return loaded;
    }
}
