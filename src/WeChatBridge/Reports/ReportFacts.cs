using System.Security.Cryptography;
using System.Text.Json;

namespace WeChatBridge.Reports;

/// <summary>What is stated of a report beside its text. A change of any of it is a new version, which a second person confirms.</summary>
internal sealed record ReportFacts
{
    public ReportKind Kind { get; init; }

    public string Title { get; init; } = "";

    public string IssuingBody { get; init; } = "";

    public DateOnly? IssuedOn { get; init; }

    /// <summary>The year the report is about; a fact quoted from it is always given with this year.</summary>
    public int? Year { get; init; }

    public Visibility Visibility { get; init; }

    /// <summary>The first instant at which it is no longer answered from (有效期); null where it has no end.</summary>
    public DateTimeOffset? AnsweredUntil { get; init; }

    /// <summary>When somebody last made sure that a guide is still true (核对日期).</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>Who else may quote it.</summary>
    public IReadOnlyList<QuotationGrant> Grants { get; init; } = [];

    public bool IsAnsweredAt(DateTimeOffset now) => Visibility == Visibility.Public && (AnsweredUntil is not { } end || now < end);

    /// <summary>SHA-256 over a JSON array of the document and all that is stated of it: what is not in it is not examined.</summary>
    public string HashWith(string fileHash, string text)
    {
        object?[] fields =
        [
            fileHash, text, Title, IssuedOn, IssuingBody, Kind, Visibility, AnsweredUntil?.ToUnixTimeMilliseconds(), Year, CheckedOn,
            Grants.OrderBy(grant => grant.AccountKey, StringComparer.Ordinal)
                .Select(grant => new object[] { grant.AccountKey, grant.GrantedAt.ToUnixTimeMilliseconds() }),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(fields)));
    }
}

/// <summary>What kind of document a report is; the words of the office stand in the texts.</summary>
internal enum ReportKind
{
    /// <summary>报告.</summary>
    Report,

    /// <summary>办事指南.</summary>
    Guide,

    /// <summary>政策法规.</summary>
    Policy,

    /// <summary>公告.</summary>
    Notice,
}

/// <summary>Who may read it: everybody (对外), or the office only (对内).</summary>
internal enum Visibility
{
    Public,
    Internal,
}
