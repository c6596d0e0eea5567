using Microsoft.EntityFrameworkCore;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Reviews;

/// <summary>In whose right a person can examine: their own, and that of everybody they stand in for at this moment.</summary>
internal static class ReviewerFinder
{
    /// <summary>Their own right comes first. It is read anew for each act: whoever was disabled a moment ago has none.</summary>
    public static async Task<IReadOnlyList<Reviewer>> FindAsync(
        BridgeContext context, string name, string accountKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = await StaffFinder.PermissionsAsync(context, name, accountKey, cancellationToken);
        var absent = await Delegation.InForce(context, accountKey, now).Where(one => one.To == name)
            .Select(one => one.From).Distinct().Order().ToListAsync(cancellationToken);
        var rights = new List<Reviewer> { new(name, "", own) };
        // Who has left the account since stands in for nobody there.
        if (!await context.Set<StaffMember>().AnyAsync(
            member => member.UserName == name && member.IsEnabled && member.Roles.Any(held => held.AccountKey == accountKey),
            cancellationToken))
        {
            return rights;
        }

        foreach (var person in absent)
        {
            rights.Add(new Reviewer(name, person, await StaffFinder.PermissionsAsync(context, person, accountKey, cancellationToken)));
        }

        return rights;
    }

    /// <summary>In whose right everybody who works here can examine at this moment, read at once.</summary>
    public static async Task<IReadOnlyList<Reviewer>> AllAsync(
        BridgeContext context, string accountKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var staff = await StaffFinder.EnabledAsync(context, cancellationToken);
        var permissions = staff.ToDictionary(member => member.Name, member => member.PermissionsFor(accountKey));
        var working = staff.Where(member => member.WorksFor(accountKey)).Select(member => member.Name).ToHashSet();
        var absences = await Delegation.InForce(context, accountKey, now).Select(one => new { one.From, one.To }).Distinct()
            .OrderBy(one => one.From).ToListAsync(cancellationToken);
        return
        [
            .. permissions.Select(member => new Reviewer(member.Key, "", member.Value)),
            .. absences.Where(one => working.Contains(one.To))
                .Select(one => new Reviewer(one.To, one.From, permissions.GetValueOrDefault(one.From) ?? new HashSet<Permission>())),
        ];
    }

    /// <summary>The first right in which the next step can be done; without one, the person's own.</summary>
    public static Reviewer For(this IReadOnlyList<Reviewer> rights, Review review) =>
        rights.FirstOrDefault(right => review.ObjectionTo(right) is null) ?? rights[0];

    /// <summary>Whether one of the rights is for a step of this review: who is to examine it, or has, may read it.</summary>
    public static bool Concern(this IReadOnlyList<Reviewer> rights, Review review) => rights.Any(right =>
        review.Plan.Steps.Any(step => right.Permissions.Contains(ReviewPermissions.ToDecide(review.Kind, step)))
        || (review.IsSentUp && right.Permissions.Contains(Permission.DecideSentUp)));
}
