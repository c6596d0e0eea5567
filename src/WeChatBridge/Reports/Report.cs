using Microsoft.EntityFrameworkCore;
using WeChatBridge.Search.Documents;
using WeChatBridge.Storage;

namespace WeChatBridge.Reports;

/// <summary>A public document of a body (报告、办事指南、政策、公告), split into _sections; the first source of every answer.</summary>
internal sealed class Report
{
    private readonly List<Section> _sections = [];
    private readonly List<QuotationGrant> _grants = [];

    private Report()
    {
    }

    public long Id { get; private set; }

    /// <summary>The official account whose body issued it.</summary>
    public string OwnerKey { get; private set; } = "";

    public ReportKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string IssuingBody { get; private set; } = "";

    public DateOnly? IssuedOn { get; private set; }

    /// <summary>The year the report is about; a fact quoted from it is always given with this year.</summary>
    public int? Year { get; private set; }

    public Visibility Visibility { get; private set; }

    /// <summary>Who confirmed that this is the document and may speak; empty while it waits (待核) and answers nothing.</summary>
    public string ConfirmedBy { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string FileHash { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>Counted up by <see cref="RecordChangeAsync"/>; search indexes read a report again when it differs from theirs.</summary>
    public long Changed { get; private set; }

    public IReadOnlyList<Section> Sections => _sections;

    public IReadOnlyList<QuotationGrant> Grants => _grants;

    public static Report From(ReportDescription description, DocumentOutline outline, string fileHash, DateTimeOffset at)
    {
        var report = new Report
        {
            OwnerKey = description.OwnerKey,
            Kind = description.Kind,
            Title = description.Title ?? outline.Title ?? Path.GetFileNameWithoutExtension(description.FileName),
            IssuingBody = description.IssuingBody ?? outline.IssuingBody ?? "",
            IssuedOn = description.IssuedOn ?? outline.IssuedOn,
            Year = description.Year ?? outline.Year,
            Visibility = description.Visibility,
            FileName = description.FileName,
            FileHash = fileHash,
            Text = outline.Text,
            ImportedAt = at,
        };
        report._sections.AddRange(outline.Sections.Select(Section.From));
        report._grants.AddRange(description.QuotableBy.Distinct().Select(key => new QuotationGrant(key)));
        return report;
    }

    public void Confirm(string by) => ConfirmedBy = by;

    /// <summary>
    /// Tells every instance that a stored report answers otherwise than before: another text, other readers, withdrawn. Inside the caller's
    /// transaction; counted by the database, so that of two changes at once none is missed.
    /// </summary>
    public static async Task RecordChangeAsync(BridgeContext context, long id, CancellationToken cancellationToken)
    {
        await context.Set<Report>().Where(report => report.Id == id)
            .ExecuteUpdateAsync(report => report.SetProperty(r => r.Changed, r => r.Changed + 1), cancellationToken);
        await StoreMark.AdvanceAsync(context, StoreMark.AnswerContent, cancellationToken);
    }
}

/// <summary>What kind of document a report is; the words of the office stand in the texts.</summary>
internal enum ReportKind
{
    Report,
    Guide,
    Policy,
    Notice,
}

/// <summary>Who may read it: everybody (对外), or the office only (对内).</summary>
internal enum Visibility
{
    Public,
    Internal,
}

/// <summary>What the importer states of a document; what is left open is read from the text itself.</summary>
internal sealed record ReportDescription(string OwnerKey, string FileName)
{
    public ReportKind Kind { get; init; } = ReportKind.Report;

    public string? Title { get; init; }

    public string? IssuingBody { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public int? Year { get; init; }

    public Visibility Visibility { get; init; } = Visibility.Public;

    /// <summary>Other accounts that may quote it, naming its source.</summary>
    public IReadOnlyList<string> QuotableBy { get; init; } = [];
}
