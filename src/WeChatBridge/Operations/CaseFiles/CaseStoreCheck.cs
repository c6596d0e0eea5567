using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Whether the audit trail of the store knows a case as it is.</summary>
internal static class CaseStoreCheck
{
    /// <summary>What the trail says of an export.</summary>
    public static string DetailOf(string archiveHash) => $"sha256 {archiveHash}";

    /// <summary>The first thing that does not stand in this store's trail; null when all does.</summary>
    public static async Task<string?> MisfitAsync(
        BridgeContext context, CaseVerdict verdict, string archiveHash, CancellationToken cancellationToken)
    {
        var trail = await AuditTrail.VerifyAsync(context, cancellationToken);
        if (!trail.IsWhole)
        {
            return CaseFileTexts.TrailBroken.With(trail.BrokenAt);
        }

        var sequences = verdict.Audit.Entries.Select(entry => entry.Sequence).Append(verdict.Audit.Head.HeadSequence).ToList();
        var stored = await context.Set<AuditEntry>().AsNoTracking().Where(entry => sequences.Contains(entry.Sequence))
            .ToDictionaryAsync(entry => entry.Sequence, entry => entry.Hash, cancellationToken);
        foreach (var entry in verdict.Audit.Entries)
        {
            if (stored.GetValueOrDefault(entry.Sequence) != entry.Hash)
            {
                return CaseFileTexts.NotInTrail.With(entry.Sequence);
            }
        }

        if (stored.GetValueOrDefault(verdict.Audit.Head.HeadSequence) != verdict.Audit.Head.HeadHash)
        {
            return CaseFileTexts.HeadNotInTrail.With(verdict.Audit.Head.HeadSequence, trail.Entries);
        }

        var (subject, detail) = ($"publication/{verdict.Case.Publication.Id}", DetailOf(archiveHash));
        return await context.Set<AuditEntry>().AnyAsync(
            entry => entry.Action == CaseAuditFinder.ExportAction && entry.Subject == subject && entry.Detail == detail, cancellationToken)
            ? null
            : CaseFileTexts.NotExportedHere.With(archiveHash);
    }
}
