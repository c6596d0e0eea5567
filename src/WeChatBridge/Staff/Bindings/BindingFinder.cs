using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Staff.Bindings;

/// <summary>Tells whose WeChat a follower's is, and whose code they typed.</summary>
internal static class BindingFinder
{
    /// <summary>The staff member, while they are enabled and have a role in the account; null for everybody else.</summary>
    public static async Task<string?> StaffBehindAsync(
        BridgeContext context, string accountKey, string openId, CancellationToken cancellationToken)
    {
        var bound = context.Set<WeChatBinding>().Where(binding => binding.AccountKey == accountKey && binding.OpenId == openId);
        return await Working(context, accountKey).Where(member => bound.Any(binding => binding.Name == member.UserName))
            .Select(member => member.UserName).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The WeChat of a staff member, while they are enabled and have a role in the account; null where they bound none.</summary>
    public static Task<string?> WeChatOfAsync(
        BridgeContext context, string accountKey, string name, CancellationToken cancellationToken) => context.Set<WeChatBinding>()
        .Where(binding => binding.AccountKey == accountKey && binding.Name == name
            && Working(context, accountKey).Any(member => member.UserName == binding.Name))
        .Select(binding => binding.OpenId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The code that was typed; null where it is none of this account's, or no longer.</summary>
    public static async Task<BindingCode?> CodeAsync(
        BridgeContext context, string accountKey, string typed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var usable = await context.Set<BindingCode>().AsNoTracking()
            .Where(code => code.AccountKey == accountKey && code.ExpiresAt > now)
            .Where(code => Working(context, accountKey).Any(member => member.UserName == code.Name))
            .ToListAsync(cancellationToken);
        return usable.Find(code => code.Fits(typed));
    }

    public static IQueryable<StaffMember> Working(BridgeContext context, string accountKey) => context.Set<StaffMember>().AsNoTracking()
        .Where(member => member.IsEnabled && member.Roles.Any(held => held.AccountKey == accountKey));
}
