using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Search.Documents;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Reports;

/// <summary>Takes documents into the library of an account.</summary>
internal sealed class ReportDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit, TimeProvider clock)
{
    /// <summary>In bytes: far above any report of a town, and still one bounded transaction.</summary>
    public const int LargestFile = DocumentText.MaximumBytes;

    /// <summary>
    /// Splits the file into sections and stores it with them, confirmed by the actor. The same bytes are one report of an account:
    /// a second import is refused and changes nothing.
    /// </summary>
    public async Task<Outcome<ImportedReport>> ImportAsync(
        ReportDescription description, byte[] content, string actor, CancellationToken cancellationToken)
    {
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
        var report = Report.From(description, OutlineSplitter.Split(reading.Text), file.Hash, clock.GetUtcNow());
        report.Confirm(actor);
        return await StoreAsync(report, file, actor, cancellationToken);
    }

    private async Task<Outcome<ImportedReport>> StoreAsync(
        Report report, StoredFile file, string actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var earlier = await context.Set<Report>().AsNoTracking()
            .Where(other => other.OwnerKey == report.OwnerKey && other.FileHash == report.FileHash)
            .Select(other => new { other.Id, other.Title })
            .FirstOrDefaultAsync(cancellationToken);
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
        await StoreMark.AdvanceAsync(context, StoreMark.AnswerContent, cancellationToken);
        await audit.AppendAsync(context, ActOf(report, actor), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ImportedReport(report.Id, report.Title, report.Year, report.Sections.Count);
    }

    private static AuditedAct ActOf(Report report, string actor) => new(
        actor,
        report.OwnerKey,
        "report.import",
        $"report/{report.Id}",
        $"{report.Title}; file {report.FileName}; sha256 {report.FileHash}; {report.Visibility}; "
            + $"quotable by {string.Join(',', report.Grants.Select(grant => grant.AccountKey))}");

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
internal sealed record ImportedReport(long Id, string Title, int? Year, int Sections);
