using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Publishing;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Hands out the case file (案卷) of a publication, and says of a file whether it is one of ours and whole.</summary>
internal sealed class CaseFileDesk(IDbContextFactory<BridgeContext> contexts, AccountFinder accounts, AuditTrail audit)
{
    // What it is about may change while it is read; that it changes each time does not happen.
    private const int Attempts = 4;

    /// <summary>The archive. That it was handed out, to whom, and its hash stand in the audit trail before anybody has it.</summary>
    public async Task<Outcome<ExportedCase>> ExportAsync(long publicationId, Acting by, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var publication = await CaseFileFinder.PublicationAsync(context, publicationId, cancellationToken);
            // One sentence for both: who may not look learns not even that it exists.
            if (publication is null || !by.May(Permission.ExportCaseFile, publication.AccountKey))
            {
                return Outcome<ExportedCase>.Refused(CaseFileTexts.Unknown.With(publicationId));
            }

            // Read and packed before the transaction: citizens' messages wait for SQLite's one writer.
            var material = await CaseFileFinder.FindAsync(context, publication, accounts.Find(publication.AccountKey), cancellationToken);
            if (!material.IsDone)
            {
                return Outcome<ExportedCase>.Refused(material.Refusal!);
            }

            var bytes = CaseArchive.Write(CasePack.Pack(material.Value));
            var export = new ExportedCase($"case-{publication.AccountKey}-{publication.Id}.zip", bytes, StoredFile.HashOf(bytes));
            if (await RecordAsync(context, publication, material.Value.Audit.Head, export, by, cancellationToken))
            {
                return export;
            }

            if (attempt == Attempts)
            {
                return Outcome<ExportedCase>.Refused(CaseFileTexts.Changing.With(publicationId));
            }
        }
    }

    /// <summary>Judges an archive by itself, and against this store's audit trail.</summary>
    public async Task<Outcome<CaseVerdict>> VerifyAsync(byte[] archive, CancellationToken cancellationToken)
    {
        var verdict = await CaseCheck.JudgeAsync(archive, cancellationToken);
        if (!verdict.IsDone)
        {
            return verdict;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await CaseStoreCheck.MisfitAsync(context, verdict.Value, StoredFile.HashOf(archive), cancellationToken) is { } misfit
            ? Outcome<CaseVerdict>.Refused(misfit)
            : verdict;
    }

    private async Task<bool> RecordAsync(
        BridgeContext context,
        Publication publication,
        CaseAuditHead head,
        ExportedCase export,
        Acting by,
        CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var revision = await context.Set<Publication>().Where(one => one.Id == publication.Id).Select(one => one.Revision)
            .SingleAsync(cancellationToken);
        // Whoever decides something writes it into the trail; what the sending does without a word there counts the revision up.
        if (revision != publication.Revision || await CaseAuditFinder.HeadAsync(context, cancellationToken) != head)
        {
            return false;
        }

        var act = new AuditedAct(
            by.Name, publication.AccountKey, CaseAuditFinder.ExportAction, $"publication/{publication.Id}", CaseStoreCheck.DetailOf(export.Hash));
        await audit.AppendAsync(context, act, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}

/// <summary>A case file as it is handed out.</summary>
/// <param name="FileName">What it is called unless the person says otherwise.</param>
/// <param name="Bytes">The archive.</param>
/// <param name="Hash">The SHA-256 of the archive.</param>
internal sealed record ExportedCase(string FileName, byte[] Bytes, string Hash);
