using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;

namespace WeChatBridge.Accounts;

/// <summary>Enters official accounts into the store.</summary>
internal sealed class AccountDesk(IDbContextFactory<BridgeContext> contexts, AuditTrail audit)
{
    /// <summary>Adds the account; one that is there already stays as it is.</summary>
    public async Task RegisterAsync(string key, string name, ContactCard contact, string actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Set<OfficialAccount>().AnyAsync(account => account.Key == key, cancellationToken))
        {
            return;
        }

        context.Add(OfficialAccount.Named(key, name, contact));
        var act = new AuditedAct(actor, key, "account.register", $"account/{key}", $"{name}; {contact.Office} {contact.Phone} {contact.Email}");
        await audit.AppendAsync(context, act, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
