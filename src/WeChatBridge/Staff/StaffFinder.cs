using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;

namespace WeChatBridge.Staff;

/// <summary>Who works here and what they may do, as it stands at this moment.</summary>
internal static class StaffFinder
{
    public static async Task<IReadOnlyList<StaffMember>> EnabledAsync(BridgeContext context, CancellationToken cancellationToken) =>
        await context.Set<StaffMember>().AsNoTracking().Include(member => member.Roles)
            .Where(member => member.IsEnabled).OrderBy(member => member.UserName).ToListAsync(cancellationToken);

    /// <summary>What the named member may do for the account; nothing when there is none of that name, or they are disabled.</summary>
    public static async Task<IReadOnlySet<Permission>> PermissionsAsync(
        BridgeContext context, string name, string accountKey, CancellationToken cancellationToken)
    {
        var member = await context.Set<StaffMember>().AsNoTracking().Include(member => member.Roles)
            .SingleOrDefaultAsync(member => member.UserName == name && member.IsEnabled, cancellationToken);
        return member?.PermissionsFor(accountKey) ?? new HashSet<Permission>();
    }

    /// <summary>Whether anybody who may sign in holds the permission for the account.</summary>
    public static async Task<bool> AnyHoldsAsync(
        BridgeContext context, Permission permission, string accountKey, CancellationToken cancellationToken) =>
        (await EnabledAsync(context, cancellationToken)).Any(member => member.PermissionsFor(accountKey).Contains(permission));

    public static IReadOnlySet<Permission> PermissionsFor(this StaffMember member, string accountKey) => member.Roles
        .Where(held => held.AccountKey == accountKey).SelectMany(held => PermissionTable.Of(held.Role)).ToHashSet();
}
