using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Reviews;
using WeChatBridge.Search.Documents;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Reports;

/// <summary>
/// Takes documents into the library of an account, and changes what is stated of them. Neither speaks before a second person has confirmed
/// it; what the installer and the machine's administrator bring is released on their word.
/// </summary>
internal sealed class ReportDesk(IDbContextFactory<BridgeContext> contexts, ReviewDesk reviews, AuditTrail audit, TimeProvider clock)
{
    /// <summary>In bytes: far above any report of a town, and still one bounded transaction.</summary>
    public const int LargestFile = DocumentText.MaximumBytes;

    /// <summary>
    /// Splits the file into sections and stores it with them. The same bytes are one report of an account: a second import is refused and
    /// changes nothing.
    /// </summary>
    public async Task<Outcome<ImportedReport>> ImportAsync(
        ReportDescription description, byte[] content, Acting by, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.ImportReports, description.OwnerKey) is { } objection)
        {
            return Outcome<ImportedReport>.Refused(objection);
        }

        if (content.Length > LargestFile)
        {
            return Outcome<ImportedReport>.Refused(StaffTexts.FileTooLarge.With(content.Length >> 20, LargestFile >> 20));
        }

        var reading = DocumentText.Read(content, description.FileName);
        if (reading.Text is null)
        {
            return Outcome<ImportedReport>.Refused(SentenceFor(reading.Refusal).With(description.FileName));
        }

        // Split before the transaction: SQLite has one writer, and citizens' messages wait for it.
        var file = StoredFile.Of(content, MediaTypeOf(description.FileName), clock.GetUtcNow());
        var text = description.Kind == ReportKind.Guide ? GuideTable.ToHeadings(reading.Text) : reading.Text;
        var report = Report.From(description, OutlineSplitter.Split(text), file.Hash, by.Name, clock.GetUtcNow());
        return await StoreAsync(report, file, by, cancellationToken);
    }

    /// <summary>
    /// States other facts of a report. The earlier version answers until these are confirmed; the number of the review, or null where
    /// nothing differs.
    /// </summary>
    /// <param name="id">Which report.</param>
    /// <param name="change">Makes the new facts of those that were submitted last.</param>
    /// <param name="by">Who states them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Outcome<SubmittedVersion>> ChangeAsync(
        long id, Func<ReportFacts, ReportFacts> change, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        if (await FindAsync(context, id, by, cancellationToken) is not { } report)
        {
            return Outcome<SubmittedVersion>.Refused(StaffTexts.ReportUnknown.With(id));
        }

        if (by.Objection(Permission.ImportReports, report.OwnerKey) is { } objection)
        {
            return Outcome<SubmittedVersion>.Refused(objection);
        }

        var before = ReportReviews.Foremost(report.Versions, await ReportReviews.OfAsync(context, report, cancellationToken));
        var version = report.Write(change(before.Facts), by.Name, clock.GetUtcNow());
        if (version == before)
        {
            return Outcome<SubmittedVersion>.Refused(StaffTexts.ReportUnchanged.With(before.Facts.Title));
        }

        await context.SaveChangesAsync(cancellationToken);
        await audit.AppendAsync(context, ActOf("report.change", report, version, by), cancellationToken);
        var review = await SubmitAsync(context, report, version, by, cancellationToken);
        if (!review.IsDone)
        {
            return Outcome<SubmittedVersion>.Refused(review.Refusal!);
        }

        await transaction.CommitAsync(cancellationToken);
        return new SubmittedVersion(report.Id, version.Facts.Title, review.Value, IsReleased: !by.IsPerson);
    }

    /// <summary>Gives another account leave to quote, once it is confirmed.</summary>
    public Task<Outcome<SubmittedVersion>> GrantAsync(long id, string accountKey, Acting by, CancellationToken cancellationToken)
    {
        var grant = QuotationGrant.Of(accountKey, clock.GetUtcNow());
        return ChangeAsync(
            id,
            facts => facts with { Grants = [.. facts.Grants.Where(other => other.AccountKey != accountKey), grant] },
            by,
            cancellationToken);
    }

    private async Task<Outcome<ImportedReport>> StoreAsync(
        Report report, StoredFile file, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Before the look at the file: what is deleted because nobody refers to it waits for its turn too.
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var earlier = await context.Set<Report>().AsNoTracking().Include(other => other.Versions)
            .FirstOrDefaultAsync(
                other => other.OwnerKey == report.OwnerKey && other.FileHash == report.FileHash && other.WithdrawnAt == null,
                cancellationToken);
        if (earlier is not null)
        {
            return Outcome<ImportedReport>.Refused(StaffTexts.ReportAlreadyImported.With(earlier.Title, earlier.Id));
        }

        if (!await context.Set<StoredFile>().AnyAsync(stored => stored.Hash == file.Hash, cancellationToken))
        {
            context.Add(file);
        }

        context.Add(report);
        await context.SaveChangesAsync(cancellationToken);
        var version = report.Versions[0];
        await audit.AppendAsync(context, ActOf("report.import", report, version, by), cancellationToken);
        var review = await SubmitAsync(context, report, version, by, cancellationToken);
        if (!review.IsDone)
        {
            return Outcome<ImportedReport>.Refused(review.Refusal!);
        }

        await transaction.CommitAsync(cancellationToken);
        return new ImportedReport(report.Id, report.Title, report.Year, report.Sections.Count, review.Value, IsReleased: !by.IsPerson);
    }

    private Task<Outcome<long>> SubmitAsync(
        BridgeContext context, Report report, ReportVersion version, Acting by, CancellationToken cancellationToken) => by.IsPerson
        ? reviews.OpenAsync(context, report.ToReviewed(version), by, "", cancellationToken)
        : reviews.ReleaseByInstallerAsync(context, report.ToReviewed(version), by, cancellationToken);

    private static async Task<Report?> FindAsync(BridgeContext context, long id, Acting by, CancellationToken cancellationToken)
    {
        var report = await context.Set<Report>().Include(report => report.Versions)
            .SingleOrDefaultAsync(report => report.Id == id && report.WithdrawnAt == null, cancellationToken);
        return report is not null && ReportFinder.MaySee(report, by) ? report : null;
    }

    private static AuditedAct ActOf(string action, Report report, ReportVersion version, Acting by) => new(
        by.Name,
        report.OwnerKey,
        action,
        report.Subject,
        $"{version.Facts.Title}; file {report.FileName}; sha256 {report.FileHash}; version {version.Number} {version.ContentHash}; "
            + $"{version.Facts.Kind}; {version.Facts.Visibility}; answered until {version.Facts.AnsweredUntil:O}; "
            + $"quotable by {string.Join(',', version.Facts.Grants.Select(grant => grant.AccountKey))}");

    private static string MediaTypeOf(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".html" or ".htm" => "text/html",
        ".md" => "text/markdown",
        _ => "text/plain",
    };

    private static string SentenceFor(DocumentRefusal? refusal) => refusal switch
    {
        DocumentRefusal.Empty => StaffTexts.FileEmpty,
        DocumentRefusal.Binary => StaffTexts.FileBinary,
        DocumentRefusal.Damaged => StaffTexts.FileDamaged,
        _ => StaffTexts.FileFormatUnsupported,
    };
}

/// <summary>What came into the library.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Year">The year it is about.</param>
/// <param name="Sections">How many sections were found.</param>
/// <param name="Review">The review that confirms it.</param>
/// <param name="IsReleased">True where it answers already; false where it waits (待核).</param>
internal sealed record ImportedReport(long Id, string Title, int? Year, int Sections, long Review, bool IsReleased);

/// <summary>A changed version that was handed in.</summary>
internal sealed record SubmittedVersion(long Id, string Title, long Review, bool IsReleased);
