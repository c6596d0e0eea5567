using Microsoft.EntityFrameworkCore;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Notices;

/// <summary>Finds what waits for a person.</summary>
internal static class NoticeFinder
{
    /// <summary>What of this kind which persons have seen, settled notices included.</summary>
    public static async Task<IReadOnlySet<(string SubjectKey, string Name)>> SeenAsync(
        BridgeContext context, NoticeKind kind, CancellationToken cancellationToken)
    {
        var seen = await context.Set<Notice>().Where(notice => notice.Kind == kind)
            .Join(context.Set<NoticeSight>(), notice => notice.Id, sight => sight.NoticeId, (notice, sight) => new { notice.SubjectKey, sight.Name })
            .ToListAsync(cancellationToken);
        return seen.Select(one => (one.SubjectKey, one.Name)).ToHashSet();
    }

    /// <summary>The open notices for this person in one account, or in all; what they have not seen first, then the oldest first.</summary>
    /// <remarks>Nothing for who is disabled.</remarks>
    public static async Task<IReadOnlyList<NoticeLine>> WaitingForAsync(
        BridgeContext context, string name, string? accountKey, CancellationToken cancellationToken)
    {
        var member = await context.Set<StaffMember>().AsNoTracking().Include(member => member.Roles)
            .SingleOrDefaultAsync(member => member.UserName == name && member.IsEnabled, cancellationToken);
        if (member is null)
        {
            return [];
        }

        var seen = await context.Set<NoticeSight>().Where(sight => sight.Name == name)
            .ToDictionaryAsync(sight => sight.NoticeId, sight => sight.At, cancellationToken);
        var open = await context.Set<Notice>().AsNoTracking()
            .Where(notice => notice.SettledAt == null && (accountKey == null || notice.AccountKey == accountKey))
            .OrderBy(notice => notice.RaisedAt).ThenBy(notice => notice.Id).ToListAsync(cancellationToken);
        return [.. open.Where(notice => notice.IsFor(name, member.PermissionsFor(notice.AccountKey)))
            .Select(notice => new NoticeLine(notice, seen.TryGetValue(notice.Id, out var at) ? at : null))
            .OrderBy(line => line.SeenAt is not null)];
    }
}

/// <summary>A notice as one person sees it.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="SeenAt">When they said that they had seen it.</param>
internal sealed record NoticeLine(Notice Notice, DateTimeOffset? SeenAt);
