using WeChatBridge.Publishing;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>All that goes into a case file, as it was read from the store.</summary>
/// <param name="Case">The facts.</param>
/// <param name="Documents">The articles as they were frozen, in order: parsed, and byte by byte.</param>
/// <param name="Files">Pictures, covers and attachments by their path in the archive.</param>
/// <param name="Attempts">The ledger.</param>
/// <param name="Audit">What the audit trail says of it.</param>
/// <param name="Revision">The publication's, by which a change during the reading shows.</param>
internal sealed record CaseMaterial(
    CaseFile Case,
    IReadOnlyList<(ArticleDocument Document, byte[] Bytes)> Documents,
    IReadOnlyDictionary<string, byte[]> Files,
    IReadOnlyList<CaseAttempt> Attempts,
    CaseAudit Audit,
    int Revision);
