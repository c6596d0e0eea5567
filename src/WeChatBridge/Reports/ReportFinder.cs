using Microsoft.EntityFrameworkCore;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Reports;

/// <summary>Shows staff the library: which reports there are, how they stand, and what a confirmer should look at.</summary>
internal sealed class ReportFinder(IDbContextFactory<BridgeContext> contexts, TimeProvider clock)
{
    private static readonly Permission[] Looking =
        [Permission.ImportReports, Permission.ConfirmReports, Permission.WithdrawReports, Permission.ReadAudit];

    public static bool MaySee(Report report, Acting by) => Looking.Any(permission => by.May(permission, report.OwnerKey));

    /// <summary>The account's own reports, the newest first.</summary>
    public async Task<Outcome<IReadOnlyList<ReportLine>>> ListAsync(string accountKey, Acting by, CancellationToken cancellationToken)
    {
        if (!Looking.Any(permission => by.May(permission, accountKey)))
        {
            return Outcome<IReadOnlyList<ReportLine>>.Refused(by.Objection(Permission.ImportReports, accountKey)!);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Without their texts: a library of a thousand reports is listed in a moment.
        var reports = await context.Set<Report>().Where(report => report.OwnerKey == accountKey).OrderByDescending(report => report.Id)
            .Select(report => new { report.Id, report.WithdrawnAt }).ToListAsync(cancellationToken);
        var ids = context.Set<Report>().Where(report => report.OwnerKey == accountKey).Select(report => report.Id);
        var versions = (await context.Set<ReportVersion>().AsNoTracking().Where(version => ids.Contains(version.ReportId))
            .ToListAsync(cancellationToken)).ToLookup(version => version.ReportId);
        var reviews = await ReportReviews.OfAccountAsync(context, accountKey, cancellationToken);
        return Outcome<IReadOnlyList<ReportLine>>.Done([.. reports.Select(report =>
        {
            var known = reviews[Report.SubjectOf(report.Id)].ToList();
            return new ReportLine(
                report.Id,
                ReportReviews.Foremost([.. versions[report.Id]], known).Facts,
                ReportReviews.StateOf(report.WithdrawnAt, versions[report.Id], known, clock.GetUtcNow()));
        })]);
    }

    /// <summary>One report in the version that waits for confirmation, else in the one that speaks.</summary>
    public async Task<Outcome<ReportDossier>> ShowAsync(long id, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var report = await context.Set<Report>().AsNoTrackingWithIdentityResolution().Include(report => report.Versions)
            .Include(report => report.Sections.OrderBy(section => section.Ordinal)).AsSplitQuery()
            .SingleOrDefaultAsync(report => report.Id == id, cancellationToken);
        // One sentence for both: who may not look learns not even that it exists.
        if (report is null || !MaySee(report, by))
        {
            return Outcome<ReportDossier>.Refused(StaffTexts.ReportUnknown.With(id));
        }

        var reviews = await ReportReviews.OfAsync(context, report, cancellationToken);
        var version = ReportReviews.Foremost(report.Versions, reviews);
        return new ReportDossier(
            report,
            version,
            ReportReviews.StateOf(report.WithdrawnAt, report.Versions, reviews, clock.GetUtcNow()),
            reviews.FirstOrDefault(review => review.ContentHash == version.ContentHash),
            ReportFindings.Of(report, version.Facts));
    }
}

/// <summary>A report in a list.</summary>
internal sealed record ReportLine(long Id, ReportFacts Facts, ReportState State);

/// <summary>What a confirmer looks at.</summary>
/// <param name="Report">The report with its sections.</param>
/// <param name="Version">The version that is shown.</param>
/// <param name="State">How the report stands.</param>
/// <param name="Review">That version's review.</param>
/// <param name="Findings">What somebody should look at before it speaks.</param>
internal sealed record ReportDossier(
    Report Report, ReportVersion Version, ReportState State, Review? Review, IReadOnlyList<ReportFinding> Findings);
