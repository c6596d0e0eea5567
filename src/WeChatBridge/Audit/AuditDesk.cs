using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Audit;

/// <summary>What a person may do with the audit trail: look whether it is whole.</summary>
internal sealed class AuditDesk(IDbContextFactory<BridgeContext> contexts)
{
    // No Acting, and no ReadAudit: it shows a count and a hash and no entry, to the machine's administrator alone, and this folder knows no staff.
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await AuditTrail.VerifyAsync(context, cancellationToken);
    }
}
