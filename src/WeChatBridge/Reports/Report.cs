using WeChatBridge.Reviews;
using WeChatBridge.Search.Documents;

namespace WeChatBridge.Reports;

/// <summary>
/// A document of a body (报告、办事指南、政策、公告), split into sections; the first source of every answer. Its text never changes; what
/// is stated of it does, version by version, and it answers in the confirmed one.
/// </summary>
internal sealed class Report
{
    private readonly List<Section> _sections = [];
    private readonly List<ReportVersion> _versions = [];

    private ReportFacts? _speaksAs;

    private Report()
    {
    }

    public long Id { get; private set; }

    /// <summary>The official account whose body issued it.</summary>
    public string OwnerKey { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string FileHash { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>Since when it is silent for good (撤下); null while it is not.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string WithdrawnBy { get; private set; } = "";

    /// <summary>Why; for the office, never shown to followers.</summary>
    public string WithdrawnBecause { get; private set; } = "";

    public IReadOnlyList<QuotationRevocation> Revocations { get; private set; } = [];

    public IReadOnlyList<Section> Sections => _sections;

    public IReadOnlyList<ReportVersion> Versions => _versions;

    /// <summary>What is stated of it in the version it speaks in, else in the newest.</summary>
    public ReportFacts Facts => _speaksAs ?? _versions.MaxBy(version => version.Number)?.Facts ?? new ReportFacts();

    public ReportKind Kind => Facts.Kind;

    public string Title => Facts.Title;

    public string IssuingBody => Facts.IssuingBody;

    public DateOnly? IssuedOn => Facts.IssuedOn;

    public int? Year => Facts.Year;

    /// <summary>The grants that have not been taken back.</summary>
    public IEnumerable<QuotationGrant> Grants => Facts.Grants.Where(grant => !Revocations.Any(revocation => revocation.Ends(grant)));

    /// <summary>What its reviews call it.</summary>
    public string Subject => SubjectOf(Id);

    /// <summary>A new report with its first version.</summary>
    public static Report From(ReportDescription description, DocumentOutline outline, string fileHash, string by, DateTimeOffset at)
    {
        var report = new Report
        {
            OwnerKey = description.OwnerKey,
            FileName = description.FileName,
            FileHash = fileHash,
            Text = outline.Text,
            ImportedAt = at,
        };
        report._sections.AddRange(outline.Sections.Select(Section.From));
        report.Write(description.FactsOf(outline, at), by, at);
        return report;
    }

    public static string SubjectOf(long id) => $"report/{id}";

    /// <summary>The version with these facts: the one that was written before, or a new one.</summary>
    public ReportVersion Write(ReportFacts facts, string by, DateTimeOffset at)
    {
        var hash = facts.HashWith(FileHash, Text);
        var version = _versions.Find(known => known.ContentHash == hash);
        if (version is null)
        {
            version = ReportVersion.Of(_versions.Count + 1, facts, hash, by, at);
            _versions.Add(version);
        }

        return version;
    }

    /// <summary>The version as it is handed to reviewers.</summary>
    public ReviewedVersion ToReviewed(ReportVersion version) =>
        new(ReviewedKind.Report, OwnerKey, Subject, version.ContentHash, version.Facts.Title, version.WrittenBy);

    /// <summary>Lets it answer in the version that was released.</summary>
    public void SpeakAs(string contentHash) => _speaksAs = _versions.Single(version => version.ContentHash == contentHash).Facts;

    /// <summary>False where it was silent already.</summary>
    public bool Withdraw(string by, string because, DateTimeOffset at)
    {
        if (WithdrawnAt is not null)
        {
            return false;
        }

        (WithdrawnAt, WithdrawnBy, WithdrawnBecause) = (at, by, because);
        return true;
    }

    /// <summary>Takes an account's leave to quote back; false where no version gives it.</summary>
    public bool Revoke(string accountKey, DateTimeOffset at)
    {
        var isGranted = _versions.SelectMany(version => version.Facts.Grants)
            .Any(grant => grant.AccountKey == accountKey && !Revocations.Any(revocation => revocation.Ends(grant)));
        Revocations = isGranted ? [.. Revocations, new QuotationRevocation(accountKey, at)] : Revocations;
        return isGranted;
    }
}
