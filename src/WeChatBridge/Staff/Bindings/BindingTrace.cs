using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Storage;

namespace WeChatBridge.Staff.Bindings;

/// <summary>A follower as a staff member: who leaves the account, or has their questions deleted, is bound no more.</summary>
internal sealed class BindingTrace(AuditTrail audit) : IFollowerTrace
{
    public async Task EraseAsync(BridgeContext context, string accountKey, string openId, CancellationToken cancellationToken)
    {
        var bound = context.Set<WeChatBinding>().Where(binding => binding.AccountKey == accountKey && binding.OpenId == openId);
        if (await bound.Select(binding => binding.Name).SingleOrDefaultAsync(cancellationToken) is { } name)
        {
            await bound.ExecuteDeleteAsync(cancellationToken);
            var act = new AuditedAct(name, accountKey, "staff.unbind", $"staff/{name}", "by leaving the account or being forgotten there");
            await audit.AppendAsync(context, act, cancellationToken);
        }
    }
}
