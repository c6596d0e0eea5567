using Microsoft.EntityFrameworkCore;
using WeChatBridge.Search.Documents;
using WeChatBridge.Search.Index;
using WeChatBridge.Storage;

namespace WeChatBridge.Reports;

/// <summary>
/// What each account may answer from, in memory. Built from the store at start and again when the store's content changed; answers go on
/// from the old one until the new one is whole.
/// </summary>
internal sealed class ReportIndex(IDbContextFactory<BridgeContext> contexts, Vocabulary vocabulary)
{
    private volatile Shelves _current = new(-1, new Dictionary<string, Shelf>());

    /// <summary>The shelf of an account; an empty one where it has no reports.</summary>
    public Shelf Of(string accountKey) => _current.ByAccount.GetValueOrDefault(accountKey) ?? Shelf.Empty;

    /// <summary>Rebuilds if the store's content is newer than what is held.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Read before the reports: content that changes in between is seen as newer at the next look.
        var version = await StoreMark.NumberAsync(context, StoreMark.AnswerContent, cancellationToken);
        if (version == _current.Version)
        {
            return;
        }

        var reports = await context.Set<Report>().AsNoTrackingWithIdentityResolution()
            .Include(report => report.Sections.OrderBy(section => section.Ordinal)).Include(report => report.Grants)
            .Where(report => report.Visibility == Visibility.Public && report.ConfirmedBy != "")
            .AsSplitQuery().ToListAsync(cancellationToken);
        _current = new Shelves(version, Arrange(reports));
    }

    private Dictionary<string, Shelf> Arrange(List<Report> reports)
    {
        var readable = from report in reports
                       from accountKey in report.Grants.Select(grant => grant.AccountKey).Append(report.OwnerKey).Distinct()
                       group report by accountKey;
        return readable.ToDictionary(group => group.Key, group => Shelf.Of([.. group], vocabulary));
    }

    private sealed record Shelves(long Version, IReadOnlyDictionary<string, Shelf> ByAccount);
}

/// <summary>The reports one account may answer from, with their search index.</summary>
internal sealed record Shelf(SectionIndex Index, IReadOnlyDictionary<long, Report> Reports, IReadOnlyDictionary<long, Section> Sections)
{
    public static readonly Shelf Empty = Of([], Vocabulary.Empty);

    public static Shelf Of(IReadOnlyList<Report> reports, Vocabulary vocabulary) => new(
        SectionIndex.Build([.. reports.Select(ToIndexed)], vocabulary),
        reports.ToDictionary(report => report.Id),
        reports.SelectMany(report => report.Sections).ToDictionary(section => section.Id));

    /// <summary>The whole text of what was found.</summary>
    public string TextOf(SectionHit hit) => Index.TextOf(hit.DocumentId, hit.SectionId) ?? hit.Excerpt.Text;

    /// <summary>The section's text with that of the sections below it; empty where it has none.</summary>
    public string TextOf(long reportId, long sectionId) => Index.TextOf(IdText(reportId), IdText(sectionId)) ?? "";

    private static IndexedDocument ToIndexed(Report report) => new(
        IdText(report.Id),
        report.Kind.ToString(),
        report.Title,
        report.IssuingBody,
        report.IssuedOn,
        report.Year,
        [.. report.Sections.Where(section => section.Role != SectionRole.Contents).Select(ToIndexed)]);

    private static IndexedSection ToIndexed(Section section) => new(
        IdText(section.Id), section.Ordinal, section.Level, section.Number, section.Heading, section.HeadingPath, section.DisplayText);

    private static string IdText(long id) => id.ToString(null, null);
}
