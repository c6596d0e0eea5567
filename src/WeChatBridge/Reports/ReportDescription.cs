using WeChatBridge.Search.Documents;

namespace WeChatBridge.Reports;

/// <summary>What the importer states of a document; what is left open is read from the text itself.</summary>
internal sealed record ReportDescription(string OwnerKey, string FileName)
{
    public ReportKind Kind { get; init; } = ReportKind.Report;

    public string? Title { get; init; }

    public string? IssuingBody { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public int? Year { get; init; }

    public Visibility Visibility { get; init; } = Visibility.Public;

    public DateTimeOffset? AnsweredUntil { get; init; }

    /// <summary>Other accounts that may quote it, naming its source.</summary>
    public IReadOnlyList<string> QuotableBy { get; init; } = [];

    public ReportFacts FactsOf(DocumentOutline outline, DateTimeOffset at) => new()
    {
        Kind = Kind,
        Title = Title ?? outline.Title ?? Path.GetFileNameWithoutExtension(FileName),
        IssuingBody = IssuingBody ?? outline.IssuingBody ?? "",
        IssuedOn = IssuedOn ?? outline.IssuedOn,
        Year = Year ?? outline.Year,
        Visibility = Visibility,
        AnsweredUntil = AnsweredUntil,
        CheckedOn = Kind == ReportKind.Guide ? GuideFacts.Read(outline).CheckedOn : null,
        Grants = [.. QuotableBy.Distinct().Select(key => QuotationGrant.Of(key, at))],
    };
}
